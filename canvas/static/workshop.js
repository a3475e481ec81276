/** What every part of the room shares: what is known, where one is, and the ways to the server. */

import { createActions } from "./actions.js";
import { PARKING } from "./changes.js";
import { createKnown } from "./known.js";
import { later } from "./later.js";
import { createLinking } from "./linking.js";
import { goBack, seen } from "./mirrored.js";
import { createSelection } from "./selection.js";
import { createUndo } from "./undo.js";
import { createNews } from "./news.js";
import { createMemory } from "./journal.js";
import { createPlace } from "./place.js";
import { createPresence } from "./presence.js";
import { createRights } from "./rights.js";
import { createSecrets } from "./secrets.js";
import { indexOf } from "./question.js";
import { createSession } from "./session.js";
import { createLine } from "./socket.js";
import { createToasts } from "./toasts.js";
import { n, t } from "./words.js";

/** Goodbyes after which nobody here comes back as the same person. */
const GONE = new Set(["removed", "workshop_gone"]);

/** @type {(outside: Outside) => Room} */
export const createRoom = (outside) => {
	const { element, data } = outside;
	/** @type {Map<Element, (touched: Touched) => void>} */ const watching = new Map();
	/** @type {Touched | null} */ let waiting = null;
	const leave = new AbortController();

	const presence = createPresence({
		send: (doing) => line.send(room.rights.seen(doing)),
		changed: () => room.screen?.drawPresence(),
		seen: (person, online) => session.seen(person, online),
		me: () => session.you?.person,
	});

	const session = createSession(outside.journal, {
		touched: touch,
		send: ({ id, do: change, proofs }) => line.send({ type: "change", id, do: change, ...proofs && { proofs } }),
		refused: (sentence) => toasts.show(sentence),
		beside: (note, text, id) => room.actions.sayBeside(note, text, id),
		signed: (change) => room.rights.beside(change),
		apart: (change) => room.rights.apart(change),
		mine: (record) => room.rights.leads || room.rights.isMine(record) || room.rights.isOpened(record.stone),
	});

	const place = createPlace({ move: (spot) => session.ask({ kind: "room.move", ...spot }), changed: () => touch({ place: true }) });

	const selection = createSelection(() => {
		room.screen?.drawSelection?.();
		const count = room.chosen().length;
		if (count > 1) toasts.tell(n("{count} note chosen", "{count} notes chosen", count));
	});

	const line = createLine(new URL(data.socket, location.href).href.replace(/^http/, "ws"), {
		hello: () => ({ type: "hello", ...data.view && { view: data.view }, ...room.shown.workshop && { since: session.truth.seq, you: session.you } }),
		received: hear,
		changed: lineChanged,
	});

	const toasts = createToasts();

	const room = /** @type {Room} */ ({
		...outside, session, place, selection, presence, line, toasts,
		memory: createMemory(data.socket), secrets: createSecrets(data.socket), steps: createUndo(session), screen: null, sought: null, voting: null, tallies: new Map(),

		get shown() { return room.seen ??= seen(room); },
		get here() { return place.here.stone; },
		get isWatched() { return session.you?.role === "projector"; },

		start() {
			const { signal } = leave;
			const keep = () => this.screen?.keep?.();
			document.addEventListener("visibilitychange", () => document.hidden ? keep() : line.wake(), { signal });
			addEventListener("online", line.wake, { signal });
			addEventListener("popstate", () => goBack(room), { signal });
			// A text one is typing in a note goes to the journal before the page goes.
			addEventListener("pagehide", keep, { signal });
			line.start();
		},

		stop() {
			leave.abort();
			for (const part of [line, presence, news, this.screen]) part?.stop();
		},

		// Where one is

		spot: () => resolved(place.here),

		goTo(stone, alone = false, step) {
			go({ stone, question: null }, alone, step);
		},

		goToQuestion(question) {
			go({ stone: this.here, question });
		},

		goToFailed() {
			const first = [...session.pending.values()].find(({ failed }) => failed !== null);
			const change = first?.do;
			const story = this.shown.stories.get(change?.story);
			const note = this.shown.notes.get(change?.note ?? change?.notes?.[0].note);
			const stone = story && (story.stone ?? PARKING);
			if (stone && stone !== this.here) this.goTo(stone, true);
			if (story) this.openPanel("stories");
			else if (note) this.reveal(note.id);
			if (note && change?.comment) later(this, "comments", note);
			if (first && !story && !note) later(this, "unsaved", first);
		},

		lead(leading) {
			place.leading = leading;
			touch({ place: true });
		},

		bringEveryone(together) {
			const spot = together ? place.here : place.room;
			place.leading = true;
			place.follow();
			session.ask({ kind: "room.move", ...spot, together });
		},

		writing(note, hold = true) {
			if (presence.mine.typing !== note) presence.tell({ typing: note });
			if (note === null) place.release();
			else if (hold) place.hold();
		},

		reveal(id) {
			const note = this.shown.notes.get(id);
			if (!note) return;
			if (note.stone !== this.here) this.goTo(note.stone, true);
			requestAnimationFrame(() => this.screen?.reveal?.(id));
		},

		// What one did

		undo(step) {
			// A step that is named and gone was undone already.
			tellIfNot(this.steps.undo(step), step ? "" : t("There is nothing of yours left to undo."));
		},

		redo() {
			tellIfNot(this.steps.redo(), t("There is nothing left to do again."));
		},

		// Windows

		nameCluster(cluster) {
			if (cluster) this.screen?.nameCluster?.(cluster);
		},

		openPanel(name, about) {
			this.screen?.openPanel?.(name, about);
		},

		closePanel() {
			this.screen?.closePanel?.();
		},

		watch: (element, draw) => void watching.set(element, draw),

		seek(fits) {
			this.sought = fits;
			touch({ keys: new Set(["sought"]) });
		},

		redraw() {
			touch({ all: true });
			this.screen?.drawPresence();
		},

		async fetch(name, options) {
			const answer = await fetch(data.api + name, options);
			if (!answer.ok || !answer.headers.get("content-type")?.includes("json")) throw new Error(`${name}: status ${answer.status}`);
			return answer.json();
		},
	});

	Object.assign(room, createKnown(room));
	room.rights = createRights(room);
	room.actions = createActions(room);
	room.linking = createLinking(room);
	const news = createNews(room);

	/** In a closed session nobody is taken along. @param {Spot} spot @param {boolean} [alone] @param {string} [step] */
	function go(spot, alone = false, step) {
		if (place.kept) toasts.show(t("We stay together for now. The facilitator lets go in a moment."));
		place.go({ ...resolved(spot), ...step && { step } }, { leads: room.actions.leads && !alone && !room.shown.workshop?.closed });
	}

	/** Where no question is named, the first one is in view. @type {(spot: Spot) => Spot} */
	function resolved({ stone, question }) {
		const known = room.stone(stone);
		return { stone, question: known?.questions[indexOf(known, question)]?.id ?? null };
	}

	/** @type {(outcome: Outcome, nothing: string) => void} */
	function tellIfNot({ done, reason }, nothing) {
		const sentence = reason === "changed" ? t("Others changed this since, so it stays as it is.") : nothing;
		if (!done && sentence) toasts.show(sentence);
	}

	// The line

	/** @param {any} message */
	function hear(message) {
		if (message.type === "presence") presence.receive(message);
		else if (message.type === "bye") sayGoodbye(message);
		else if (message.type === "tally") count(message);
		else {
			if (message.you) room.tallies.clear(); // all of them follow
			session.receive(message);
		}
	}

	/** @param {{vote: string, notes?: Record<string, number>, voters: number, through?: number}} tally says what is new */
	function count({ vote, notes = {}, voters, through = 0 }) {
		room.tallies.set(vote, { notes: new Map([...room.tallies.get(vote)?.notes ?? [], ...Object.entries(notes)]), voters, through });
		touch({ keys: new Set([`votes:${vote}`]) });
	}

	/** @param {{reason: string, sentence: string}} bye */
	function sayGoodbye({ reason, sentence }) {
		room.stop();
		if (GONE.has(reason)) {
			session.forget();
			room.memory.clear();
			room.secrets.clear();
		}
		room.ended(sentence);
	}

	function lineChanged() {
		if (line.state === "open") {
			presence.tell({ stone: room.here });
			session.sendAgain();
		}
		if (line.state === "waiting") presence.forget();
		if (line.state === "waiting" && !room.screen) room.delayed();
		touch({ keys: new Set(["line"]) });
	}

	// Drawing: once a frame, however much happened

	/** @param {Partial<Touched>} part */
	function touch({ all = false, place: moved = false, keys = new Set(), news: told = [], drawn }) {
		room.boards = room.walk = room.seen = null;
		const { workshop } = session.shown;
		if (!workshop) return;
		place.roomAt(resolved(room.meant()), workshop.together && session.you?.role === "participant");
		// Who stands alone at a stone that is gone goes to the others.
		if (keys.has(`stones:${room.here}`) && !room.stone(room.here)) place.follow();
		news.gather(told);
		if (!waiting) requestAnimationFrame(draw);
		const before = waiting ??= { all, place: moved, keys: new Set() };
		Object.assign(before, { all: before.all || all, place: before.place || moved, drawn: before.drawn ?? drawn });
		for (const key of keys) before.keys.add(key);
	}

	async function draw() {
		const create = room.screen ? null : await room.opened(room.isWatched);
		const touched = waiting;
		waiting = null;
		if (!touched || leave.signal.aborted) return;
		if (create) Object.assign(touched, { all: true, place: true });
		const screen = room.screen ??= /** @type {(room: Room) => Scene} */ (create)(room);
		if (touched.place) presence.tell({ stone: room.here });
		const root = /** @type {ShadowRoot} */ (element.getRootNode());
		const focused = root.activeElement;
		screen.draw(touched);
		for (const [window, drawWindow] of watching) window.isConnected ? drawWindow(touched) : watching.delete(window);
		// Else keys would be the page's around us.
		if (focused && !root.activeElement?.checkVisibility({ visibilityProperty: true })) element.focus({ preventScroll: true });
	}

	return room;
};
