/** Words for what somebody deleted meanwhile stay in sight, and can be tried again. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createSession } from "../../canvas/static/session.js";
import { memoryJournal, note, snapshot, welcome } from "./samples.js";

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

const lead = { you: { person: "p1", role: "facilitator" }, actions: [{ id: "k", what: "Bellen", who: "", due: "", status: "open", stone: null, note: null, author: "p1", created: 1 }], scripts: [{ step: "s", text: "Welkom" }] };

for (const [what, change, reads] of [
  ["an action", { kind: "action.add", action: "n", what: "Schrijven", stone: null, note: null }, ({ actions }) => actions.get("n").what === "Schrijven"],
  ["another text of an action", { kind: "action.edit", action: "k", what: "Schrijven" }, ({ actions }) => actions.get("k").what === "Schrijven"],
  ["a conclusion", { kind: "stone.edit", stone: "teams", conclusion: "Terugbellen" }, ({ stones }) => stones.get("teams").conclusion === "Terugbellen"],
  ["what who leads notes for themselves", { kind: "script.set", step: "s", text: "Hallo", was: "Welkom" }, ({ scripts }) => scripts.get("s") === "Hallo"],
  ["the word to leave with", { kind: "word.set", word: "moedig" }, ({ people }) => people.get("p1").word === "moedig"],
]) test(`${what} that is refused stays in sight, to be tried again`, () => {
  const { session } = started();
  session.receive(snapshot(lead));
  const id = session.ask(change);
  session.receive({ type: "refused", id, reason: "session_closed", sentence: "It is over." });
  const [{ failed }] = session.pending.values();
  assert.deepEqual([failed, reads(session.shown), session.unsent().length], ["It is over.", true, 0]);
});

test("a stone that could not be finished is not finished, and its conclusion is kept", () => {
  const { session } = started();
  const id = session.ask({ kind: "stone.finish", stone: "teams", finished: true, conclusion: "Terugbellen" });
  session.receive({ type: "refused", id, reason: "facilitator_only", sentence: "Not you." });
  assert.deepEqual([session.shown.finished.has("teams"), session.shown.stones.get("teams").conclusion], [false, "Terugbellen"]);
});

test("the words of an action that somebody deleted are a new action; who was to do it alone is told to be lost", () => {
  const told = [];
  const session = createSession(memoryJournal(), { touched() {}, send() {}, refused: (sentence) => told.push(sentence), beside() {} });
  session.receive(snapshot(lead));
  const ids = [session.ask({ kind: "action.edit", action: "k", what: "Schrijven" }), session.ask({ kind: "action.edit", action: "k", who: "Anna" })];
  server(session, 11, { kind: "action.delete", action: "k" });
  for (const id of ids) session.receive({ type: "refused", id, reason: "action_gone", sentence: "Gone." });
  assert.deepEqual([[...session.shown.actions.values()].map(({ what }) => what), told], [["Schrijven"], ["Gone."]]);
});

test("what is said anew takes the place of what was refused", () => {
  const { session } = started();
  session.receive(snapshot(lead));
  for (const text of ["Hallo", "Hallo daar"]) {
    const id = session.ask({ kind: "script.set", step: "s", text, was: "Welkom" });
    session.receive({ type: "refused", id, reason: "changed_meanwhile", sentence: "Look at both." });
  }
  assert.deepEqual([...session.pending.values()].map(({ do: { text } }) => text), ["Hallo daar"]);
  session.ask({ kind: "script.set", step: "s", text: "Samen", was: "Anders" });
  assert.deepEqual([...session.pending.values()].map(({ do: { text }, failed }) => [text, failed]), [["Samen", null]]);
});

test("who became one with another gets back what they wrote before and did not send, and hears what is lost", () => {
  const { session, journal } = started();
  session.ask({ kind: "note.add", note: "n", stone: "teams", text: "precious" });
  session.ask({ kind: "note.edit", note: "a", x: 5 });
  const told = [];
  const sent = [];
  const later = createSession(journal, { touched() {}, send: (one) => sent.push(one), refused: (sentence) => told.push(sentence), beside() {} });
  const you = { person: "p2", role: "participant" };
  const people = [["p1", true], ["p2", false]].map(([id, removed]) => ({ ...snapshot().people[0], id, removed }));
  later.receive(snapshot({ you, people, notes: [note("a", { author: "p2" })] }));
  assert.equal(later.shown.notes.has("n"), false);
  later.receive(welcome({ you }));
  const [kept] = later.pending.values();
  assert.deepEqual([later.shown.notes.get("n").text, later.unsent().length, later.pending.size, told.length], ["precious", 0, 1, 1]);
  later.retry(kept.id);
  assert.deepEqual([sent.map(({ do: { text } }) => text), journal.of("p1"), journal.of("p2").length], [["precious"], [], 1]);
});

test("what somebody else left in this browser stays theirs, and a screen that shows takes nothing", () => {
  const { session, journal } = started();
  session.ask({ kind: "note.add", note: "n", stone: "teams", text: "precious" });
  for (const [you, removed] of [[{ person: "p2", role: "participant" }, false], [{ person: null, role: "projector" }, true]]) {
    const later = createSession(journal, { touched() {}, send() {}, refused() {}, beside() {} });
    later.receive(snapshot({ you, people: [{ ...snapshot().people[0], removed }] }));
    later.receive(welcome({ you }));
    assert.deepEqual([later.pending.size, journal.of("p1").length], [0, 1]);
  }
});
