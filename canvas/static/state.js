/** The workshop as plain data, and what each kind of change does to it. Records are replaced, never altered. */

/** @returns {State} */
export function emptyState() {
  return {
    seq: 0, workshop: null, finished: new Set(), people: new Map(), notes: new Map(), trash: new Map(), stories: new Map(),
    scores: new Map(), clusters: new Map(), links: new Map(), reactions: new Map(), comments: new Map(),
  };
}

/**
 * The state that a snapshot describes.
 * @param {any} snapshot
 * @returns {State}
 */
export function stateFrom({ seq, workshop, finished, scores = [], reactions = [], ...tables }) {
  /** @type {any} */ const state = { ...emptyState(), seq, workshop, finished: new Set(finished) };
  for (const table of ["people", "notes", "stories", "clusters", "links", "comments"]) {
    for (const record of tables[table] ?? []) state[table].set(record.id, record);
  }
  for (const score of scores) state.scores.set(score.question, score);
  for (const { person, ...reaction } of reactions) react(state, { ...reaction, by: person, on: true });
  return state;
}

/** The notes of a cluster. @param {State} state @param {string} id */
export function notesIn({ notes }, id) {
  return [...notes.values()].filter(({ cluster }) => cluster === id);
}

/**
 * Carries out one change; what it is about no longer being there is no error, for the later change wins.
 * @param {State} state
 * @param {Do | Change} change
 */
export function apply(state, change) {
  const does = EFFECTS[change.kind];
  if (!does) throw new Error(`A change is one of ${Object.keys(EFFECTS).join(", ")}; this is ${change.kind}: reload the page`);
  does(state, change);
}

/** What a new record holds where the change says nothing, and so the fields that it has. */
const NOTE = {
  stone: "", question: null, text: "", colour: "yellow", x: 0, y: 0, z: 0, picture: null, width: 0, height: 0, sketch: false,
  size: "medium", cluster: null, behalf: "",
};
/** @type {Record<string, object>} */
const BLANKS = {
  stories: { stone: null, role: "", want: "", benefit: "", note: null, source: "" },
  clusters: { stone: "", title: "", collapsed: false },
  links: { start: "", end: "", word: "" },
  comments: { note: "", text: "" },
};

/** The fields that can get other values. @type {Record<string, string[]>} */
export const EDITS = {
  notes: ["text", "colour", "x", "y", "question", "size", "cluster", "behalf", "stone", "z"],
  stories: ["role", "want", "benefit", "stone"],
  clusters: ["title", "collapsed"],
  links: ["word"],
};
const WORKSHOP_EDITS = ["title", "organisation", "relations", "language", "delete_after", "door_open", "legend", "cursors"];

/** @type {Record<string, (state: State, change: any) => void>} */
const EFFECTS = {
  "note.add": addNote,
  "note.edit": editNote,
  "note.delete": ({ notes, trash }, { note }) => move(notes, trash, note),
  "note.restore": (state, change) => restore(state, change.stone === undefined ? change.note : change),
  "notes.add": (state, change) => { for (const note of change.notes) addNote(state, { ...change, ...note }); },
  "notes.edit": (state, { z, edits }) => { for (const edit of edits) editNote(state, { z, ...edit }); },
  "notes.delete": (state, { notes }) => { for (const note of notes) move(state.notes, state.trash, note); },
  "notes.restore": (state, { notes }) => { for (const note of notes) restore(state, note); },
  "sketch.save": (state, change) => putNote(state, { sketch: true, ...change }),
  "picture.add": putNote,
  "cluster.add": (state, change) => {
    plain(state, change);
    for (const note of change.notes) edit(state.notes, note, change, ["cluster"]);
  },
  "cluster.edit": plain,
  "cluster.move": (state, { cluster, dx, dy }) => {
    for (const note of notesIn(state, cluster)) state.notes.set(note.id, { ...note, x: note.x + dx, y: note.y + dy });
  },
  "cluster.delete": (state, change) => {
    plain(state, change);
    for (const note of notesIn(state, change.cluster)) state.notes.set(note.id, { ...note, cluster: null });
  },
  "link.add": plain,
  "link.edit": plain,
  "link.delete": plain,
  "reaction.set": react,
  "comment.add": plain,
  "comment.delete": plain,
  "snapshot.restore": (state, change) => { if (change.notes) putBoard(state, change); },
  "story.add": plain,
  "story.edit": plain,
  "story.delete": plain,
  "story.restore": (state, change) => { if (change.want) plain(state, change); },
  "score.set": (state, { question, score, remark }) => { state.scores.set(question, { question, score, remark: remark ?? "" }); },
  "room.move": (state, { stone, question }) => {
    if (state.workshop) state.workshop = { ...state.workshop, stone, question: question ?? null };
  },
  "stone.finish": ({ finished }, change) => { change.finished ? finished.add(change.stone) : finished.delete(change.stone); },
  "workshop.edit": (state, change) => {
    if (state.workshop) state.workshop = { ...state.workshop, ...chosen(change, WORKSHOP_EDITS) };
  },
  "person.join": ({ people }, { person, name, role, at }) => { people.set(person, { id: person, name, role, joined: at ?? 0 }); },
  "person.rename": ({ people }, change) => edit(people, change.person, change, ["name"]),
  // Who was shown out keeps a name: it stands at their notes.
  "person.remove": () => {},
  "code.renew": (state, { code }) => { if (state.workshop && code) state.workshop = { ...state.workshop, code }; },
};

/** @param {State} state @param {any} change */
function addNote(state, change) {
  if (!state.notes.has(change.note)) putNote(state, change);
}

/** @param {State} state @param {any} change */
function putNote(state, change) {
  state.trash.delete(change.note);
  state.notes.set(change.note, made(NOTE, change.note, change, state.notes.get(change.note)));
}

/** A note that goes to another board leaves its question and cluster behind. @param {State} state @param {any} change */
function editNote({ notes }, change) {
  const stays = [undefined, notes.get(change.note)?.stone].includes(change.stone);
  edit(notes, change.note, stays ? change : { question: null, cluster: null, ...change }, EDITS.notes);
}

/** @param {State} state @param {any} note its id, or all of it */
function restore(state, note) {
  if (note.note) putNote(state, note);
  else move(state.trash, state.notes, note);
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

// Records

/** The table of a kind of record. @param {string} noun @returns {Table} */
export const tableOf = (noun) => ({ story: "stories", person: "people" }[noun] ?? /** @type {any} */ (`${noun}s`));

/** What happens to a record that ties in with no others. @param {State} state @param {any} change @param {string} [kind] */
function plain(state, change, kind = change.kind) {
  const [noun = "", verb] = kind.split(".");
  const table = tableOf(noun);
  /** @type {Map<string, any>} */ const records = state[table];
  const id = change[noun];
  if (verb === "delete") records.delete(id);
  else if (verb === "edit") edit(records, id, change, EDITS[table]);
  else if (!records.has(id)) records.set(id, made(BLANKS[table], id, change));
}

/** @param {object | undefined} blank @param {string} id @param {any} change @param {object} [known] @returns {any} */
function made(blank = {}, id, change, known) {
  const fields = [...Object.keys(blank), "author", "created"];
  return { ...blank, author: change.by ?? null, created: change.at ?? 0, ...known, ...chosen(change, fields), id };
}

/** @template T @param {Map<string, T>} records @param {string} id @param {any} change @param {string[]} [fields] */
function edit(records, id, change, fields) {
  const known = records.get(id);
  if (known) records.set(id, { ...known, ...chosen(change, fields) });
}

/** @param {any} change @param {string[]} [fields] */
function chosen(change, fields = []) {
  return Object.fromEntries(fields.filter((field) => change[field] !== undefined).map((field) => [field, change[field]]));
}

/** @param {Map<string, Note>} from @param {Map<string, Note>} to @param {string} id */
function move(from, to, id) {
  const note = from.get(id);
  if (!note) return;
  from.delete(id);
  to.set(id, note);
}
