/** What this person did, taken back or done again: only what is still as they left it, whatever others did since. */

import { newId } from "./changes.js";
import { NOTES_AT_ONCE } from "./limits.js";
import { recordAt } from "./records.js";
import { notesIn } from "./state.js";

const MOST = 200;
/** Saves of one text within so many milliseconds are one step. */
const TOGETHER = 4000;
const OURS = /^(notes?|picture|sketch|cluster|link|comment|story)\.(?!reveal)/;
/** What goes along when a note goes to another board. */
const PLACE = ["x", "y", "question", "cluster", "stone"];
/** What has no trash is added anew, with these. @type {Record<string, string[]>} */
const ADDED = { cluster: ["stone", "title", "notes"], link: ["start", "end", "word"], comment: ["note", "text"] };
/** What somebody else wrote keeps a new thing from being deleted. */
const WORDS = ["text", "title", "word", "role", "want", "benefit"];

/** @type {(session: Session) => Undo} */
export const createUndo = (session) => {
	/** @type {Step[]} */ const done = [];
	/** @type {Step[]} */ const undone = [];
	/** @type {Step | null} */ let open = null;
	/** Clusters, links and comments come back under new ids. @type {Map<string, string>} */ const renamed = new Map();
	/** Where one typed last, and when. */ let [typed, at] = ["", 0];
	let person = "";

	/** @type {Undo} */ const undo = {
		get canUndo() { return mine(done).length > 0; },
		get canRedo() { return mine(undone).length > 0; },
		get latest() { return mine(done).at(-1); },
		undo: (step) => back(mine(done), undone, step),
		redo: () => back(mine(undone), done),

		group(does, keep = add) {
			if (open) return does();
			/** @type {Step} */ const step = open = [];
			try {
				return does();
			} finally {
				open = null;
				if (step.length) keep(step);
			}
		},
	};

	session.asked = (change, before) => {
		const [key = ""] = before.keys();
		const types = !open && Object.keys(change).join() === "kind,note,text" ? key : "";
		const part = mine(done).at(-1)?.[0];
		const last = types && types === typed && Date.now() - at < TOGETHER && part instanceof Map && part.get(key);
		if (last && last[1].text === before.get(key)?.text) last[1] = recordAt(session.shown, key);
		else undo.group(() => remember(change, before));
		[typed, at] = [types, Date.now()];
	};

	/** Whoever comes next undoes nothing of who was here before. @param {Step[]} steps */
	function mine(steps) {
		const now = session.you?.person ?? "";
		if (now !== person) done.length = undone.length = 0;
		person = now;
		return steps;
	}

	/** @type {(change: Do, before: Map<string, any>) => void} */
	function remember(change, before) {
		const step = open ?? [];
		const { kind, note, sign, on, dx, dy } = change;
		const last = step.at(-1);
		const part = last instanceof Map ? last : new Map();
		if (kind === "cluster.move") step.push({ ...change, dx: -dx, dy: -dy });
		else if (kind === "reaction.set" && has(before.get(`reactions:${note}`), sign) !== on) step.push({ ...change, on: !on });
		else if (OURS.test(kind)) for (const [key, was] of before) {
			const is = recordAt(session.shown, key);
			if ((was || is) && changed(was, is).length) part.set(key, [part.has(key) ? part.get(key)[0] : was, is]);
		}
		if (part !== last && part.size) step.push(part);
	}

	/** @param {Step} step */
	function add(step) {
		undone.length = 0;
		if (done.push(step) > MOST) done.shift();
	}

	/** @type {(from: Step[], to: Step[], only?: Step) => Outcome} */
	function back(from, to, only) {
		const steps = only ? from.filter((step) => step === only) : from.toReversed();
		const known = to.length;
		typed = "";
		for (const step of steps) {
			from.splice(from.indexOf(step), 1);
			undo.group(() => step.reverse().forEach((part) => part instanceof Map ? revert(part) : repeat(part)), (made) => to.push(made));
			// A step of which nothing is left as it was is no step any more: the one before it is meant.
			if (to.length > known) return { done: true, reason: "" };
		}
		return { done: false, reason: steps.length ? "changed" : "nothing" };
	}

	/** What still changes something is done as it stands. @param {Do} change */
	function repeat(change) {
		const { clusters, reactions, notes } = session.shown;
		const { note, sign, on } = change;
		const cluster = newest(change.cluster);
		if (clusters.has(cluster)) session.ask({ ...change, cluster });
		else if (notes.has(note) && has(reactions.get(note), sign) !== on) session.ask(change);
	}

	/** @param {Part} part */
	function revert(part) {
		const look = () => [...part].map(([key, [was, is]]) => difference(key, was, is));
		const lost = look().filter(({ was, is, now }) => was && !is && !now);
		several("notes.restore", lost);
		for (const it of lost) bringBack(it, look());
		const all = look();
		const born = all.filter((it) => !it.was && it.now && isUntouched(it, all));
		const edits = all.flatMap(editsOf);
		const alone = edits.filter(({ note, text, behalf }) => !note || (text ?? behalf) !== undefined);
		for (const edit of alone) session.ask({ kind: "note.edit", ...edit });
		for (const some of chunks(edits.filter((edit) => !alone.includes(edit)))) session.ask({ kind: "notes.edit", edits: some });
		for (const { noun, id } of born) if (noun !== "note") session.ask({ kind: `${noun}.delete`, [noun]: id });
		several("notes.delete", born);
	}

	/** @type {(kind: string, all: Difference[]) => void} */
	function several(kind, all) {
		for (const some of chunks(all.filter(({ noun, mine }) => noun === "note" && mine))) {
			session.ask({ kind, notes: some.map(({ id }) => id) }, { notes: some.map(({ id, was }) => was ? { ...was, note: id } : id) });
		}
	}

	/** @type {(it: Difference, all: Difference[]) => void} */
	function bringBack({ noun, id, was }, all) {
		const { notes } = session.shown;
		if (noun === "story") session.ask({ kind: "story.restore", story: id }, was);
		const inside = all.filter(({ was: then, is, now }) => then?.cluster === id && now?.cluster === is?.cluster && now?.stone === was.stone);
		/** @type {Record<string, boolean>} */ const fits = { link: notes.has(was.start) && notes.has(was.end), comment: notes.has(was.note) && was.author === person, cluster: inside.length > 1 };
		if (!fits[noun]) return;
		const fresh = newId();
		renamed.set(id, fresh);
		const wish = { ...was, notes: inside.slice(0, NOTES_AT_ONCE).map((it) => it.id) };
		session.ask({ kind: `${noun}.add`, [noun]: fresh, ...Object.fromEntries((ADDED[noun] ?? []).map((field) => [field, wish[field]])) });
		if (was.collapsed) session.ask({ kind: "cluster.edit", cluster: fresh, collapsed: true });
	}

	/** @type {(key: string, was: any, is: any) => Difference} */
	function difference(key, was, is) {
		const [table = "", old = ""] = key.split(/:(.*)/);
		const id = newest(old);
		const grouped = (/** @type {any} */ record) => record?.cluster ? { ...record, cluster: newest(record.cluster) } : record;
		const mine = session.isMine(was ?? is);
		return { id, noun: table === "stories" ? "story" : table.slice(0, -1), was: grouped(was), is: grouped(is), now: recordAt(session.shown, `${table}:${id}`), mine };
	}

	/** Nobody else wrote in it, or put notes into it. @type {(it: Difference, all: Difference[]) => boolean} */
	function isUntouched({ id, noun, is, now }, all) {
		const alone = noun !== "cluster" || notesIn(session.shown, id).every((note) => all.some((it) => it.id === note.id && it.is?.cluster === id));
		return alone && WORDS.every((field) => now[field] === is?.[field]);
	}

	/** What is to be as it was. @type {(it: Difference) => any[]} */
	function editsOf({ id, noun, was, is, now, mine }) {
		if (!was || !is || !now || (noun === "note" && !mine)) return [];
		const fields = changed(was, is).filter((field) => now[field] === is[field] && (now.stone === is.stone || !PLACE.includes(field)));
		const values = Object.fromEntries(fields.map((field) => [field, was[field]]));
		if (values.cluster && !session.shown.clusters.has(values.cluster)) delete values.cluster;
		return Object.keys(values).length ? [{ ...(noun !== "note" && { kind: `${noun}.edit` }), [noun]: id, ...values }] : [];
	}

	/** @type {(signs: Map<string, Set<string>> | undefined, sign: string) => boolean} */
	const has = (signs, sign) => Boolean(signs?.get(sign)?.has(person));

	/** @type {(id: string) => string} */
	const newest = (id) => renamed.has(id) ? newest(renamed.get(id) ?? "") : id;

	return undo;
};

/** The server alone says how high a note lies. @param {any} was @param {any} is */
const changed = (was, is) => Object.keys(was ?? is).filter((field) => field !== "z" && was?.[field] !== is?.[field]);

/** @template T @param {T[]} list */
function* chunks(list) {
	for (let at = 0; at < list.length; at += NOTES_AT_ONCE) yield list.slice(at, at + NOTES_AT_ONCE);
}
