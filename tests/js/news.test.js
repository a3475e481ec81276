/** Who listens hears what others did on the board in view, in one sentence for a while of it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { sentenceOf } from "../../canvas/static/news.js";
import { speak } from "../../canvas/static/words.js";
import { cluster, note } from "./samples.js";

speak({ labels: {}, stones: [] });
const told = (news) => sentenceOf(new Map(Object.entries(news)), "teams");

test("new, changed and deleted notes and clusters are counted in one sentence", () => {
  assert.equal(told({ "notes:a": [undefined, note("a")], "notes:b": [undefined, note("b")], "notes:c": [note("c"), note("c", { x: 5 })], "notes:d": [note("d"), undefined] }), "2 new notes, 1 note changed, 1 note gone");
  assert.equal(told({ "clusters:k": [undefined, cluster("k")], "clusters:l": [cluster("l"), cluster("l", { title: "L" })], "clusters:m": [cluster("m"), undefined] }), "1 new cluster, 1 cluster changed, 1 cluster gone");
});

test("of another board, and of what came and went, nothing is said", () => {
  assert.equal(told({ "notes:a": [undefined, note("a", { stone: "legal" })], "notes:b": [undefined, undefined] }), "");
});

test("a note that leaves the board in view is gone from there, one that comes is new", () => {
  assert.equal(told({ "notes:a": [note("a"), note("a", { stone: "legal" })], "notes:b": [note("b", { stone: "legal" }), note("b")] }), "1 new note, 1 note gone");
});
