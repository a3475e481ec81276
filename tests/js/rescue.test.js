/** Words for what somebody deleted meanwhile stay in sight, and can be tried again. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createSession } from "../../canvas/static/session.js";
import { memoryJournal, note, snapshot } from "./samples.js";

function started(journal = memoryJournal()) {
  const session = createSession(journal, { touched() {}, send() {}, refused() {}, beside() {} });
  session.receive(snapshot({ notes: [note("a")] }));
  return { session, journal };
}

const server = (session, seq, change) => session.receive({ type: "changes", seq, changes: [{ seq, at: 5, by: "p2", id: `server${seq}`, ...change }] });

test("text typed in a note that somebody deleted becomes a new note", () => {
  const { session } = started();
  const id = session.ask({ kind: "note.edit", note: "a", text: "still precious" });
  server(session, 11, { kind: "note.delete", note: "a" });
  session.receive({ type: "refused", id, reason: "note_gone", sentence: "The note is gone." });
  const [kept] = [...session.shown.notes.values()].filter(({ text }) => text === "still precious");
  assert.notEqual(kept.id, "a");
  assert.equal(kept.stone, "teams");
});

test("such a note is as large as the old one and still somebody else's word", () => {
  const { session } = started();
  const id = session.ask({ kind: "note.edit", note: "a", text: "still precious" });
  server(session, 11, { kind: "note.edit", note: "a", size: "large", behalf: "Oma" });
  server(session, 12, { kind: "note.delete", note: "a" });
  session.receive({ type: "refused", id, reason: "note_gone", sentence: "The note is gone." });
  const [{ do: { size, behalf } }] = session.pending.values();
  assert.deepEqual([size, behalf], ["large", "Oma"]);
});

for (const [what, change] of Object.entries({
  "a comment at a note": { kind: "comment.add", comment: "k", note: "a", text: "precious" },
  "a text for a note": { kind: "note.edit", note: "a", text: "precious" },
})) test(`${what} that went while this page was closed lies in the parking lot, to be tried again`, () => {
  const { session, journal } = started();
  const id = session.ask(change);
  const { session: later } = started(journal);
  later.receive(snapshot({ seq: 12 }));
  later.receive({ type: "refused", id, reason: "note_gone", sentence: "The note is gone." });
  const [kept] = later.shown.notes.values();
  assert.deepEqual([kept.text, kept.stone, later.waitingFor(`notes:${kept.id}`)[0].failed], ["precious", "parking", "The note is gone."]);
});

test("what was written in a story that somebody deleted is a new story", () => {
  const { session } = started();
  const story = { role: "r", want: "w", benefit: "" };
  const id = session.ask({ kind: "story.edit", story: "s", ...story });
  session.receive({ type: "refused", id, reason: "story_gone", sentence: "The story is gone." });
  const [kept] = session.shown.stories.values();
  assert.deepEqual([kept.want, kept.stone, session.waitingFor(`stories:${kept.id}`).length], ["w", null, 1]);
});

test("a story from a note that was deleted meanwhile can be told without it", () => {
  const { session } = started();
  const id = session.ask({ kind: "story.add", story: "s", stone: "teams", role: "r", want: "w", benefit: "", note: "zz" });
  session.receive({ type: "refused", id, reason: "note_gone", sentence: "The note is gone." });
  assert.equal(session.waitingFor("stories:s")[0].do.note, null);
});
