/** What this person did, taken back or done again: only what is still as they left it, whatever others did since. */

import { newId } from "./changes.js";
import { NOTES_AT_ONCE, SIGNS } from "./limits.js";
import { recordAt } from "./session.js";
import { EDITS, notesIn } from "./state.js";

const MOST = 200;
/** Saves of one text within so many milliseconds are one step. */
const TOGETHER = 4000;
/** @type {Record<string, readonly string[]>} */
const FIELDS = { ...EDITS, reactions: SIGNS };
/** What goes together when a note goes to another board. */
const PLACE = ["x", "y", "question", "cluster", "stone"];
/** What somebody else wrote into a new thing keeps it from being deleted. */
const WORDS = ["text", "title", "word", "role", "want", "benefit"];
/** @type {Record<string, string>} */
const NOUNS = { stories: "story", clusters: "cluster", links: "link", comments: "comment" };

export class Undo {
  /** @type {Step[]} */ #done = [];
  /** @type {Step[]} */ #undone = [];
  /** @type {Step | null} */ #open = null;
  /** Clusters, links and comments come back under new ids. @type {Map<string, string>} */ #renamed = new Map();
  #at = 0;
  /** @type {string | undefined} */ #person;

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

  undo() {
    return this.#back(this.#own().#done, this.#undone);
  }

  redo() {
    return this.#back(this.#own().#undone, this.#done);
  }

  /**
   * All that is asked meanwhile is one step.
   * @template T @param {() => T} does @param {(step: Step) => void} [keep]
   * @returns {T}
   */
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

  /** @param {Do} change @param {Map<string, any>} before the records it touched, as they were @returns {void} */
  note(change, before) {
    const step = this.#own().#open;
    if (!step) return this.group(() => this.note(change, before));
    if (change.kind === "cluster.move") step.push(change);
    else this.#compare(step, before);
  }

  // Steps

  /** Whoever comes next undoes nothing of who was here before. */
  #own() {
    const person = this.session.you?.person;
    if (person !== this.#person) this.#done.length = this.#undone.length = 0;
    this.#person = person;
    return this;
  }

  /** @param {Step} step @param {Map<string, any>} before */
  #compare(step, before) {
    const last = step.at(-1);
    const part = last instanceof Map ? last : new Map();
    for (const [key, record] of before) {
      const [was, is] = [this.#seen(key, record), this.#now(key)];
      const table = tableIn(key);
      if (table in FIELDS || table in NOUNS ? !was !== !is || changed(table, was, is).length : false) part.set(key, [part.has(key) ? part.get(key)[0] : was, is]);
    }
    if (part !== last && part.size) step.push(part);
  }

  /** @param {Step} step */
  #keep(step) {
    const [key, last] = [typedIn(step), this.#done.at(-1)];
    const soon = Date.now() - this.#at < TOGETHER;
    this.#at = Date.now();
    this.#undone.length = 0;
    if (soon && key && last && typedIn(last) === key && first(last)[1].text === first(step)[0].text) first(last)[1] = first(step)[1];
    else if (this.#done.push(step) > MOST) this.#done.shift();
  }

  /** @param {Step[]} from @param {Step[]} to */
  #back(from, to) {
    const step = from.pop();
    if (!step) return { done: false, reason: "nothing" };
    let done = false;
    this.#at = 0;
    this.group(() => { for (const part of step.reverse()) this.#revert(part); }, (made) => { done = to.push(made) > 0; });
    return { done, reason: done ? "" : "changed" };
  }

  // The way back

  /** @param {Part} part */
  #revert(part) {
    if (!(part instanceof Map)) return this.#moveBack(part);
    const all = [...part].map(([key, [was, is]]) => this.#difference(key, was, is));
    const notes = all.filter(({ table, was, is }) => table === "notes" && this.#mine(was ?? is));
    const lost = (/** @type {Difference} */ it) => it.was && !it.is && !it.now();
    this.#several("restore", notes.filter(lost));
    for (const it of all) if (it.table !== "notes" && lost(it)) this.#bringBack(it, all);
    const born = all.filter((it) => !it.was && it.is && it.now() && same(it) && this.#alone(it, all));
    this.#edit(all, notes, new Set(born.map(({ id }) => id)));
    for (const { table, id } of born) if (table !== "notes") this.#ask(table, "delete", id);
    return this.#several("delete", notes.filter((it) => born.includes(it)));
  }

  /** @param {Do} move */
  #moveBack({ kind, cluster, dx, dy }) {
    const id = this.#newest(cluster);
    if (this.session.shown.clusters.has(id)) this.session.ask({ kind, cluster: id, dx: -dx, dy: -dy });
  }

  /** @param {Difference[]} all @param {Difference[]} notes @param {Set<string>} doomed the clusters that are about to go */
  #edit(all, notes, doomed) {
    const edits = [];
    for (const it of all) {
      if (!it.was || !it.is || !it.now() || (it.table === "notes" && !notes.includes(it))) continue;
      const values = this.#values(it, doomed);
      if (!Object.keys(values).length) continue;
      if (it.table === "reactions") for (const [sign, on] of Object.entries(values)) this.session.ask({ kind: "reaction.set", note: it.id, sign, on });
      else if (it.table !== "notes") this.#ask(it.table, "edit", it.id, values);
      else if ("text" in values || "behalf" in values) this.session.ask({ kind: "note.edit", note: it.id, ...values });
      else edits.push({ note: it.id, ...values });
    }
    for (const some of chunks(edits)) this.session.ask({ kind: "notes.edit", edits: some });
  }

  /** What is to be as it was. @param {Difference} it @param {Set<string>} doomed @returns {Record<string, any>} */
  #values({ table, was, is, now }, doomed) {
    const record = now();
    const fields = changed(table, was, is).filter((field) => record[field] === is[field] && (record.stone === is.stone || !PLACE.includes(field)));
    const values = Object.fromEntries(fields.map((field) => [field, was[field]]));
    const { cluster, stone = record.stone } = values;
    const stays = cluster ? this.session.shown.clusters.get(cluster)?.stone !== stone : doomed.has(record.cluster);
    if (stays) delete values.cluster;
    return values;
  }

  /** @param {"restore"|"delete"} verb @param {Difference[]} notes */
  #several(verb, notes) {
    for (const some of chunks(notes)) {
      const guess = verb === "restore" ? { notes: some.map(({ id, was }) => ({ ...was, note: id })) } : {};
      this.session.ask({ kind: `notes.${verb}`, notes: some.map(({ id }) => id) }, guess);
    }
  }

  /** @param {Difference} it @param {Difference[]} all */
  #bringBack({ table, id, was }, all) {
    const { notes } = this.session.shown;
    const { start, end, word, note, text, stone, title } = was;
    if (table === "stories") this.session.ask({ kind: "story.restore", story: id }, was);
    if (table === "links" && notes.has(start) && notes.has(end)) this.#ask(table, "add", this.#rename(id), { start, end, word });
    if (table === "comments" && notes.has(note) && was.author === this.#person) this.#ask(table, "add", this.#rename(id), { note, text });
    if (table !== "clusters") return;
    const inside = all.filter((it) => it.was?.cluster === id && it.now() && it.now().cluster === it.is?.cluster && it.now().stone === stone).map((it) => it.id);
    if (inside.length < 2) return;
    const cluster = this.#rename(id);
    this.#ask(table, "add", cluster, { stone, title, notes: inside.slice(0, NOTES_AT_ONCE) });
    if (was.collapsed) this.#ask(table, "edit", cluster, { collapsed: true });
    for (const it of all) if (it.was?.cluster === id) it.was = { ...it.was, cluster };
  }

  /** @param {string} table @param {string} verb @param {string} id @param {object} [values] */
  #ask(table, verb, id, values) {
    const noun = NOUNS[table] ?? "";
    this.session.ask({ kind: `${noun}.${verb}`, [noun]: id, ...values });
  }

  // What is there

  /** @param {string} key @param {any} was @param {any} is @returns {Difference} */
  #difference(key, was, is) {
    const [table, id] = [tableIn(key), this.#newest(key.slice(key.indexOf(":") + 1))];
    const grouped = (/** @type {any} */ record) => record?.cluster ? { ...record, cluster: this.#newest(record.cluster) } : record;
    return { table, id, was: grouped(was), is: grouped(is), now: () => this.#now(`${table}:${id}`) };
  }

  /** Nobody else's notes are in a cluster that goes. @param {Difference} it @param {Difference[]} all */
  #alone({ table, id }, all) {
    return table !== "clusters" || notesIn(this.session.shown, id).every((note) => all.some((it) => it.id === note.id && it.is?.cluster === id));
  }

  /** @param {string} key */
  #now(key) {
    return this.#seen(key, recordAt(this.session.shown, key));
  }

  /** Of reactions only one's own count. @param {string} key @param {any} record */
  #seen(key, record) {
    if (tableIn(key) !== "reactions") return record;
    return Object.fromEntries(SIGNS.map((sign) => [sign, Boolean(record?.get(sign)?.has(this.#person))]));
  }

  /** @param {Note} note */
  #mine(note) {
    return this.session.you?.role === "facilitator" || note.author === this.#person;
  }

  /** @param {string} id */
  #newest(id) {
    let newest = id;
    for (let next; (next = this.#renamed.get(newest)); newest = next);
    return newest;
  }

  /** @param {string} id */
  #rename(id) {
    const fresh = newId();
    this.#renamed.set(id, fresh);
    return fresh;
  }
}

/** @param {string} key */
const tableIn = (key) => key.slice(0, Math.max(0, key.indexOf(":")));

/** @param {string} table @param {any} was @param {any} is */
function changed(table, was, is) {
  return (FIELDS[table] ?? []).filter((field) => field !== "z" && was?.[field] !== is?.[field]);
}

/** @param {Difference} it */
const same = ({ is, now }) => WORDS.every((field) => now()[field] === is[field]);

/** @param {Step} step @returns {any} */
const first = ([part]) => part instanceof Map ? [...part.values()][0] : [];

/** The note in which this step is nothing but typing. @param {Step} step */
function typedIn(step) {
  const [part] = step;
  if (step.length > 1 || !(part instanceof Map) || part.size > 1) return "";
  const [[key, [was, is]]] = /** @type {[[string, [any, any]]]} */ ([...part]);
  return was && is && changed(tableIn(key), was, is).join() === "text" ? key : "";
}

/** @template T @param {T[]} list @returns {T[][]} */
const chunks = (list) => Array.from({ length: Math.ceil(list.length / NOTES_AT_ONCE) }, (_, at) => list.slice(at * NOTES_AT_ONCE, (at + 1) * NOTES_AT_ONCE));
