/** What a search finds, in which order, and what it leaves out. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { finderOf, found } from "../../canvas/static/matching.js";
import { apply, stateFrom } from "../../canvas/static/state.js";
import { note, snapshot } from "./samples.js";

const BOARDS = ["segment", "teams", "parking"];
const people = [{ id: "p1", name: "Anna", role: "participant", joined: 1 }, { id: "p2", name: "Zoë", role: "participant", joined: 1 }];
const story = { id: "s1", stone: null, role: "kassa", want: "een seintje", benefit: "ik bel", note: null, source: "", author: "p2", created: 1 };

function workshop(notes, more = {}) {
  return stateFrom(snapshot({ people, notes, ...more }));
}

function ids(state, wish) {
  return found(state, wish, BOARDS).map(({ board, records }) => [board, records.map(({ id }) => id)]);
}

test("accents and capitals make no difference, and every word must occur", () => {
  const state = workshop([note("a", { text: "Één CAFÉ per wijk" }), note("b", { text: "Café" })]);
  assert.deepEqual(ids(state, { text: "cafe een" }), [["teams", ["a"]]]);
  assert.deepEqual(ids(state, { text: "ÉÉN wijk école" }), []);
});

test("where notes go under the names of groups, or of nobody, that is what one looks for", () => {
  const written = [note("a", { author: "p2", group: "g" }), note("b", { author: "p2", group: "old" }), note("c", { author: "p2" })];
  const groups = { groups: [{ id: "g", name: "Tafel", stone: null, created: 1 }], dissolved: [{ id: "old", name: "Groep 1", stone: null, created: 1 }] };
  const under = (authors) => workshop(written, { ...groups, workshop: { ...snapshot().workshop, authors } });
  assert.deepEqual(ids(under("groups"), { text: "tafel" }), [["teams", ["a"]]]);
  assert.deepEqual(ids(under("groups"), { text: "groep 1" }), [["teams", ["b"]]]);
  assert.deepEqual(ids(under("groups"), { text: "zoe" }), [["teams", ["c"]]]);
  assert.deepEqual(ids(under("nobody"), { text: "zoe" }), []);
  assert.deepEqual(ids(under("groups"), { group: "g" }), [["teams", ["a"]]]);
});

test("the words may stand in the author's name, on whose behalf it is, the cluster's title and the comments", () => {
  const state = workshop([note("a", { author: "p2" }), note("b", { behalf: "Joost" }), note("c", { cluster: "k" }), note("d")], {
    clusters: [{ id: "k", stone: "teams", title: "Langs aan de deur", collapsed: false, author: null, created: 1 }],
    comments: [{ id: "x", note: "d", text: "Hier ben ik het mee eens", author: "p2", created: 1 }],
  });
  for (const [text, expected] of [["zoe", "a"], ["joost", "b"], ["deur", "c"], ["mee eens", "d"]]) assert.deepEqual(ids(state, { text }), [["teams", [expected]]]);
});

test("results come by board in the order of the path, stories of no stone at the parking lot", () => {
  const state = workshop([note("t", { text: "seintje" }), note("s", { text: "seintje", stone: "segment" })], { stories: [story] });
  assert.deepEqual(ids(state, { text: "seintje" }), [["segment", ["s"]], ["teams", ["t"]], ["parking", ["s1"]]]);
});

test("filters narrow together; a story has no colour, question, cluster or reactions", () => {
  const state = workshop([note("a", { colour: "pink" }), note("b", { colour: "pink", author: "p2", question: "q" }), note("c", { cluster: "k" })], { stories: [story] });
  apply(state, { kind: "reaction.set", note: "a", sign: "heart", on: true, by: "p2" });
  assert.deepEqual(ids(state, { colour: "pink" }), [["teams", ["a", "b"]]]);
  assert.deepEqual(ids(state, { colour: "pink", author: "p2" }), [["teams", ["b"]]]);
  assert.deepEqual(ids(state, { question: "q" }), [["teams", ["b"]]]);
  assert.deepEqual(ids(state, { reacted: "on" }), [["teams", ["a"]]]);
  assert.deepEqual(ids(state, { loose: "on" }), [["teams", ["a", "b"]]]);
  assert.deepEqual(ids(state, { author: "p2" }), [["teams", ["b"]], ["parking", ["s1"]]]);
  assert.deepEqual(ids(state, { stone: "parking" }), [["parking", ["s1"]]]);
});

test("who looks for nothing finds nothing, and nothing is dimmed", () => {
  const state = workshop([note("a")]);
  assert.equal(finderOf(state, { text: "  ", author: "", colour: "" }), null);
  assert.deepEqual(found(state, {}, BOARDS), []);
});

test("a note that changes is read again", () => {
  const state = workshop([note("a", { text: "eerst" })]);
  assert.deepEqual(ids(state, { text: "eerst" }), [["teams", ["a"]]]);
  apply(state, { kind: "note.edit", note: "a", text: "later" });
  assert.deepEqual(ids(state, { text: "eerst" }), []);
  assert.deepEqual(ids(state, { text: "later" }), [["teams", ["a"]]]);
});

test("notes with dots stand by how many they have", () => {
  const state = workshop([note("a"), note("b"), note("c")], { stories: [story] });
  const dots = new Map([["a", 1], ["c", 4]]);
  assert.deepEqual(found(state, { voted: "on" }, BOARDS, dots).map(({ records }) => records.map(({ id }) => id)), [["c", "a"]]);
  assert.equal(finderOf(state, { voted: "on" })(state.notes.get("a")), false);
});
