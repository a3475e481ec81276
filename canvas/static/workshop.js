/** What every part of the room shares: what is known, where one is, and the ways to the server. */

import { createActions } from "./actions.js";
import { FRAMING, PARKING } from "./changes.js";
import { Known } from "./known.js";
import { createLinking } from "./linking.js";
import { createSelection } from "./selection.js";
import { createUndo } from "./undo.js";
import { createNews } from "./news.js";
import { createMemory } from "./journal.js";
import { Place } from "./place.js";
import { Presence } from "./presence.js";
import { indexOf } from "./question.js";
import { createSession } from "./session.js";
import { Line } from "./socket.js";
import { createToasts } from "./toasts.js";
import { n, t } from "./words.js";

/** Goodbyes after which nobody here comes back as the same person. */
const GONE = new Set(["removed", "workshop_gone"]);

export class Room extends Known {
	/** @type {Scene | null} */ screen = null;
	/** @type {() => Promise<(room: Room) => Scene>} */ opened = () => Promise.reject(new Error("A room needs a screen: set opened before start"));
	/** @type {(sentence: string) => void} */ ended = () => {};
	/** @type {() => void} */ delayed = () => {};
	/** @type {Map<Element, (touched: Touched) => void>} */ #watching = new Map();
	/** Whether a note fits what is searched for; null while nothing is. @type {((note: Note) => boolean) | null} */ sought = null;
	/** @type {Touched | null} */ #touched = null;
	#leave = new AbortController();

	/** @param {HTMLElement} element @param {Texts} texts @param {MountData} data @param {Trigger} trigger @param {Journal} journal */
	constructor(element, texts, data, trigger, journal) {
		super(texts, createSession(journal, {
			touched: (touched) => this.#touch(touched),
			send: ({ id, do: change }) => { this.line.send({ type: "change", id, do: change }); },
			refused: (sentence) => { this.toasts.show(sentence); },
			beside: (note, text, id) => this.actions.sayBeside(note, text, id),
		}), new Place({
			move: (spot) => { this.session.ask({ kind: "room.move", ...spot }); },
			changed: () => this.#touch({ place: true }),
		}), createSelection((count) => {
			this.screen?.drawSelection?.();
			if (count > 1) this.toasts.tell(n("{count} note chosen", "{count} notes chosen", count));
		}));
		this.element = element;
		this.data = data;
		this.trigger = trigger;
		this.memory = createMemory(data.socket);
		this.toasts = createToasts();
		this.news = createNews(this);
		this.actions = createActions(this);
		this.linking = createLinking(this);
		this.steps = createUndo(this.session);
		this.presence = new Presence({
			send: (message) => { this.line.send(message); },
			changed: () => this.screen?.drawPresence(),
			seen: (person, online) => this.session.seen(person, online),
			me: () => this.session.you?.person,
		});
		this.line = new Line(new URL(data.socket, location.href).href.replace(/^http/, "ws"), {
			hello: () => ({ type: "hello", ...(data.view ? { view: data.view } : {}), ...(this.session.truth.workshop ? { since: this.session.truth.seq } : {}) }),
			received: (message) => this.#received(message),
			changed: () => this.#lineChanged(),
		});
	}

	start() {
		const { signal } = this.#leave;
		document.addEventListener("visibilitychange", () => { document.hidden ? this.screen?.keep?.() : this.line.wake(); }, { signal });
		addEventListener("online", () => this.line.wake(), { signal });
		// A text one is typing in a note goes to the journal before the page goes.
		addEventListener("pagehide", () => this.screen?.keep?.(), { signal });
		this.line.start();
	}

	stop() {
		this.#leave.abort();
		this.line.stop();
		this.presence.stop();
		this.news.stop();
		this.screen?.stop();
	}

	// Where one is

	/** The stone and question in view, for a new note. @returns {Spot} */
	spot() {
		return this.#resolved(this.place.here);
	}

	/** @param {string} stone @param {boolean} [alone] only look, also for who leads */
	goTo(stone, alone = false) {
		this.place.go(this.#resolved({ stone, question: null }), { leads: this.actions.leads && !alone });
	}

	/** @param {string} question */
	goToQuestion(question) {
		this.place.go({ stone: this.place.here.stone, question }, { leads: this.actions.leads });
	}

	/** Where a text stands that could not be saved; one goes alone, for it is one's own trouble. */
	goToFailed() {
		const failed = [...this.session.pending.values()].find((pending) => pending.failed !== null);
		const record = failed && (this.session.shown.notes.get(failed.do.note) ?? this.session.shown.stories.get(failed.do.story));
		if (!failed || !record) return;
		const stone = record.stone ?? PARKING;
		if (stone !== this.place.here.stone) this.goTo(stone, true);
		if (failed.do.story) this.openPanel("stories");
	}

	/** @param {boolean} leading */
	lead(leading) {
		this.place.leading = leading;
		this.#touch({ place: true });
	}

	bringEveryone() {
		this.place.leading = true;
		this.place.go(this.place.here, { leads: true });
	}

	/** Where no question is named, the first one is in view. @param {Spot} spot */
	#resolved({ stone, question }) {
		const known = this.stone(stone);
		return { stone, question: known?.questions[indexOf(known, question)]?.id ?? null };
	}

	/** Tells others that one types in a note, and stays there meanwhile. @param {string | null} note @param {boolean} [hold] */
	writing(note, hold = true) {
		if (this.presence.mine.typing !== note) this.presence.tell({ typing: note });
		if (note === null) this.place.release();
		else if (hold) this.place.hold();
	}

	/** Goes alone to where a note lies, and shows it. @param {string} id */
	reveal(id) {
		const note = this.session.shown.notes.get(id);
		if (!note) return;
		if (note.stone !== this.place.here.stone) this.goTo(note.stone, true);
		requestAnimationFrame(() => this.screen?.reveal?.(id));
	}

	// What one did

	/** @param {Step} [step] */
	undo(step) {
		// A step that is named and gone was undone already.
		this.#tellIfNot(this.steps.undo(step), step ? "" : t("There is nothing of yours left to undo."));
	}

	redo() {
		this.#tellIfNot(this.steps.redo(), t("There is nothing left to do again."));
	}

	/** @param {{done: boolean, reason: string}} outcome @param {string} nothing */
	#tellIfNot({ done, reason }, nothing) {
		const sentence = reason === "changed" ? t("Others changed this since, so it stays as it is.") : nothing;
		if (!done && sentence) this.toasts.show(sentence);
	}

	// Windows

	/** @param {string | null} cluster */
	nameCluster(cluster) {
		if (cluster) this.screen?.nameCluster?.(cluster);
	}

	/** @param {PanelName} name @param {Note} [note] what a story is made from */
	openPanel(name, note) {
		this.screen?.openPanel?.(name, note);
	}

	closePanel() {
		this.screen?.closePanel?.();
	}

	/** Keeps a window up to date until it is gone. @param {Element} element @param {(touched: Touched) => void} draw */
	watch(element, draw) {
		this.#watching.set(element, draw);
	}

	/** The board dims what does not fit. @param {((note: Note) => boolean) | null} fits */
	seek(fits) {
		this.sought = fits;
		this.#touch({ keys: new Set(["sought"]) });
	}

	/** @param {string} name @param {RequestInit} [options] */
	async fetch(name, options) {
		const answer = await fetch(this.data.api + name, options);
		if (!answer.ok || !answer.headers.get("content-type")?.includes("json")) throw new Error(`${name}: status ${answer.status}`);
		return answer.json();
	}

	// The line

	/** @param {any} message */
	#received(message) {
		if (message.type === "presence") return this.presence.receive(message);
		if (message.type === "bye") return this.#bye(message);
		return this.session.receive(message);
	}

	#lineChanged() {
		if (this.line.state === "open") {
			this.presence.tell({ stone: this.place.here.stone });
			this.session.sendAgain();
		}
		if (this.line.state === "waiting" && !this.screen) this.delayed();
		this.#touch({ keys: new Set(["line"]) });
	}

	/** @param {{reason: string, sentence: string}} bye */
	#bye({ reason, sentence }) {
		this.stop();
		if (GONE.has(reason)) {
			this.session.forget();
			this.memory.clear();
		}
		this.ended(sentence);
	}

	// Drawing: once a frame, however much happened

	/** @param {Partial<Touched>} part */
	#touch({ all = false, place = false, keys = new Set(), news = [], drawn }) {
		this.boards = null;
		if (!this.session.shown.workshop) return;
		const { stone, question } = this.session.shown.workshop;
		this.place.roomAt(this.#resolved({ stone: stone || FRAMING, question }));
		if (!this.#touched) requestAnimationFrame(() => this.#draw());
		const before = this.#touched ??= { all, place, keys: new Set(), news: [] };
		Object.assign(before, { all: before.all || all, place: before.place || place, drawn: before.drawn ?? drawn });
		before.news.push(...news);
		for (const key of keys) before.keys.add(key);
	}

	async #draw() {
		const create = this.screen ? null : await this.opened();
		const touched = this.#touched;
		this.#touched = null;
		if (!touched || this.#leave.signal.aborted) return;
		if (create) Object.assign(touched, { all: true, place: true });
		this.screen ??= /** @type {(room: Room) => Scene} */ (create)(this);
		if (touched.place) this.presence.tell({ stone: this.place.here.stone });
		const root = /** @type {ShadowRoot} */ (this.element.getRootNode());
		const focused = root.activeElement;
		this.screen.draw(touched);
		for (const [element, draw] of this.#watching) element.isConnected ? draw(touched) : this.#watching.delete(element);
		// Where what had the focus is gone, keys would be the page's around us.
		if (focused && !root.activeElement) this.element.focus({ preventScroll: true });
		this.news.gather(touched.news);
	}
}
