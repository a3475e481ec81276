/** The workshop as plain data, and what each kind of change does to it. Records are replaced, never altered. */

import { KINDS } from "./changes.js";

/** @type {() => State} */
export const emptyState = () => ({
	seq: 0, workshop: null, finished: new Set(), people: new Map(), notes: new Map(), trash: new Map(), stories: new Map(),
	scores: new Map(), clusters: new Map(), links: new Map(), reactions: new Map(), comments: new Map(),
	stones: new Map(), groups: new Map(), dissolved: new Map(), votes: new Map(), dots: new Map(), actions: new Map(), scripts: new Map(),
});

/** The state that a snapshot describes. @type {(snapshot: any) => State} */
export function stateFrom({ seq, workshop, finished, scores, reactions, stones = [], dots = [], scripts = [], mine = [], ...tables }) {
	/** @type {any} */ const state = { ...emptyState(), seq, workshop, finished: new Set(finished) };
	for (const table of ["people", "notes", "stories", "clusters", "links", "comments", "groups", "dissolved", "votes", "actions"]) {
		for (const record of tables[table] ?? []) state[table].set(record.id, record);
	}
	for (const note of mine) state.notes.set(note.id, note);
	for (const settings of stones) state.stones.set(settings.stone, settings);
	for (const own of dots) putDots(state, own);
	for (const { step, text } of scripts) state.scripts.set(step, text);
	for (const score of scores) state.scores.set(score.question, score);
	for (const { person, ...reaction } of reactions) react(state, { ...reaction, by: person, on: true });
	return state;
}

/** Those of a cluster. @type {(state: State, id: string) => Note[]} */
export const notesIn = ({ notes }, id) => [...notes.values()].filter(({ cluster }) => cluster === id);

/** The table of a kind of record. @type {(noun: string) => Table} */
export const tableOf = (noun) => ({ story: "stories", person: "people" }[noun] ?? /** @type {any} */ (`${noun}s`));

/** Carries out one change; what it is about no longer being there is no error, for the later change wins. @type {(state: State, change: Do) => void} */
export function apply(state, change) {
	if (!KINDS.has(change.kind)) throw new Error(`No change is called ${change.kind} here: reload the page`);
	(EFFECTS[change.kind] ?? plain)(state, change);
}

/** What a new record holds where nothing is said. @type {Record<string, object>} */
const BLANKS = {
	note: { question: null, colour: "yellow", x: 0, y: 0, z: 0, picture: null, width: 0, height: 0, sketch: false, size: "medium", cluster: null, behalf: "", audience: "all", group: null, anonymous: false },
	story: { benefit: "", note: null, source: "" },
	cluster: { collapsed: false },
	link: { word: "" },
	action: { who: "", due: "", status: "open", stone: null, note: null },
	vote: { title: "", notes: null, hidden: true, closed: null, voters: 0 },
};

/** All others concern one record, and nothing else. @type {Record<string, Effect>} */
const EFFECTS = {
	"note.edit": editNote,
	"note.delete": ({ notes, trash }, { note }) => move(notes, trash, [note]),
	"note.restore": (state, change) => restore(state, change.stone ? change : change.note),
	"notes.add": (state, change) => { for (const note of change.notes) plain(state, { ...change, ...note, kind: "note.add" }); },
	"notes.edit": (state, { z, edits }) => { for (const edit of edits) editNote(state, { z, ...edit }); },
	"notes.delete": (state, { notes }) => move(state.notes, state.trash, notes),
	"notes.restore": (state, { notes }) => { for (const note of notes) restore(state, note); },
	"sketch.save": (state, change) => putNote(state, { sketch: true, ...change }),
	"picture.add": putNote,
	"cluster.add": (state, change) => {
		plain(state, change);
		for (const note of change.notes) plain(state, { kind: "note.edit", note, cluster: change.cluster });
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
	"room.move": moveRoom,
	"stone.finish": (state, { finished, ...change }) => {
		finished ? state.finished.add(change.stone) : state.finished.delete(change.stone);
		if (change.conclusion !== undefined) setStone(state, change);
	},
	"stone.edit": setStone,
	"stone.add": setStone,
	"stone.delete": dropStone,
	"notes.reveal": (state, { notes }) => { for (const note of notes ?? []) if (note.note) putNote(state, note); },
	"session.begin": (state, change) => settle(state, { begun: change.at ?? 0, ...change }),
	"session.close": (state, { at = 0, closed = at, ended }) => {
		settle(state, { closed, together: false, spotlight: null, presenting: null, timer: null });
		endVotes(state, at, ended);
	},
	"session.reopen": (state) => settle(state, { closed: null }),
	"spotlight.set": (state, { note }) => settle(state, { spotlight: note }),
	"group.present": (state, { group }) => settle(state, { presenting: group }),
	"programme.set": (state, { steps }) => settle(state, { programme: steps }),
	"script.set": ({ scripts }, { step, text }) => { scripts.set(step, text); },
	"ready.set": (state, { by, on }) => person(state, by, { ready: on }),
	"word.set": (state, { by, word }) => person(state, by, { word }),
	"person.mute": (state, { person: id, muted }) => person(state, id, { muted }),
	"person.lead": (state, { person: id, leads }) => person(state, id, { role: leads ? "facilitator" : "participant", muted: false }),
	"person.seat": (state, { person: id, group }) => person(state, id, { group }),
	"groups.set": setGroups,
	"vote.open": openVote,
	"vote.close": (state, { vote, at = 0, voters = 0 }) => plain(state, { kind: "vote.edit", vote, closed: at, voters }),
	"dots.set": putDots,
	...Object.fromEntries(["start", "pause", "resume", "add", "stop"].map((verb) => [`timer.${verb}`, (/** @type {State} */ state, /** @type {any} */ { timer }) => { if (timer !== undefined) settle(state, { timer }); }])),
	"workshop.edit": settle,
	"person.join": ({ people }, { person, name, role, at = 0 }) => { people.set(person, { id: person, name, role, joined: at, removed: false, muted: false, ready: false, group: null, word: "" }); },
	// Who was shown out keeps a name: it stands at their notes. The code that comes with it is new.
	"person.remove": (state, { person: id, code }) => {
		person(state, id, { removed: true, group: null, word: "" });
		if (code !== undefined) settle(state, { code });
	},
	"person.merge": merge,
	"code.renew": settle,
	"key.renew": () => {},
};

/** Adds, edits or deletes the record that a change is about. @type {Effect} */
function plain(state, change) {
	const [noun = "", verb] = change.kind.split(".");
	/** @type {Map<string, any>} */ const records = state[tableOf(noun)];
	const id = change[noun];
	const known = records.get(id);
	if (verb === "delete") records.delete(id);
	else if (verb !== "edit" && verb !== "rename") known || records.set(id, made(noun, change));
	else if (known) records.set(id, { ...known, ...fieldsOf(noun, change) });
}

/** @param {string} noun @param {any} change @param {object} [known] @returns {any} */
const made = (noun, change, known) => ({ ...BLANKS[noun], author: change.by ?? null, created: change.at ?? 0, ...known, ...fieldsOf(noun, change), id: change[noun] });

const ABOUT = new Set(["kind", "seq", "id", "by", "at", "notes"]);

/** What a change says of its record. @param {string} noun @param {any} change */
function fieldsOf(noun, change) {
	return Object.fromEntries(Object.entries(change).filter(([name, value]) => value !== undefined && name !== noun && !ABOUT.has(name)));
}

/** @type {Effect} */
function settle(state, change) {
	if (state.workshop) state.workshop = { ...state.workshop, ...fieldsOf("", change) };
}

/** What belonged to where the room was goes out, unless it only calls everybody there. @type {Effect} */
function moveRoom(state, { at = 0, ready, groups = [], ...change }) {
	const { stone, question } = state.workshop ?? {};
	const goes = stone !== change.stone || question !== (change.question ?? null);
	settle(state, { question: null, ...goes && { spotlight: null, presenting: null }, ...stone !== change.stone && { arrived: at }, ...change });
	for (const one of goes ? [...state.people.values()] : []) if (one.ready) person(state, one.id, { ready: false });
	leaveStones(state, groups);
}

/** @type {(state: State, id: string, values: Partial<Person>) => void} */
function person({ people }, id, values) {
	const known = people.get(id);
	if (known) people.set(id, { ...known, ...values });
}

/** @type {Effect} */
function setStone({ stones }, { stone, ...change }) {
	const known = stones.get(stone) ?? { stone, locked: false, writing: "open", moving: false, editing: false, conclusion: "", name: "", lead: "", questions: [], prompts: {} };
	stones.set(stone, { ...known, ...fieldsOf("", change) });
}

/** It goes, and its steps with it; groups that were there go to where the room is. @type {Effect} */
function dropStone(state, { stone, steps, groups = [] }) {
	state.stones.delete(stone);
	state.finished.delete(stone);
	if (steps) settle(state, { programme: steps });
	leaveStones(state, groups);
}

/** @param {State} state @param {string[]} ids of groups */
function leaveStones({ groups }, ids) {
	for (const id of ids) {
		const group = groups.get(id);
		if (group) groups.set(id, { ...group, stone: null });
	}
}

/** Groups that are none any more keep their names as long as something was written in them. @type {Effect} */
function setGroups(state, { groups, at = 0, forgotten = [] }) {
	/** @type {any[]} */ const tables = groups;
	const fresh = new Map(tables.map(({ group, name, stone = null }, place) => [group, { id: group, name, stone, created: at + place }]));
	state.dissolved = new Map([...state.dissolved, ...state.groups].filter(([id]) => !fresh.has(id) && !forgotten.includes(id)));
	state.groups = fresh;
	if (state.workshop && !fresh.has(state.workshop.presenting ?? "")) settle(state, { presenting: null });
	const seats = new Map(tables.flatMap(({ group, people = [] }) => people.map((/** @type {string} */ id) => [id, group])));
	for (const { id } of [...state.people.values()]) person(state, id, { group: seats.get(id) ?? null });
}

/** One runs at a time. @type {Effect} */
function openVote(state, { notes = null, ended, at = 0, ...change }) {
	endVotes(state, at, ended);
	plain(state, { ...change, at, kind: "vote.add" });
	const made = state.votes.get(change.vote);
	if (made) state.votes.set(made.id, { ...made, notes });
}

/** What came of the one that ran. @type {(state: State, at: number, ended?: {voters: number}) => void} */
function endVotes(state, at, ended) {
	for (const { id, closed } of [...state.votes.values()]) if (closed === null) plain(state, { kind: "vote.edit", vote: id, closed: at, voters: ended?.voters ?? 0 });
}

/** Where dots lie. @type {(put: any) => string} */
export const dotsAt = ({ vote, note, room }) => `${vote}:${room ? " " : ""}${note}`;

/** Dots that were put at what is `gone` went back. @type {Effect} */
function putDots({ dots }, { gone = [], count, ...put }) {
	for (const note of gone) dots.delete(dotsAt({ ...put, note }));
	dots.set(dotsAt(put), count);
}

/** What one wrote is the other's from now on. @type {Effect} */
function merge(state, { person: from, into }) {
	const { notes, trash, stories, clusters, links, comments, actions } = state;
	/** @type {Map<string, any>[]} */ const written = [notes, trash, stories, clusters, links, comments, actions];
	for (const records of written) {
		for (const [id, record] of records) if (record.author === from) records.set(id, { ...record, author: into });
	}
	for (const signs of state.reactions.values()) for (const people of signs.values()) if (people.delete(from)) people.add(into);
	person(state, from, { removed: true, group: null });
}

/** @type {Effect} */
function putNote({ notes, trash }, change) {
	trash.delete(change.note);
	notes.set(change.note, made("note", change, notes.get(change.note)));
}

/** A note that goes to another board leaves its question and cluster behind. @type {Effect} */
function editNote(state, edit) {
	const stays = [undefined, state.notes.get(edit.note)?.stone].includes(edit.stone);
	plain(state, { ...!stays && { question: null, cluster: null }, ...edit, kind: "note.edit" });
}

/** A note by its id, or all of it. @type {Effect} */
function restore(state, note) {
	note.note ? putNote(state, note) : move(state.trash, state.notes, [note]);
}

/** A board as it was. @type {Effect} */
function putBoard(state, { stone, gone, notes, clusters, links }) {
	move(state.notes, state.trash, gone);
	for (const note of notes) putNote(state, note);
	for (const { id, ...cluster } of [...state.clusters.values()]) if (cluster.stone === stone) state.clusters.delete(id);
	for (const cluster of clusters) plain(state, { ...cluster, kind: "cluster.add" });
	for (const link of links) plain(state, { ...link, kind: "link.add" });
}

/** Who puts a sign at a note, or takes it away. @type {Effect} */
function react({ reactions }, { note, sign, by, on }) {
	const signs = new Map(reactions.get(note));
	const people = new Set(signs.get(sign));
	on ? people.add(by) : people.delete(by);
	people.size ? signs.set(sign, people) : signs.delete(sign);
	signs.size ? reactions.set(note, signs) : reactions.delete(note);
}

/** @type {(from: Map<string, Note>, to: Map<string, Note>, ids: string[]) => void} */
function move(from, to, ids) {
	for (const id of ids) {
		const note = from.get(id);
		if (note && from.delete(id)) to.set(id, note);
	}
}
