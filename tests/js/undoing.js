/** Anna and her undo, before a server that takes everything. */

import assert from "node:assert/strict";
import { createSession } from "../../canvas/static/session.js";
import { createUndo } from "../../canvas/static/undo.js";
import { FIELDS } from "./vocabulary.js";
import { cluster, memoryJournal, note, snapshot } from "./samples.js";

export const NOTES = [note("a"), note("b"), note("c"), note("theirs", { author: "p2" })];

/** The server takes no other fields. */
function wellFormed({ kind, ...fields }) {
  const known = (name) => FIELDS[name];
  for (const [field, value] of Object.entries(fields)) assert.ok(value === undefined || known(kind).includes(field), `${field} in ${kind}`);
  const several = known("note.edit").filter((field) => field !== "text" && field !== "behalf");
  for (const edit of fields.edits ?? []) for (const field of Object.keys(edit)) assert.ok(several.includes(field), `${field} in ${kind}`);
}

/** Anna's session and undo with a server that takes everything; `settle` lets it answer. */
export function started(values = {}, role = "participant") {
  const waiting = [];
  const refused = [];
  const session = createSession(memoryJournal(), { touched() {}, send: (it) => waiting.push(it), refused: (it) => refused.push(it) });
  session.receive(snapshot({ you: { person: "p1", role }, notes: NOTES, ...values }));
  const stories = new Map([["s", STORY]]);
  let seq = 10;
  const server = (change) => session.receive({ type: "changes", seq: ++seq, changes: [{ seq, at: seq, by: "p2", id: `server${seq}`, ...change }] });
  const settle = () => {
    const done = waiting.splice(0);
    for (const { id, do: change } of done) {
      wellFormed(change);
      const { trash } = session.truth;
      const more = change.kind === "notes.restore" ? { notes: change.notes.map((it) => ({ ...trash.get(it), note: it })) } : change.kind === "story.restore" ? stories.get(change.story) : {};
      if (change.kind === "story.add") stories.set(change.story, { author: "p1", ...change });
      server({ ...change, ...more, id, by: "p1" });
    }
    return done.map((it) => it.do);
  };
  const undo = createUndo(session);
  const ask = (change) => { session.ask(change); settle(); };
  const at = (id) => session.shown.notes.get(id);
  return { session, undo, ask, at, server, settle, waiting, refused };
}
export const STORY = { stone: "teams", role: "r", want: "w", benefit: "b", note: null, source: "", author: "p1", created: 1 };
export const TWO = { clusters: [cluster("k")], notes: [note("a", { cluster: "k" }), note("b", { cluster: "k" }), note("c"), note("theirs", { author: "p2" })] };
/** Everything one sees of the board, but for the layers of notes and who made what when. */
export const seen = ({ session: { shown } }) => ({
  notes: [...shown.notes.values()].map(({ z: _, created: __, ...it }) => it).sort((one, other) => (one.id < other.id ? -1 : 1)),
  clusters: [...shown.clusters.values()].map(({ title, stone, collapsed }) => ({ title, stone, collapsed })),
  links: [...shown.links.values()].map(({ start, end, word }) => ({ start, end, word })),
  comments: [...shown.comments.values()].map(({ note: of, text }) => ({ of, text })),
  stories: [...shown.stories.values()].map(({ created: _, ...it }) => it).sort((one, other) => (one.id < other.id ? -1 : 1)),
  reactions: [...shown.reactions].map(([of, signs]) => [of, [...signs].map(([sign, people]) => [sign, [...people].sort()])]),
});
/** Where a cluster is, its notes say so by its title: it may have come back under another id. */
export const told = (it) => {
  const all = seen(it);
  for (const one of all.notes) one.cluster &&= it.session.shown.clusters.get(one.cluster)?.title ?? "no such cluster";
  return all;
};
/** A board with one of everything. */
export const RICH = {
  clusters: [cluster("k", { collapsed: true })], links: [{ id: "l", start: "a", end: "theirs", word: "so", author: "p1", created: 1 }],
  comments: [{ id: "m", note: "a", text: "hm", author: "p1", created: 1 }], stories: [{ id: "s", ...STORY }], reactions: [{ note: "a", person: "p1", sign: "heart" }, { note: "a", person: "p2", sign: "heart" }],
  notes: [note("a", { cluster: "k", question: "q" }), note("b", { cluster: "k" }), note("c"), note("d"), note("theirs", { author: "p2" })],
};
