/** What this person did, taken back or done again: only what is still as they left it, whatever others did since. */

import { KINDS, newId } from "./changes.js";
import { NOTES_AT_ONCE } from "./limits.js";
import { recordAt } from "./records.js";
import { notesIn } from "./state.js";

const MOST = 200;
/** Saves of one text within so many milliseconds are one step. */
const TOGETHER = 4000;
const OURS = /^(notes?|picture|sketch|cluster|link|comment|story)\./;
/** What goes along when a note goes to another board. */
const PLACE = ["x", "y", "question", "cluster", "stone"];
/** What somebody else wrote keeps a new thing from being deleted. */
const WORDS = ["text", "title", "word", "role", "want", "benefit"];

export class Undo {
	/** @type {Step[]} */ #done = [];
	/** @type {Step[]} */ #undone = [];
	/** @type {Step | null} */ #open = null;
	/** Clusters, links and comments come back under new ids. */
	#renamed = new Map();
	/** Where one typed last, and when. */
	#typed = "";
	#at = 0;
	#person = "";

	/** @param {Session} session */
	constructor(session) {
		this.session = session;
		session.asked = (change, before) => this.note(change, before);
	}

	get canUndo() {
		return this.#own().#done.length > 0;
	}

	get canRedo() {
		return this.#own().#undone.length > 0;
	}

	get latest() {
		return this.#own().#done.at(-1);
	}

	/** @param {Step} [step] the last one, if none is named */
	undo(step) {
		return this.#back(this.#own().#done, this.#undone, step);
	}

	redo() {
		return this.#back(this.#own().#undone, this.#done);
	}

	/** All that is asked meanwhile is one step. @template T @param {() => T} does @param {(step: Step) => void} [keep] @returns {T} */
	group(does, keep = (step) => this.#keep(step)) {
		if (this.#open) return does();
		/** @type {Step} */ const step = this.#open = [];
		try {
			return does();
		} finally {
			this.#open = null;
			if (step.length) keep(step);
		}
	}

	/** @param {Do} change @param {Map<string, any>} before the records it touched, as they were */
	note(change, before) {
		const [key = ""] = before.keys();
		const typed = !this.#own().#open && Object.keys(change).join() === "kind,note,text" ? key : "";
		const part = this.#done.at(-1)?.[0];
		const last = typed && typed === this.#typed && Date.now() - this.#at < TOGETHER && part instanceof Map && part.get(key);
		if (last && last[1].text === before.get(key)?.text) last[1] = recordAt(this.session.shown, key);
		else this.group(() => this.#add(change, before));
		this.#typed = typed;
		this.#at = Date.now();
	}

	/** Whoever comes next undoes nothing of who was here before. */
	#own() {
		const person = this.session.you?.person ?? "";
		if (person !== this.#person) this.#done.length = this.#undone.length = 0;
		this.#person = person;
		return this;
	}

	/** @param {Do} change @param {Map<string, any>} before */
	#add(change, before) {
		const step = this.#open ?? [];
		const { kind, note, sign, on, dx, dy } = change;
		const last = step.at(-1);
		const part = last instanceof Map ? last : new Map();
		if (kind === "cluster.move") step.push({ ...change, dx: -dx, dy: -dy });
		else if (kind === "reaction.set" && this.#has(before.get(`reactions:${note}`), sign) !== on) step.push({ ...change, on: !on });
		else if (OURS.test(kind)) for (const [key, was] of before) {
			const is = recordAt(this.session.shown, key);
			if ((was || is) && changed(was, is).length) part.set(key, [part.has(key) ? part.get(key)[0] : was, is]);
		}
		if (part !== last && part.size) step.push(part);
	}

	/** @param {Step} step */
	#keep(step) {
		this.#undone.length = 0;
		if (this.#done.push(step) > MOST) this.#done.shift();
	}

	/** @param {Step[]} from @param {Step[]} to @param {Step} [only] */
	#back(from, to, only) {
		const steps = only ? from.filter((step) => step === only) : from.toReversed();
		const known = to.length;
		this.#typed = "";
		for (const step of steps) {
			from.splice(from.indexOf(step), 1);
			this.group(() => step.reverse().forEach((part) => part instanceof Map ? this.#revert(part) : this.#repeat(part)), (made) => to.push(made));
			// A step of which nothing is left as it was is no step any more: the one before it is meant.
			if (to.length > known) return { done: true, reason: "" };
		}
		return { done: false, reason: steps.length ? "changed" : "nothing" };
	}

	/** What still changes something is done as it stands. @param {Do} change */
	#repeat(change) {
		const { clusters, reactions, notes } = this.session.shown;
		const { note, sign, on } = change;
		const cluster = this.#newest(change.cluster);
		if (clusters.has(cluster)) this.session.ask({ ...change, cluster });
		else if (notes.has(note) && this.#has(reactions.get(note), sign) !== on) this.session.ask(change);
	}

	/** @param {Map<string, [any, any]>} part */
	#revert(part) {
		const look = () => [...part].map(([key, [was, is]]) => this.#difference(key, was, is));
		const lost = look().filter(({ was, is, now }) => was && !is && !now);
		this.#several("notes.restore", lost);
		for (const it of lost) this.#bringBack(it, look());
		const all = look();
		const born = all.filter((it) => !it.was && it.now && this.#isUntouched(it, all));
		const edits = all.flatMap((it) => this.#edits(it));
		const alone = edits.filter(({ note, text, behalf }) => !note || (text ?? behalf) !== undefined);
		for (const edit of alone) this.session.ask({ kind: "note.edit", ...edit });
		for (const some of chunks(edits.filter((edit) => !alone.includes(edit)))) this.session.ask({ kind: "notes.edit", edits: some });
		for (const { noun, id } of born) if (noun !== "note") this.session.ask({ kind: `${noun}.delete`, [noun]: id });
		this.#several("notes.delete", born);
	}

	/** @param {string} kind @param {Difference[]} all */
	#several(kind, all) {
		for (const some of chunks(all.filter(({ noun, mine }) => noun === "note" && mine))) {
			this.session.ask({ kind, notes: some.map(({ id }) => id) }, { notes: some.map(({ id, was }) => was ? { ...was, note: id } : id) });
		}
	}

	/** @param {Difference} it @param {Difference[]} all */
	#bringBack({ noun, id, was }, all) {
		const { notes } = this.session.shown;
		if (noun === "story") this.session.ask({ kind: "story.restore", story: id }, was);
		const inside = all.filter(({ was: then, is, now }) => then?.cluster === id && now?.cluster === is?.cluster && now?.stone === was.stone);
		/** @type {Record<string, boolean>} */ const fits = { link: notes.has(was.start) && notes.has(was.end), comment: notes.has(was.note) && was.author === this.#person, cluster: inside.length > 1 };
		if (!fits[noun]) return;
		const kind = `${noun}.add`;
		const fresh = newId();
		this.#renamed.set(id, fresh);
		const wish = { ...was, notes: inside.slice(0, NOTES_AT_ONCE).map((it) => it.id), [noun]: fresh };
		this.session.ask({ kind, ...Object.fromEntries((KINDS[kind] ?? "").split(/[ |]+/).map((field) => [field, wish[field]])) });
		if (was.collapsed) this.session.ask({ kind: "cluster.edit", cluster: fresh, collapsed: true });
	}

	/** @param {string} key @param {any} was @param {any} is @returns {Difference} */
	#difference(key, was, is) {
		const [table = "", old] = key.split(/:(.*)/);
		const id = this.#newest(old);
		const grouped = (/** @type {any} */ record) => record?.cluster ? { ...record, cluster: this.#newest(record.cluster) } : record;
		const mine = this.session.you?.role === "facilitator" || (was ?? is).author === this.#person;
		return { id, noun: table === "stories" ? "story" : table.slice(0, -1), was: grouped(was), is: grouped(is), now: recordAt(this.session.shown, `${table}:${id}`), mine };
	}

	/** Nobody else wrote in it, or put notes into it. @param {Difference} it @param {Difference[]} all */
	#isUntouched({ id, noun, is, now }, all) {
		const alone = noun !== "cluster" || notesIn(this.session.shown, id).every((note) => all.some((it) => it.id === note.id && it.is?.cluster === id));
		return alone && WORDS.every((field) => now[field] === is?.[field]);
	}

	/** What is to be as it was. @param {Difference} it @returns {any[]} */
	#edits({ id, noun, was, is, now, mine }) {
		if (!was || !is || !now || (noun === "note" && !mine)) return [];
		const fields = changed(was, is).filter((field) => now[field] === is[field] && (now.stone === is.stone || !PLACE.includes(field)));
		const values = Object.fromEntries(fields.map((field) => [field, was[field]]));
		if (values.cluster && !this.session.shown.clusters.has(values.cluster)) delete values.cluster;
		return Object.keys(values).length ? [{ ...(noun !== "note" && { kind: `${noun}.edit` }), [noun]: id, ...values }] : [];
	}

	/** @param {Map<string, Set<string>> | undefined} signs @param {string} sign */
	#has(signs, sign) {
		return Boolean(signs?.get(sign)?.has(this.#person));
	}

	/** @param {any} id @returns {any} */
	#newest(id) {
		return this.#renamed.has(id) ? this.#newest(this.#renamed.get(id)) : id;
	}
}

/** The server alone says how high a note lies. @param {any} was @param {any} is */
function changed(was, is) {
	return Object.keys(was ?? is).filter((field) => field !== "z" && was?.[field] !== is?.[field]);
}

/** @template T @param {T[]} list */
function* chunks(list) {
	for (let at = 0; at < list.length; at += NOTES_AT_ONCE) yield list.slice(at, at + NOTES_AT_ONCE);
}
