/** The workshop as plain data, and what each kind of change does to it. Records are replaced, never altered. */

import { KINDS } from "./changes.js";

/** @returns {State} */
export function emptyState() {
	return {
		seq: 0, workshop: null, finished: new Set(), people: new Map(), notes: new Map(), trash: new Map(), stories: new Map(),
		scores: new Map(), clusters: new Map(), links: new Map(), reactions: new Map(), comments: new Map(),
	};
}

/** The state that a snapshot describes. @param {any} snapshot @returns {State} */
export function stateFrom({ seq, workshop, finished, scores = [], reactions = [], ...tables }) {
	/** @type {any} */ const state = { ...emptyState(), seq, workshop, finished: new Set(finished) };
	for (const table of ["people", "notes", "stories", "clusters", "links", "comments"]) {
		for (const record of tables[table] ?? []) state[table].set(record.id, record);
	}
	for (const score of scores) state.scores.set(score.question, score);
	for (const { person, ...reaction } of reactions) react(state, { ...reaction, by: person, on: true });
	return state;
}

/** @param {State} state @param {string} id of a cluster */
export function notesIn({ notes }, id) {
	return [...notes.values()].filter(({ cluster }) => cluster === id);
}

/** The table of a kind of record. @param {string} noun @returns {Table} */
export const tableOf = (noun) => ({ story: "stories", person: "people" }[noun] ?? /** @type {any} */ (`${noun}s`));

/**
 * Carries out one change; what it is about no longer being there is no error, for the later change wins.
 * @param {State} state @param {Do} change
 */
export function apply(state, change) {
	if (!(change.kind in KINDS)) throw new Error(`A change is one of ${Object.keys(KINDS).join(", ")}; this is ${change.kind}: reload the page`);
	(EFFECTS[change.kind] ?? plain)(state, change);
}

/** What a new record holds where the change says nothing. @type {Record<string, object>} */
const BLANKS = {
	note: { question: null, colour: "yellow", x: 0, y: 0, z: 0, picture: null, width: 0, height: 0, sketch: false, size: "medium", cluster: null, behalf: "" },
	story: { benefit: "", note: null, source: "" },
	cluster: { collapsed: false },
	link: { word: "" },
};

/** All others concern one record, and nothing else. @type {Record<string, (state: State, change: any) => void>} */
const EFFECTS = {
	"note.edit": editNote,
	"note.delete": (state, { note }) => move(state.notes, state.trash, note),
	"note.restore": (state, change) => restore(state, change.stone === undefined ? change.note : change),
	"notes.add": (state, change) => { for (const note of change.notes) plain(state, { ...change, ...note }, "note.add"); },
	"notes.edit": (state, { z, edits }) => { for (const edit of edits) editNote(state, { z, ...edit }); },
	"notes.delete": (state, { notes }) => { for (const note of notes) move(state.notes, state.trash, note); },
	"notes.restore": (state, { notes }) => { for (const note of notes) restore(state, note); },
	"sketch.save": (state, change) => putNote(state, { sketch: true, ...change }),
	"picture.add": putNote,
	"cluster.add": (state, change) => {
		plain(state, change);
		for (const note of change.notes) plain(state, { note, cluster: change.cluster }, "note.edit");
	},
	"cluster.move": (state, { cluster, dx, dy }) => {
		for (const note of notesIn(state, cluster)) state.notes.set(note.id, { ...note, x: note.x + dx, y: note.y + dy });
	},
	"cluster.delete": (state, change) => {
		plain(state, change);
		for (const note of notesIn(state, change.cluster)) state.notes.set(note.id, { ...note, cluster: null });
	},
	"reaction.set": react,
	"snapshot.restore": (state, change) => { if (change.notes) putBoard(state, change); },
	"story.restore": (state, change) => { if (change.want) plain(state, change); },
	"score.set": ({ scores }, { question, score, remark = "" }) => { scores.set(question, { question, score, remark }); },
	"room.move": (state, change) => settle(state, { question: null, ...change }),
	"stone.finish": ({ finished }, change) => { change.finished ? finished.add(change.stone) : finished.delete(change.stone); },
	"workshop.edit": settle,
	"person.join": ({ people }, { person, name, role, at = 0 }) => { people.set(person, { id: person, name, role, joined: at }); },
	// Who was shown out keeps a name: it stands at their notes.
	"person.remove": () => {},
	"code.renew": settle,
};

/** Adds, edits or deletes the record that a change is about. @param {State} state @param {any} change @param {string} [kind] */
function plain(state, change, kind = change.kind) {
	const [noun = "", verb] = kind.split(".");
	/** @type {Map<string, any>} */ const records = state[tableOf(noun)];
	const id = change[noun];
	const known = records.get(id);
	if (verb === "delete") records.delete(id);
	else if (verb !== "edit" && verb !== "rename") known || records.set(id, made(noun, change));
	else if (known) records.set(id, { ...known, ...fieldsOf(noun, change) });
}

/** @param {string} noun @param {any} change @param {object} [known] @returns {any} */
function made(noun, change, known) {
	return { ...BLANKS[noun], author: change.by ?? null, created: change.at ?? 0, ...known, ...fieldsOf(noun, change), id: change[noun] };
}

const ABOUT = new Set(["kind", "seq", "id", "by", "at", "notes"]);

/** What a change says of its record. @param {string} noun @param {any} change */
function fieldsOf(noun, change) {
	return Object.fromEntries(Object.entries(change).filter(([name, value]) => value !== undefined && name !== noun && !ABOUT.has(name)));
}

/** @param {State} state @param {any} change */
function settle(state, change) {
	if (state.workshop) state.workshop = { ...state.workshop, ...fieldsOf("", change) };
}

/** @param {State} state @param {any} change */
function putNote(state, change) {
	state.trash.delete(change.note);
	state.notes.set(change.note, made("note", change, state.notes.get(change.note)));
}

/** A note that goes to another board leaves its question and cluster behind. @param {State} state @param {any} change */
function editNote(state, change) {
	const stays = [undefined, state.notes.get(change.note)?.stone].includes(change.stone);
	plain(state, stays ? change : { question: null, cluster: null, ...change }, "note.edit");
}

/** @param {State} state @param {any} note its id, or all of it */
function restore(state, note) {
	note.note ? putNote(state, note) : move(state.trash, state.notes, note);
}

/** @param {State} state @param {any} change a board as it was */
function putBoard(state, { stone, gone, notes, clusters, links }) {
	for (const note of gone) move(state.notes, state.trash, note);
	for (const note of notes) putNote(state, note);
	for (const { id, ...cluster } of [...state.clusters.values()]) if (cluster.stone === stone) state.clusters.delete(id);
	for (const cluster of clusters) plain(state, cluster, "cluster.add");
	for (const link of links) plain(state, link, "link.add");
}

/** @param {State} state @param {any} change who puts a sign at a note, or takes it away */
function react({ reactions }, { note, sign, by, on }) {
	const signs = new Map(reactions.get(note));
	const people = new Set(signs.get(sign));
	on ? people.add(by) : people.delete(by);
	people.size ? signs.set(sign, people) : signs.delete(sign);
	signs.size ? reactions.set(note, signs) : reactions.delete(note);
}

/** @param {Map<string, Note>} from @param {Map<string, Note>} to @param {string} id */
function move(from, to, id) {
	const note = from.get(id);
	if (note && from.delete(id)) to.set(id, note);
}
