/** What one sees of one's own changes before, during and after the server has them. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { createSession } from "../../canvas/static/session.js";
import { memoryJournal, note, snapshot } from "./samples.js";

/** A session that has seen a snapshot with notes `a` and `b`, and what it sent and touched. */
function started(journal = memoryJournal()) {
  const sent = [];
  const touched = [];
  const refused = [];
  const beside = [];
  const session = createSession(journal, {
    touched: (it) => touched.push(it), send: (it) => sent.push(it), refused: (it) => refused.push(it), beside: (of, text, id) => beside.push([of.text, text, id]),
  });
  session.receive(snapshot({ notes: [note("a"), note("b")] }));
  touched.length = 0;
  return { session, sent, touched, refused, beside, journal };
}

const server = (session, seq, change) => session.receive({ type: "changes", seq, changes: [{ seq, at: 5, by: "p2", id: `server${seq}`, ...change }] });

test("a change of one's own shows at once and goes out", () => {
  const { session, sent, touched } = started();
  session.ask({ kind: "note.edit", note: "a", text: "mine" });
  assert.equal(session.shown.notes.get("a").text, "mine");
  assert.equal(session.truth.notes.get("a").text, "text of a");
  assert.deepEqual(sent[0].do, { kind: "note.edit", note: "a", text: "mine" });
  assert.deepEqual([...touched[0].keys], ["notes:a"]);
});

test("a waiting change hides what others do to the same property, and only that", () => {
  const { session } = started();
  session.ask({ kind: "note.edit", note: "a", text: "mine" });
  server(session, 11, { kind: "note.edit", note: "a", text: "theirs", colour: "blue" });
  assert.equal(session.shown.notes.get("a").text, "mine");
  assert.equal(session.shown.notes.get("a").colour, "blue");
});

test("once acknowledged, the order of the server decides", () => {
  const { session } = started();
  const id = session.ask({ kind: "note.edit", note: "a", text: "mine" });
  server(session, 11, { id, by: "p1", kind: "note.edit", note: "a", text: "mine" });
  server(session, 12, { kind: "note.edit", note: "a", text: "theirs" });
  assert.equal(session.shown.notes.get("a").text, "theirs");
  assert.equal(session.pending.size, 0);
});

test("the place the server gives a new note replaces the guess", () => {
  const { session } = started();
  const id = session.ask({ kind: "note.add", note: "n", stone: "teams", question: null, text: "new", colour: "pink" }, { x: 0, y: 0, z: 9, author: "p1", created: 1 });
  assert.equal(session.shown.notes.get("n").x, 0);
  server(session, 11, { id, by: "p1", kind: "note.add", note: "n", stone: "teams", question: null, text: "new", colour: "pink", x: 440, y: 150, z: 3, author: "p1", created: 7 });
  assert.deepEqual([session.shown.notes.get("n").x, session.shown.notes.get("n").z], [440, 3]);
});

test("an acknowledgement without the change itself ends the wait too", () => {
  const { session, journal } = started();
  const id = session.ask({ kind: "stone.finish", stone: "teams", finished: true });
  session.receive({ type: "ack", id, seq: 9 });
  assert.equal(session.pending.size, 0);
  assert.deepEqual(journal.of("p1"), []);
});

test("a refused move goes back and is told", () => {
  const { session, refused } = started();
  const id = session.ask({ kind: "note.edit", note: "a", x: 500, y: 500 });
  session.receive({ type: "refused", id, reason: "not_yours", sentence: "Not yours." });
  assert.equal(session.shown.notes.get("a").x, 0);
  assert.deepEqual(refused, ["Not yours."]);
});

test("a refused text stays in sight with the reason, and can be tried again", () => {
  const { session, sent, refused } = started();
  const id = session.ask({ kind: "note.add", note: "n", stone: "teams", text: "precious" }, { x: 0, y: 0 });
  session.receive({ type: "refused", id, reason: "full", sentence: "The stone is full." });
  const [failed] = session.waitingFor("notes:n");
  assert.equal(session.shown.notes.get("n").text, "precious");
  assert.equal(failed.failed, "The stone is full.");
  assert.deepEqual(refused, []);
  assert.deepEqual(session.unsent(), []);
  session.retry(failed.id);
  assert.equal(sent.at(-1).do.text, "precious");
  assert.equal(session.unsent().length, 1);
});

test("a failed text is retried under another id, for the server remembers the refused one", () => {
  const { session } = started();
  const id = session.ask({ kind: "note.edit", note: "a", text: "x" });
  session.receive({ type: "refused", id, reason: "locked", sentence: "Locked." });
  assert.notEqual(session.waitingFor("notes:a")[0].id, id);
});

test("giving up shows the server's truth again", () => {
  const { session } = started();
  const id = session.ask({ kind: "note.edit", note: "a", text: "x" });
  session.receive({ type: "refused", id, reason: "locked", sentence: "Locked." });
  session.giveUp(session.waitingFor("notes:a")[0].id);
  assert.equal(session.shown.notes.get("a").text, "text of a");
});

test("what passes by itself waits in silence, and goes out again once, however much was too fast", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { session, sent, refused } = started();
  const ids = ["x", "y"].map((text) => session.ask({ kind: "note.edit", note: "a", text }));
  for (const id of [...ids, ...ids]) session.receive({ type: "refused", id, reason: "too_fast", sentence: "Not so fast." });
  assert.deepEqual([session.unsent().length, refused], [2, []]);
  mock.timers.tick(10_000);
  assert.deepEqual(sent.map(({ id }) => id), [...ids, ...ids]);
  for (const id of ids) session.receive({ type: "refused", id, reason: "too_fast", sentence: "Not so fast." });
  for (const id of ids) session.receive({ type: "ack", id, seq: 11 });
  mock.timers.tick(10_000);
  assert.equal(sent.length, 4);
  mock.timers.reset();
});

const YOU = { person: "p1", role: "participant" };
const welcome = (session, ...changes) => session.receive({ type: "changes", seq: 10 + changes.length, you: YOU, online: ["p1"], changes: changes.map((change, at) => ({ seq: 11 + at, at: 5, by: "p2", id: `s${at}`, ...change })) });

test("a text that waited for the line leaves what somebody else wrote meanwhile, and goes beside it", () => {
  const { session, beside, journal } = started();
  session.ask({ kind: "note.edit", note: "a", text: "first" });
  const id = session.ask({ kind: "note.edit", note: "a", text: "mine" });
  session.ask({ kind: "note.edit", note: "b", text: "alone" });
  welcome(session, { kind: "note.edit", note: "a", text: "theirs" });
  assert.deepEqual(beside, [["theirs", "mine", `${id}~`]]);
  assert.deepEqual([session.shown.notes.get("a").text, session.unsent().map(({ do: { text } }) => text), journal.of("p1").length], ["theirs", ["alone"], 1]);
});

test("after a reload too the text one began from is known", () => {
  const { session, journal } = started();
  session.ask({ kind: "note.edit", note: "a", text: "mine" });
  const again = createSession(journal, { touched() {}, send() {}, refused() {}, beside: (of, text) => { again.told = [of.text, text]; } });
  again.receive(snapshot({ notes: [note("a", { text: "theirs" })] }));
  welcome(again);
  assert.deepEqual([again.told, again.unsent()], [["theirs", "mine"], []]);
});

test("texts that waited go out as they were where nobody else wrote, also when the answer to some was lost", () => {
  for (const text of ["text of a", "one", "two"]) {
    const { session, beside } = started();
    for (const mine of ["one", "two"]) session.ask({ kind: "note.edit", note: "a", text: mine });
    session.receive(snapshot({ notes: [note("a", { text, x: 9 })] }));
    welcome(session);
    assert.deepEqual([beside, session.unsent().length, session.shown.notes.get("a").text], [[], 2, "two"]);
  }
});

test("after a reload what was not acknowledged is still there, in its order", () => {
  const { session, journal } = started();
  session.ask({ kind: "note.edit", note: "a", text: "one" });
  session.ask({ kind: "note.edit", note: "a", text: "two" });
  const again = started(journal).session;
  assert.equal(again.shown.notes.get("a").text, "two");
  assert.deepEqual(again.unsent().map((pending) => pending.do.text), ["one", "two"]);
});

test("deleting and undoing before the server answers", () => {
  const { session } = started();
  session.ask({ kind: "note.delete", note: "a" });
  assert.equal(session.shown.notes.has("a"), false);
  session.ask({ kind: "note.restore", note: "a" });
  assert.equal(session.shown.notes.get("a").text, "text of a");
});

test("a replayed change is not done twice", () => {
  const { session } = started();
  server(session, 11, { kind: "note.edit", note: "a", text: "new" });
  server(session, 12, { kind: "note.edit", note: "a", text: "newer" });
  server(session, 11, { kind: "note.edit", note: "a", text: "new" });
  assert.equal(session.shown.notes.get("a").text, "newer");
  assert.equal(session.truth.seq, 12);
});

test("what others did to notes and clusters is news, what one did oneself is not", () => {
  const { session, touched } = started();
  const id = session.ask({ kind: "note.add", note: "mine", stone: "teams", text: "x" }, {});
  server(session, 11, { id, by: "p1", kind: "note.add", note: "mine", stone: "teams", text: "x", x: 0, y: 0 });
  server(session, 12, { kind: "note.add", note: "theirs", stone: "teams", text: "y", x: 0, y: 0 });
  server(session, 13, { kind: "note.edit", note: "a", text: "new" });
  server(session, 14, { kind: "note.delete", note: "b" });
  server(session, 15, { kind: "cluster.add", cluster: "k", stone: "teams", title: "K", notes: ["a", "theirs"] });
  server(session, 16, { kind: "comment.add", comment: "m", note: "a", text: "hm" });
  const told = touched.flatMap(({ news = [] }) => news).map(([key, was, is]) => [key, was?.text, is?.text ?? is?.title]);
  assert.deepEqual(told, [["notes:theirs", undefined, "y"], ["notes:a", "text of a", "new"], ["notes:b", "text of b", undefined], ["clusters:k", undefined, "K"]]);
});

test("room and finished stones show at once as well", () => {
  const { session } = started();
  session.ask({ kind: "room.move", stone: "market", question: "q" });
  session.ask({ kind: "stone.finish", stone: "teams", finished: true });
  assert.equal(session.shown.workshop.stone, "market");
  assert.equal(session.shown.finished.has("teams"), true);
  assert.equal(session.truth.workshop.stone, "teams");
});

test("what turns out to exist already is no failure", () => {
  const { session } = started();
  const id = session.ask({ kind: "note.add", note: "a", stone: "teams", text: "again" });
  session.receive({ type: "refused", id, reason: "note_exists", sentence: "It exists." });
  assert.equal(session.pending.size, 0);
  assert.equal(session.shown.notes.get("a").text, "text of a");
});

/** A session with a note that the server did not take. */
function withUnborn() {
  const it = started();
  const id = it.session.ask({ kind: "note.add", note: "n", stone: "teams", text: "too much" }, { x: 0, y: 0 });
  it.session.receive({ type: "refused", id, reason: "full", sentence: "Full." });
  return it;
}

test("editing a note that was not saved tries again with the new text", () => {
  const { session, sent } = withUnborn();
  session.ask({ kind: "note.edit", note: "n", text: "less" });
  assert.deepEqual(sent.at(-1).do, { kind: "note.add", note: "n", stone: "teams", text: "less" });
  assert.equal(session.pending.size, 1);
});

test("deleting a note that was not saved forgets it, without asking the server", () => {
  const { session, sent } = withUnborn();
  session.ask({ kind: "note.delete", note: "n" });
  assert.equal(session.shown.notes.has("n"), false);
  assert.equal(sent.length, 1);
});

test("a sketch of one's own that the page saved is told apart from those of others", () => {
  const { session, touched } = started();
  const sketch = { kind: "sketch.save", stone: "teams", question: null, text: "t", picture: "p", width: 1, height: 1, x: 0, y: 0 };
  server(session, 11, { ...sketch, note: "theirs" });
  server(session, 12, { ...sketch, note: "mine", by: "p1" });
  assert.deepEqual(touched.map(({ drawn }) => drawn), [undefined, "mine"]);
});

test("signs that hide or reverse text, and halves of them, do not leave the room", () => {
  const { session, sent } = started();
  session.ask({ kind: "note.add", note: "n9", stone: "legal", text: "Prijs\u202elijst\u0007 \ud83d en 🙂\nen verder" });
  assert.equal(sent.at(-1)?.do.text, "Prijslijst  en 🙂\nen verder");
});

test("names, titles and the parts of a story leave the room on one line, notes as they are", () => {
  const { session, sent } = started();
  session.ask({ kind: "story.add", story: "s9", stone: null, role: "kassa", want: " een\r\n\u2028 seintje \n", benefit: "\n" });
  session.ask({ kind: "note.edit", note: "a", text: "een\ntwee" });
  assert.deepEqual([sent[0].do.want, sent[0].do.benefit, sent[1].do.text], ["een seintje", "", "een\ntwee"]);
});

test("what somebody else left unsent in this browser is not sent as mine", () => {
  const { session, journal } = started();
  session.ask({ kind: "note.edit", note: "a", text: "typed by Anna" });
  const next = createSession(journal, { touched() {}, send() {}, refused() {} });
  next.receive(snapshot({ you: { person: "p2", role: "participant" }, notes: [note("a")] }));
  assert.deepEqual(next.unsent(), []);
  assert.equal(next.shown.notes.get("a").text, "text of a");
});

test("who was shown out leaves nothing unsent behind", () => {
  const { session, journal } = started();
  session.ask({ kind: "note.edit", note: "a", text: "mine" });
  session.forget();
  assert.deepEqual([session.unsent(), journal.of("p1")], [[], []]);
});

test("what somebody else wrote is judged when all that was missed has come, however many messages it takes", () => {
  const { session, beside } = started();
  session.ask({ kind: "note.edit", note: "a", text: "mine" });
  server(session, 11, { kind: "note.edit", note: "b", text: "theirs" });
  assert.deepEqual([beside.length, session.unsent().length], [0, 1]);
  welcome(session, { kind: "note.edit", note: "b", colour: "blue" }, { kind: "note.edit", note: "a", text: "theirs" });
  assert.deepEqual([beside[0].slice(0, 2), session.unsent()], [["theirs", "mine"], []]);
});

test("who leads from now on comes back with what is theirs to see", () => {
  const { session, touched } = started();
  const waiting = note("w", { author: "p2", audience: "facilitators" });
  const you = { person: "p1", role: "facilitator" };
  session.receive(snapshot({ you, mine: [waiting], scripts: [{ step: "s1", text: "First the rules" }], dots: [{ vote: "v1", note: "a", person: "p1", count: 2 }] }));
  assert.equal(session.you.role, "facilitator");
  assert.equal(session.shown.notes.get("w").text, "text of w");
  assert.equal(session.shown.scripts.get("s1"), "First the rules");
  assert.equal(session.shown.dots.get("v1:a"), 2);
  assert.ok(touched.some(({ all, place }) => all && place));
  session.receive(snapshot());
  assert.deepEqual([session.shown.notes.has("w"), session.shown.scripts.size, session.shown.dots.size], [false, 0, 0]);
});

test("how many notes are hidden is known until it is told anew", () => {
  const { session, touched } = started();
  session.receive({ type: "hidden", stones: { teams: 3 } });
  assert.deepEqual(session.hidden.stones, { teams: 3 });
  assert.deepEqual([...touched[0].keys], ["hidden"]);
  welcome(session);
  assert.deepEqual(session.hidden.stones, {});
});
