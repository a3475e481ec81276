/**
 * What this browser knows of the workshop: the server's truth, with one's own changes laid over it until they are
 * acknowledged. While a change waits it hides what comes in for the same property; a refused one comes off again, except
 * where somebody typed text: that stays in sight as failed, to be tried again.
 */

import { newId } from "./changes.js";
import { cleanedChange } from "./plain.js";
import { apply, emptyState, stateFrom } from "./state.js";

/** Refusals that time heals: the change is simply sent again. */
export const PASSING = new Set(["too_fast"]);
/** Refusals of what was done already, when the answer got lost and the change came under another id. */
const DONE = new Set(["note_exists", "story_exists"]);
const TYPED = new Set(["note.add", "note.edit", "story.add", "story.edit"]);

export class Session {
  /** @type {State} */ truth = emptyState();
  /** @type {State} */ shown = emptyState();
  /** @type {Map<string, Pending>} */ pending = new Map();
  /** @type {Set<string>} */ online = new Set();
  /** @type {{person: string, role: Role} | null} */ you = null;

  /**
   * @param {Journal} journal
   * @param {SessionHooks} hooks
   */
  constructor(journal, hooks) {
    this.journal = journal;
    this.hooks = hooks;
  }

  /**
   * Ask for a change: it shows at once and goes to the server.
   * @param {Do} asked
   * @param {Record<string, any>} [guess]
   */
  ask(asked, guess = {}) {
    const change = cleanedChange(asked);
    const unborn = this.waitingFor(keyOf(change)).find((pending) => pending.failed !== null && pending.do.kind.endsWith(".add"));
    if (unborn) return this.#amend(unborn, change);
    return this.#keep({ id: newId(), do: change, guess, failed: null });
  }

  /** What is still to be sent, in the order in which it was asked. */
  unsent() {
    return [...this.pending.values()].filter((pending) => pending.failed === null);
  }

  /** @param {string} key the changes that wait or failed on one record */
  waitingFor(key) {
    return [...this.pending.values()].filter((pending) => keyOf(pending.do) === key);
  }

  /** @param {string} id */
  retry(id) {
    const failed = this.pending.get(id);
    if (failed) this.#keep({ ...failed, failed: null });
  }

  /** @param {string} id */
  giveUp(id) {
    const pending = this.pending.get(id);
    if (!pending) return;
    this.#drop(id);
    this.#touch([keyOf(pending.do)]);
  }

  /** @param {any} message one from the server; presence is not for us */
  receive(message) {
    if (message.you) this.#amNow(message.you);
    if (message.online) this.online = new Set(message.online);
    switch (message.type) {
      case "snapshot": return this.#begin(message);
      case "changes": return this.#follow(message);
      case "ack": return this.giveUp(message.id);
      case "refused": return this.#refused(message);
      default: return undefined;
    }
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
    this.journal.clear();
  }

  // Messages

  /** @param {{person: string, role: Role}} you what waits in the journal is this person's to send, nobody else's */
  #amNow(you) {
    if (you.person !== this.you?.person) this.pending = new Map(this.journal.of(you.person).map((pending) => [pending.id, pending]));
    this.you = you;
  }

  /** @param {any} snapshot */
  #begin(snapshot) {
    this.truth = stateFrom(snapshot);
    this.shown = copyOf(this.truth);
    for (const pending of this.pending.values()) this.#layer(keyOf(pending.do));
    this.hooks.touched({ all: true, place: true, keys: new Set(), arrived: [] });
  }

  /** @param {{seq: number, changes: Change[], online?: string[]}} message */
  #follow({ seq, changes, online }) {
    const keys = new Set(online ? ["online"] : []);
    const arrived = [];
    let drawn;
    for (const change of changes) {
      if (change.seq <= this.truth.seq) continue;
      if (change.kind === "note.add" && !this.pending.has(change.id) && change.by !== this.you?.person) arrived.push(change.note);
      if (change.kind === "sketch.save" && change.by === this.you?.person) drawn = change.note;
      this.#drop(change.id);
      apply(this.truth, change);
      keys.add(keyOf(change));
    }
    this.truth.seq = Math.max(this.truth.seq, seq);
    this.#touch([...keys], arrived, drawn);
  }

  /** @param {{id: string|null, reason: string, sentence: string}} refusal */
  #refused({ id, reason, sentence }) {
    const pending = id === null ? undefined : this.pending.get(id);
    if (!pending) return this.hooks.refused(sentence);
    if (PASSING.has(reason)) return undefined;
    if (DONE.has(reason)) return this.giveUp(pending.id);
    this.#drop(pending.id);
    if (holdsText(pending.do)) this.#fail(pending, sentence);
    else this.hooks.refused(sentence);
    return this.#touch([keyOf(pending.do)]);
  }

  /** @param {Pending} pending @param {string} sentence */
  #fail(pending, sentence) {
    const kept = { ...this.#rescued(pending), failed: sentence };
    this.pending.set(kept.id, kept);
    this.journal.save(kept, this.you?.person);
    this.#touch([keyOf(kept.do)]);
  }

  /**
   * What can be tried again when a note was deleted meanwhile: an edit becomes a new note, a story does without it.
   * @param {Pending} pending @returns {Pending}
   */
  #rescued(pending) {
    const { kind, note } = pending.do;
    const again = { ...pending, id: newId() };
    if (this.truth.notes.has(note)) return again;
    if (kind === "story.add") return { ...again, do: { ...pending.do, note: null } };
    const gone = this.truth.trash.get(note);
    if (kind !== "note.edit" || !gone) return again;
    const { stone, question, colour, x, y } = gone;
    return { ...again, do: { kind: "note.add", note: newId(), stone, question, colour, x, y, text: pending.do.text }, guess: { author: this.you?.person ?? null } };
  }

  // Layers

  /** @param {Pending} pending */
  #keep(pending) {
    this.pending.set(pending.id, pending);
    this.journal.save(pending, this.you?.person);
    this.hooks.send(pending);
    this.#touch([keyOf(pending.do)]);
    return pending.id;
  }

  /**
   * What is done to a note that the server never took is done to the wish to have it.
   * @param {Pending} unborn @param {Do} change
   */
  #amend(unborn, { kind, ...fields }) {
    if (kind.endsWith(".delete")) this.giveUp(unborn.id);
    else this.#keep({ ...unborn, do: { ...unborn.do, ...fields }, failed: null });
    return unborn.id;
  }

  /** @param {string} id */
  #drop(id) {
    if (this.pending.delete(id)) this.journal.drop(id);
  }

  /** @param {string[]} keys @param {string[]} [arrived] @param {string} [drawn] */
  #touch(keys, arrived = [], drawn) {
    for (const key of keys) this.#layer(key);
    this.shown.seq = this.truth.seq;
    if (keys.length) this.hooks.touched({ all: false, place: false, keys: new Set(keys), arrived, drawn });
  }

  /** @param {string} key brings what is shown of one record up to date */
  #layer(key) {
    const slice = sliceOf(this.truth, key);
    for (const pending of this.pending.values()) {
      if (keyOf(pending.do) === key) apply(slice, { ...pending.do, ...pending.guess });
    }
    putSlice(this.shown, slice, key);
  }
}

/** @param {Do|Change} change the record a change is about */
export function keyOf(change) {
  const [noun] = change.kind.split(".");
  switch (noun) {
    case "note": case "sketch": return `notes:${change.note}`;
    case "story": return `stories:${change.story}`;
    case "person": return `people:${change.person}`;
    case "score": return `scores:${change.question}`;
    case "stone": return "finished";
    default: return "workshop";
  }
}

/** @param {Do} change */
function holdsText(change) {
  return TYPED.has(change.kind) && ["text", "role", "want", "benefit"].some((field) => change[field] !== undefined);
}

/** @param {State} state @param {string} key a state with that one record in it */
function sliceOf(state, key) {
  const slice = emptyState();
  slice.workshop = state.workshop;
  if (key === "finished") slice.finished = new Set(state.finished);
  const [table, id] = split(key);
  if (id === undefined) return slice;
  const record = state[table].get(id);
  if (record) /** @type {Map<string, any>} */ (slice[table]).set(id, record);
  const gone = table === "notes" ? state.trash.get(id) : undefined;
  if (gone) slice.trash.set(id, gone);
  return slice;
}

/** @param {State} shown @param {State} slice @param {string} key */
function putSlice(shown, slice, key) {
  if (key === "workshop") shown.workshop = slice.workshop;
  if (key === "finished") shown.finished = slice.finished;
  const [table, id] = split(key);
  if (id === undefined) return;
  const record = slice[table].get(id);
  if (record) /** @type {Map<string, any>} */ (shown[table]).set(id, record);
  else shown[table].delete(id);
}

/** @param {string} key @returns {[Table, string | undefined]} */
function split(key) {
  const colon = key.indexOf(":");
  return [/** @type {Table} */ (key.slice(0, colon)), colon < 0 ? undefined : key.slice(colon + 1)];
}

/** @param {State} state @returns {State} */
function copyOf(state) {
  return {
    ...state, finished: new Set(state.finished), people: new Map(state.people), notes: new Map(state.notes),
    trash: new Map(), stories: new Map(state.stories), scores: new Map(state.scores),
  };
}
