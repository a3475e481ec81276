/** Dividing people: evenly, in any order, under names that are not taken. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { dealt, freshNames, goodCount, nameOfGroup, shuffled, smallest } from "../../canvas/static/lead/dividing.js";

const people = ["a", "b", "c", "d", "e", "f", "g"];

test("no group has two people more than another, and nobody is left out", () => {
  const groups = dealt(people, 3);
  assert.deepEqual(groups.map((group) => group.length), [3, 2, 2]);
  assert.deepEqual(groups.flat().sort(), people);
  assert.deepEqual(dealt(["a"], 3), [["a"], [], []]);
});

test("chance decides the order and loses nobody", () => {
  const chances = [0.99, 0, 0.5, 0.5, 0, 0.99, 0];
  const mixed = shuffled(people, () => chances.shift());
  assert.deepEqual(mixed, ["g", "a", "d", "e", "b", "f", "c"]);
});

test("groups are named in the language of the workshop, by numbers that are free", () => {
  assert.equal(nameOfGroup("nl", 1), "Groep 1");
  assert.equal(nameOfGroup("en", 2), "Group 2");
  assert.deepEqual(freshNames("nl", ["Groep 2", "Balie"], 2), ["Groep 1", "Groep 3"]);
});

test("who comes late sits where fewest are", () => {
  assert.equal(smallest(new Map([["a", 3], ["b", 2], ["c", 2]])), "b");
  assert.equal(smallest(new Map()), undefined);
});

test("groups of about four are a good beginning, and two at least", () => {
  assert.deepEqual([0, 3, 8, 13, 50].map(goodCount), [2, 2, 2, 3, 13]);
});
