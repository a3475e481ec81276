/** Undo and redo of what one did oneself, while others go on. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { cluster, note, snapshot } from "./samples.js";
import { NOTES, RICH, TWO, started } from "./undoing.js";

test("there is nothing to undo at first, and what others do is not mine to undo", () => {
  const { undo, server } = started();
  server({ kind: "note.edit", note: "a", text: "theirs" });
  assert.deepEqual([undo.canUndo, undo.undo(), undo.redo()], [false, { done: false, reason: "nothing" }, { done: false, reason: "nothing" }]);
});

test("what somebody changed since stays as they left it; the rest goes back", () => {
  const { undo, ask, at, server } = started();
  ask({ kind: "notes.edit", edits: [{ note: "a", x: 5, colour: "blue" }, { note: "b", x: 5 }] });
  server({ kind: "notes.edit", edits: [{ note: "a", colour: "pink" }, { note: "b", x: 8 }] });
  assert.equal(undo.undo().done, true);
  assert.deepEqual([at("a").x, at("a").colour, at("b").x], [0, "pink", 8]);
});

test("a step of which nothing is left is skipped for the one before it; only where none is left one is told so", () => {
  const { undo, ask, at, server, settle } = started();
  ask({ kind: "note.edit", note: "a", colour: "blue" });
  ask({ kind: "note.edit", note: "b", colour: "blue" });
  server({ kind: "note.edit", note: "b", colour: "pink" });
  assert.deepEqual([undo.undo().done, at("a").colour, at("b").colour, undo.canUndo], [true, "yellow", "pink", false]);
  settle();
  server({ kind: "note.edit", note: "a", colour: "pink" });
  assert.deepEqual(undo.redo(), { done: false, reason: "changed" });
});

test("what somebody wrote in my new note, and a note that is gone, are left alone", () => {
  const { undo, ask, at, server } = started();
  ask({ kind: "note.add", note: "n", stone: "teams", text: "mine" });
  server({ kind: "note.edit", note: "n", text: "and theirs" });
  assert.deepEqual([undo.undo().reason, at("n").text], ["changed", "and theirs"]);
  ask({ kind: "note.edit", note: "a", colour: "blue" });
  server({ kind: "note.delete", note: "a" });
  assert.equal(undo.undo().reason, "changed");
});

test("a note that the server placed elsewhere than guessed is still mine to undo", () => {
  const { session, undo, waiting, server, at } = started();
  session.ask({ kind: "note.add", note: "n", stone: "teams", text: "mine" }, { x: 1, y: 1, z: 9 });
  server({ ...waiting.pop().do, id: [...session.pending.keys()][0], by: "p1", x: 440, y: 150, z: 11 });
  undo.undo();
  assert.equal(at("n"), undefined);
});

test("several saves of one text within seconds are one step, as long as nobody came between", () => {
  mock.timers.enable({ apis: ["Date"], now: 1e12 });
  const { undo, ask, at, server } = started();
  for (const text of ["t", "ty", "typ"]) {
    ask({ kind: "note.edit", note: "a", text });
    mock.timers.tick(1000);
  }
  undo.undo();
  assert.deepEqual([at("a").text, undo.canUndo], ["text of a", false]);
  undo.redo();
  assert.equal(at("a").text, "typ");
  for (const text of ["later", "much later"]) {
    mock.timers.tick(60_000);
    ask({ kind: "note.edit", note: "a", text });
  }
  undo.undo();
  assert.equal(at("a").text, "later");
  ask({ kind: "note.edit", note: "b", text: "mine" });
  server({ kind: "note.edit", note: "b", text: "theirs" });
  ask({ kind: "note.edit", note: "b", text: "mine again" });
  undo.undo();
  assert.equal(at("b").text, "theirs");
  mock.timers.reset();
});

test("a gesture of several changes is one step", () => {
  const { undo, session, settle, at } = started();
  undo.group(() => {
    session.ask({ kind: "cluster.add", cluster: "n", stone: "teams", title: "N", notes: ["a", "b"] });
    session.ask({ kind: "cluster.move", cluster: "n", dx: 10, dy: 0 });
    session.ask({ kind: "notes.edit", edits: [{ note: "a", x: 50 }, { note: "c", x: 60 }] });
    undo.group(() => session.ask({ kind: "notes.add", stone: "teams", notes: [{ note: "m", text: "1" }] }));
  });
  settle();
  undo.undo();
  assert.deepEqual([settle().length > 3, at("a").x, at("b").x, at("c").x, at("a").cluster, at("m"), session.shown.clusters.size, undo.canUndo], [true, 0, 0, 0, null, undefined, 0, false]);
  undo.redo();
  assert.deepEqual([at("a").x, at("b").x, at("c").x, at("m").text, session.shown.clusters.size], [50, 10, 60, "1", 1]);
});

test("a large paste is undone in as many changes as the server takes", () => {
  const { undo, session, settle } = started();
  const ids = Array.from({ length: 300 }, (_, index) => `n${index}`);
  undo.group(() => { for (const some of [ids.slice(0, 200), ids.slice(200)]) session.ask({ kind: "notes.add", stone: "teams", notes: some.map((it) => ({ note: it, text: it })) }); });
  settle();
  undo.undo();
  assert.deepEqual(settle().map(({ kind, notes }) => [kind, notes.length]), [["notes.delete", 200], ["notes.delete", 100]]);
  undo.redo();
  assert.deepEqual([settle().length, session.shown.notes.size], [2, 304]);
});

test("the notes of a cluster go back to where they were, also to another cluster; what others put in keeps that", () => {
  const it = started({ ...TWO });
  it.ask({ kind: "cluster.add", cluster: "n", stone: "teams", title: "N", notes: ["a", "c"] });
  it.server({ kind: "note.edit", note: "theirs", cluster: "n" });
  it.undo.undo();
  it.settle();
  assert.deepEqual(["a", "b", "c", "theirs"].map((id) => it.at(id).cluster), ["k", "k", null, "n"]);
  assert.equal(it.session.shown.clusters.has("n"), true);
});

test("a participant never asks to change a note of somebody else", () => {
  const it = started();
  it.ask({ kind: "cluster.add", cluster: "n", stone: "teams", title: "N", notes: ["c", "theirs"] });
  it.server({ kind: "cluster.edit", cluster: "n", title: "Theirs now" });
  it.undo.undo();
  assert.deepEqual(it.settle(), [{ kind: "notes.edit", edits: [{ note: "c", cluster: null }] }]);
});

test("a cluster that came back under another id is the same for the steps before and after", () => {
  const it = started({ ...TWO });
  it.ask({ kind: "cluster.edit", cluster: "k", title: "second" });
  it.ask({ kind: "cluster.move", cluster: "k", dx: 5, dy: 0 });
  it.ask({ kind: "note.edit", note: "c", cluster: "k" });
  it.ask({ kind: "cluster.delete", cluster: "k" });
  const steps = [];
  for (let step = 0; step < 4; step++) {
    assert.equal(it.undo.undo().done, true, `step ${step}`);
    it.settle();
    steps.push([[...it.session.shown.clusters.values()].map(({ title }) => title).join(), it.at("a").x, Boolean(it.at("c").cluster)]);
  }
  assert.deepEqual(steps, [["second", 5, true], ["second", 5, false], ["second", 0, false], ["title of k", 0, false]]);
  assert.equal(it.session.shown.clusters.has("k"), false);
  for (let step = 0; step < 4; step++) assert.equal(it.undo.redo().done, true);
  it.settle();
  assert.deepEqual([it.session.shown.clusters.size, it.at("a").x, it.at("c").cluster], [0, 5, null]);
});

test("a cluster that somebody took apart does not move back", () => {
  const { undo, ask, server } = started({ ...TWO });
  ask({ kind: "cluster.move", cluster: "k", dx: 5, dy: 0 });
  server({ kind: "cluster.delete", cluster: "k" });
  assert.equal(undo.undo().reason, "changed");
});

test("the server alone says how high a note lies", () => {
  const { session, undo, settle } = started();
  session.ask({ kind: "note.edit", note: "a", x: 5 }, { z: 9 });
  undo.undo();
  assert.deepEqual(settle().at(-1), { kind: "notes.edit", edits: [{ note: "a", x: 0 }] });
});

test("what was deleted is in sight at once, also when the line came back in between", () => {
  const { session, undo, ask, at } = started();
  ask({ kind: "note.delete", note: "a" });
  session.receive(snapshot({ notes: NOTES.slice(1) }));
  undo.undo();
  assert.equal(at("a").text, "text of a");
});

test("a cluster does not come back for one note; a note does not go into a cluster that is gone or on another board", () => {
  const it = started({ ...TWO });
  it.ask({ kind: "cluster.delete", cluster: "k" });
  it.server({ kind: "note.delete", note: "b" });
  assert.equal(it.undo.undo().reason, "changed");
  const other = started({ ...TWO });
  other.ask({ kind: "note.edit", note: "a", cluster: null, x: 4 });
  other.server({ kind: "cluster.delete", cluster: "k" });
  other.undo.undo();
  assert.deepEqual(other.settle(), [{ kind: "notes.edit", edits: [{ note: "a", x: 0 }] }]);
});

test("a note that somebody took to another board stays there, but its text goes back", () => {
  const { undo, ask, server, settle } = started();
  ask({ kind: "note.edit", note: "a", text: "mine", x: 5, question: "q" });
  server({ kind: "note.edit", note: "a", stone: "legal", question: null, cluster: null });
  undo.undo();
  assert.deepEqual(settle(), [{ kind: "note.edit", note: "a", text: "text of a" }]);
});

test("a link comes back only while both notes live; a comment of somebody else is not said again in my name", () => {
  const it = started({ ...RICH, comments: [{ id: "m", note: "a", text: "hm", author: "p2", created: 1 }] }, "facilitator");
  it.ask({ kind: "link.delete", link: "l" });
  it.server({ kind: "note.delete", note: "theirs" });
  assert.equal(it.undo.undo().reason, "changed");
  it.ask({ kind: "comment.delete", comment: "m" });
  assert.equal(it.undo.undo().reason, "changed");
});

test("rooms, stones, scores, settings and people are not undone here", () => {
  const { undo, ask } = started({}, "facilitator");
  for (const change of [{ kind: "room.move", stone: "legal" }, { kind: "stone.finish", stone: "legal", finished: true }, { kind: "score.set", question: "q", score: 1 },
    { kind: "workshop.edit", title: "T" }, { kind: "person.rename", person: "p1", name: "N" }]) ask(change);
  assert.equal(undo.canUndo, false);
});

test("what changes nothing is no step; a new step ends what could be done again", () => {
  const { undo, ask } = started();
  ask({ kind: "note.edit", note: "a", text: "text of a" });
  ask({ kind: "notes.edit", edits: [{ note: "gone", x: 1 }] });
  assert.equal(undo.canUndo, false);
  ask({ kind: "note.edit", note: "a", x: 1 });
  undo.undo();
  assert.equal(undo.canRedo, true);
  ask({ kind: "note.edit", note: "b", x: 1 });
  assert.equal(undo.canRedo, false);
});

test("the 200 last steps are kept", () => {
  const { undo, ask, at } = started();
  for (let x = 1; x <= 250; x++) ask({ kind: "note.edit", note: "a", x });
  let steps = 0;
  while (undo.undo().done) steps++;
  assert.deepEqual([steps, at("a").x], [200, 50]);
});

test("whoever comes next on this laptop undoes nothing of who was here before", () => {
  const { session, undo, ask } = started();
  ask({ kind: "note.edit", note: "a", x: 1 });
  session.receive({ type: "changes", seq: 0, changes: [], you: { person: "p2", role: "participant" }, online: [] });
  assert.deepEqual([undo.canUndo, undo.undo().reason], [false, "nothing"]);
});

test("undoing a note that the server never took forgets it", () => {
  const { session, undo, at } = started();
  const id = session.ask({ kind: "note.add", note: "n", stone: "teams", text: "mine" });
  session.receive({ type: "refused", id, reason: "stone_full", sentence: "Full." });
  undo.undo();
  assert.deepEqual([at("n"), session.pending.size], [undefined, 0]);
});

test("one step can be taken back by itself, also after others were done; once it is, it is no step any more", () => {
  const { undo, ask, at, settle } = started();
  ask({ kind: "note.delete", note: "a" });
  const deleted = undo.latest;
  ask({ kind: "note.edit", note: "b", x: 5 });
  assert.deepEqual([undo.undo(deleted).done, at("a").text, at("b").x, undo.canUndo], [true, "text of a", 5, true]);
  settle();
  assert.deepEqual([undo.undo(deleted), at("b").x], [{ done: false, reason: "nothing" }, 5]);
  undo.redo();
  assert.equal(at("a"), undefined);
});

for (const kind of ["picture.add", "sketch.save"]) {
  test(`${kind}: what the page around the room brought for me is mine to undo, and to bring back`, () => {
    const { undo, at, server, settle } = started();
    const brought = { kind, stone: "teams", question: null, text: "Balie", picture: "p", width: 3, height: 2, x: 0, y: 0 };
    server({ ...brought, note: "theirs too" });
    assert.equal(undo.canUndo, false);
    server({ ...brought, note: "mine", by: "p1" });
    undo.undo();
    assert.deepEqual([settle(), at("mine"), undo.canUndo], [[{ kind: "notes.delete", notes: ["mine"] }], undefined, false]);
    undo.redo();
    assert.equal(at("mine").picture, "p");
  });
}

test("a sketch that was drawn anew is no step, for no older drawing is kept", () => {
  const { undo, server } = started();
  server({ kind: "sketch.save", note: "a", stone: "teams", question: null, text: "t", picture: "p", width: 1, height: 1, x: 0, y: 0, by: "p1" });
  assert.equal(undo.canUndo, false);
});
