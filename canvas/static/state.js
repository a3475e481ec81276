/** The workshop as plain data, and what each kind of change does to it. */

/** @returns {State} */
export function emptyState() {
  return {
    seq: 0, workshop: null, finished: new Set(), people: new Map(), notes: new Map(), trash: new Map(),
    stories: new Map(), scores: new Map(),
  };
}

/**
 * The state that a snapshot describes.
 * @param {any} snapshot
 * @returns {State}
 */
export function stateFrom(snapshot) {
  return {
    seq: snapshot.seq,
    workshop: snapshot.workshop,
    finished: new Set(snapshot.finished),
    people: byId(snapshot.people),
    notes: byId(snapshot.notes),
    trash: new Map(),
    stories: byId(snapshot.stories),
    scores: new Map((snapshot.scores ?? []).map((/** @type {Score} */ score) => [score.question, score])),
  };
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

/** @type {Record<string, (state: State, change: any) => void>} */
const EFFECTS = {
  "note.add": (state, change) => { if (!state.notes.has(change.note)) putNote(state, change); },
  "note.edit": (state, change) => edit(state.notes, change.note, change, NOTE_EDITS),
  "note.delete": (state, { note }) => move(state.notes, state.trash, note),
  "note.restore": (state, change) => {
    move(state.trash, state.notes, change.note);
    if (change.stone !== undefined) putNote(state, change);
  },
  "sketch.save": (state, change) => putNote(state, change),
  "story.add": (state, change) => { if (!state.stories.has(change.story)) state.stories.set(change.story, storyOf(change)); },
  "story.edit": (state, change) => edit(state.stories, change.story, change, STORY_EDITS),
  "story.delete": (state, { story }) => { state.stories.delete(story); },
  "score.set": (state, { question, score, remark }) => { state.scores.set(question, { question, score, remark: remark ?? "" }); },
  "room.move": (state, { stone, question }) => {
    if (state.workshop) state.workshop = { ...state.workshop, stone, question: question ?? null };
  },
  "stone.finish": ({ finished }, change) => { change.finished ? finished.add(change.stone) : finished.delete(change.stone); },
  "workshop.edit": (state, change) => {
    if (state.workshop) state.workshop = { ...state.workshop, ...chosen(change, WORKSHOP_EDITS) };
  },
  "person.join": ({ people }, { person, name, role, at }) => { people.set(person, { id: person, name, role, joined: at ?? 0 }); },
  "person.rename": ({ people }, { person, name }) => {
    const known = people.get(person);
    if (known) people.set(person, { ...known, name });
  },
  // Who was shown out keeps a name: it stands at their notes.
  "person.remove": () => {},
  "code.renew": (state, { code }) => { if (state.workshop && code) state.workshop = { ...state.workshop, code }; },
};

const NOTE_EDITS = ["text", "colour", "x", "y", "z", "question"];
const STORY_EDITS = ["role", "want", "benefit", "stone"];
const WORKSHOP_EDITS = ["title", "organisation", "relations", "language", "delete_after", "door_open"];

/** @param {State} state @param {any} change */
function putNote(state, change) {
  const known = state.notes.get(change.note);
  state.notes.set(change.note, {
    id: change.note,
    stone: change.stone,
    question: change.question ?? null,
    text: change.text,
    colour: change.colour ?? known?.colour ?? "yellow",
    x: change.x ?? known?.x ?? 0,
    y: change.y ?? known?.y ?? 0,
    z: change.z ?? known?.z ?? 0,
    author: change.author !== undefined ? change.author : known ? known.author : change.by ?? null,
    created: change.created ?? known?.created ?? change.at ?? 0,
    picture: change.picture ?? null,
    width: change.width ?? 0,
    height: change.height ?? 0,
  });
}

/** @param {any} change @returns {Story} */
function storyOf(change) {
  return {
    id: change.story,
    stone: change.stone ?? null,
    role: change.role,
    want: change.want,
    benefit: change.benefit ?? "",
    note: change.note ?? null,
    source: change.source ?? "",
    author: change.author !== undefined ? change.author : change.by ?? null,
    created: change.created ?? change.at ?? 0,
  };
}

/** @template T @param {Map<string, T>} records @param {string} id @param {any} change @param {string[]} fields */
function edit(records, id, change, fields) {
  const known = records.get(id);
  if (known) records.set(id, { ...known, ...chosen(change, fields) });
}

/** @param {any} change @param {string[]} fields */
function chosen(change, fields) {
  return Object.fromEntries(fields.filter((field) => change[field] !== undefined).map((field) => [field, change[field]]));
}

/** @param {Map<string, Note>} from @param {Map<string, Note>} to @param {string} id */
function move(from, to, id) {
  const note = from.get(id);
  if (!note) return;
  from.delete(id);
  to.set(id, note);
}

/** @template {{id: string}} T @param {T[]|undefined} records @returns {Map<string, T>} */
function byId(records) {
  return new Map((records ?? []).map((record) => [record.id, record]));
}
