/**
 * What this browser knows of the workshop: the server's truth, with one's own changes laid over it until they are
 * acknowledged. A refused one comes off again, except where somebody typed text: that stays in sight as failed.
 */

import { newId } from "./changes.js";
import { cleanedChange } from "./plain.js";
import { copyOf, copyRecord, keysOf, recordAt } from "./records.js";
import { apply, emptyState, stateFrom } from "./state.js";

/** Soon after "not so fast" we try again. */
const PATIENCE = 2000;
/** Refusals of what was done already, when the answer got lost and the change came under another id. */
const DONE = new Set(["note_exists", "story_exists", "comment_exists"]);
const TYPED = new Set(["note.add", "note.edit", "notes.add", "story.add", "story.edit", "comment.add"]);
const BROUGHT = new Set(["picture.add", "sketch.save"]);

export class Session {
	/** @type {State} */ truth = emptyState();
	/** @type {State} */ shown = emptyState();
	/** @type {Map<string, Pending>} */ pending = new Map();
	/** @type {Set<string>} */ online = new Set();
	/** @type {{person: string, role: Role} | null} */ you = null;
	/** Hears what this person did, and the records as they were before. @type {(change: Do, before: Map<string, any>) => void} */ asked = () => {};
	/** What waits, by the records it touches. @type {Map<string, Map<string, Pending>>} */ #waiting = new Map();
	/** @type {Map<string, string[]>} */ #keys = new Map();
	/** @type {Timer} */ #again;

	/** @param {Journal} journal @param {SessionHooks} hooks */
	constructor(journal, hooks) {
		this.journal = journal;
		this.hooks = hooks;
	}

	/** Ask for a change: it shows at once and goes to the server. @param {Do} asked @param {Record<string, any>} [guess] */
	ask(asked, guess = {}) {
		const change = this.#unborn(cleanedChange(asked));
		if (!change) return undefined;
		const before = new Map(keysOf(change, this.shown).map((key) => [key, recordAt(this.shown, key)]));
		const base = isText(change) && this.shown.notes.get(change.note)?.text;
		const id = this.#keep({ id: newId(), do: change, guess: { at: Date.now(), ...guess }, failed: null, ...(typeof base === "string" && { base }) });
		this.asked(change, before);
		return id;
	}

	/** What is still to be sent, in the order in which it was asked. */
	unsent() {
		return [...this.pending.values()].filter((pending) => pending.failed === null);
	}

	/** All of that, for what was sent may not have come through. */
	sendAgain() {
		this.#again = void clearTimeout(this.#again);
		for (const pending of this.unsent()) this.hooks.send(pending);
	}

	/** @param {string} key the changes that wait or failed on one record */
	waitingFor(key) {
		return [...(this.#waiting.get(key)?.values() ?? [])];
	}

	/** @param {string} id */
	retry(id) {
		const failed = this.pending.get(id);
		if (failed) this.#keep({ ...failed, failed: null });
	}

	/** @param {string} id */
	giveUp(id) {
		this.#touch(this.#drop(id));
	}

	/** @param {any} message one from the server; presence is not for us */
	receive(message) {
		if (message.you) this.#amNow(message.you);
		if (message.online) this.online = new Set(message.online);
		switch (message.type) {
			case "snapshot": this.#begin(message); break;
			case "changes": this.#follow(message); break;
			case "ack": this.giveUp(message.id); break;
			case "refused": this.#refused(message); break;
		}
		if (message.you) this.#sayBeside();
	}

	/** @param {string} person @param {boolean} online */
	seen(person, online) {
		if (this.online.has(person) === online) return;
		online ? this.online.add(person) : this.online.delete(person);
		this.#touch(["online"]);
	}

	/** Whoever comes next to this browser finds nothing of what was not sent. */
	forget() {
		this.pending.clear();
		this.#waiting.clear();
		this.journal.clear();
	}

	// Messages

	/** @param {{person: string, role: Role}} you what waits in the journal is this person's to send, nobody else's */
	#amNow(you) {
		const known = this.you?.person === you.person;
		this.you = you;
		if (known) return;
		this.pending = new Map(this.journal.of(you.person).map((pending) => [pending.id, pending]));
		this.#renew();
	}

	/** @param {any} snapshot */
	#begin(snapshot) {
		this.truth = stateFrom(snapshot);
		this.#renew(true);
	}

	/** @param {{seq: number, changes: Change[], online?: string[]}} message */
	#follow({ seq, changes, online }) {
		const keys = new Set(online ? ["online"] : []);
		/** @type {News[]} */ const news = [];
		/** @type {[Change, Map<string, any>][]} */ const brought = [];
		let [all, drawn] = [false, undefined];
		for (const change of changes) {
			if (change.seq <= this.truth.seq) continue;
			const mine = this.pending.has(change.id) || change.by === this.you?.person;
			const about = keysOf(change, this.truth);
			const before = new Map(about.map((key) => [key, recordAt(this.truth, key)]));
			if (mine && change.kind === "sketch.save") drawn = change.note;
			if (mine && BROUGHT.has(change.kind) && !this.truth.notes.has(change.note)) brought.push([change, before]);
			for (const key of [...this.#drop(change.id), ...about]) keys.add(key);
			apply(this.truth, change);
			if (!mine) news.push(...this.#newsOf(change, before));
			all ||= change.kind === "snapshot.restore";
		}
		this.truth.seq = Math.max(this.truth.seq, seq);
		if (all) this.#renew();
		this.#touch([...keys], news, drawn);
		// The page around us asked for these, in this person's name.
		for (const [change, before] of brought) this.asked(change, before);
	}

	/** A cluster says enough of the notes in it. @param {Change} change @param {Map<string, any>} before @returns {News[]} */
	#newsOf({ kind }, before) {
		const told = [...before].filter(([key]) => /^(notes|clusters):/.test(key)).slice(0, kind.startsWith("cluster.") ? 1 : undefined);
		return told.map(([key, was]) => [key, was, recordAt(this.truth, key)]);
	}

	/** Where somebody else wrote in a note while a text for it waited for the line, both stay. */
	#sayBeside() {
		for (const [id, edits] of Map.groupBy(this.unsent().filter((pending) => isText(pending.do)), (pending) => pending.do.note)) {
			const [note, first, last] = [this.truth.notes.get(id), edits[0], edits.at(-1)];
			if (!note || !last || first?.base === undefined || [first.base, ...edits.map((edit) => edit.do.text)].includes(note.text)) continue;
			for (const edit of edits) this.giveUp(edit.id);
			this.hooks.beside(note, last.do.text, again(last.id));
		}
	}

	/** @param {{id: string|null, reason: string, sentence: string}} refusal */
	#refused({ id, reason, sentence }) {
		const pending = id === null ? undefined : this.pending.get(id);
		if (!pending) return this.hooks.refused(sentence);
		if (reason === "too_fast") return void (this.#again ??= setTimeout(() => this.sendAgain(), PATIENCE));
		if (DONE.has(reason)) return this.giveUp(pending.id);
		const keys = this.#drop(pending.id);
		const { kind, text, role, want, benefit, notes } = pending.do;
		if (TYPED.has(kind) && [text, role, want, benefit, notes].some((words) => words !== undefined)) keys.push(...this.#hold({ ...this.#rescued(pending), failed: sentence }));
		else this.hooks.refused(sentence);
		return this.#touch(keys);
	}

	/**
	 * What can be tried again when a note was deleted meanwhile: an edit becomes a new note, a story does without it.
	 * Every tab of this person that comes here comes to the same ids, so nothing is there twice.
	 * @param {Pending} pending @returns {Pending}
	 */
	#rescued(pending) {
		const { kind, note } = pending.do;
		const renewed = { ...pending, id: again(pending.id) };
		if (this.truth.notes.has(note)) return renewed;
		if (kind === "story.add") return { ...renewed, do: { ...pending.do, note: null } };
		const gone = this.truth.trash.get(note);
		if (kind !== "note.edit" || !gone) return renewed;
		const { stone, question, colour, x, y } = gone;
		return { ...renewed, do: { kind: "note.add", note: renewed.id, stone, question, colour, x, y, text: pending.do.text } };
	}

	// Layers

	/** @param {Pending} pending */
	#keep(pending) {
		const keys = this.#hold(pending);
		this.hooks.send(pending);
		this.#touch(keys);
		return pending.id;
	}

	/** @param {Pending} pending @returns {string[]} what it touches */
	#hold(pending) {
		this.pending.set(pending.id, pending);
		this.journal.save(pending, this.you?.person);
		return this.#index(pending);
	}

	/** @param {string} id @returns {string[]} what it touched */
	#drop(id) {
		if (this.pending.delete(id)) this.journal.drop(id);
		const keys = this.#keys.get(id) ?? [];
		for (const key of keys) this.#waiting.get(key)?.delete(id);
		this.#keys.delete(id);
		return keys;
	}

	/** @param {Pending} pending */
	#index(pending) {
		const { id } = pending;
		const keys = [...new Set([...(this.#keys.get(id) ?? []), ...keysOf(pending.do, this.shown)])];
		this.#keys.set(id, keys);
		for (const key of keys) {
			const waiting = this.#waiting.get(key) ?? new Map();
			this.#waiting.set(key, waiting.set(id, pending));
		}
		return keys;
	}

	/** What is done to what the server never took is done to the wish to have it. @param {Do} change @returns {Do | null} the rest */
	#unborn(change) {
		const part = { "notes.edit": "edits", "notes.delete": "notes" }[change.kind];
		if (!part) return this.#amend(change) ? null : change;
		const kind = change.kind.replace("notes", "note");
		const rest = change[part].filter((/** @type {any} */ one) => !this.#amend({ kind, ...(one.note ? one : { note: one }) }));
		return rest.length ? { ...change, [part]: rest } : null;
	}

	/** @param {Do} change @returns {boolean} whether it was about what the server never took */
	#amend({ kind, ...fields }) {
		const [key = ""] = keysOf({ kind, ...fields }, this.shown);
		const unborn = this.waitingFor(key).find((pending) => pending.failed !== null && pending.do.kind.endsWith(".add"));
		if (!unborn) return false;
		const { notes, ...wish } = unborn.do;
		const own = notes?.find(({ note }) => note === fields.note);
		const keys = this.#drop(unborn.id);
		if (notes?.[1]) this.#hold({ ...unborn, do: { ...wish, notes: notes.filter((note) => note !== own) } });
		const renewed = { ...unborn, id: notes ? newId() : unborn.id, failed: null, do: { ...wish, ...own, ...fields, kind: wish.kind.replace("notes", "note") } };
		if (!kind.endsWith(".delete")) this.#keep(renewed);
		this.#touch(keys);
		return true;
	}

	/** Everything is shown anew. @param {boolean} [place] whether one may be elsewhere */
	#renew(place = false) {
		this.shown = copyOf(this.truth);
		this.#waiting.clear();
		this.#keys.clear();
		for (const pending of this.pending.values()) {
			this.#index(pending);
			apply(this.shown, this.#guessed(pending));
		}
		this.hooks.touched({ all: true, place, keys: new Set(), news: [] });
	}

	/** @param {string[]} keys @param {News[]} [news] @param {string} [drawn] */
	#touch(keys, news = [], drawn) {
		this.#layer(keys);
		this.shown.seq = this.truth.seq;
		if (keys.length) this.hooks.touched({ all: false, place: false, keys: new Set(keys), news, drawn });
	}

	/** @param {string[]} keys brings what is shown of these records up to date, with all that waits on them in its order */
	#layer(keys) {
		const waiting = new Set(keys.flatMap((key) => this.waitingFor(key)));
		const slice = emptyState();
		for (const key of keys) copyRecord(this.truth, slice, key);
		for (const pending of waiting.size > 1 ? this.pending.values() : waiting) {
			if (waiting.has(pending)) apply(slice, this.#guessed(pending));
		}
		for (const key of keys) copyRecord(slice, this.shown, key);
	}

	/** As the server would tell it, as far as we know. @param {Pending} pending @returns {Do} */
	#guessed(pending) {
		return { by: this.you?.person ?? null, ...pending.do, ...pending.guess };
	}
}

/** @param {Do} change */
const isText = ({ kind, text }) => kind === "note.edit" && text !== undefined;

/** The id under which a change is tried anew: the same in each tab. @param {string} id */
const again = (id) => (id.length < 60 ? `${id}~` : newId());
