/** What is walked in a session, as on the server (tests/stepstones/test_walk.py). */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createKnown } from "../../canvas/static/known.js";
import { everyStone, walked } from "../../canvas/static/walk.js";

const METHOD = ["segment", "teams", "goals"].map((id, at) => ({ id, number: at + 1, name: id.toUpperCase(), lead: `about ${id}`, questions: [{ id: `${id}.q`, text: "?", prompts: ["a"] }] }));
const blank = { locked: false, writing: "open", moving: false, editing: false, conclusion: "", name: "", lead: "", questions: [], prompts: {} };
const settings = (...all) => new Map(all.map((one) => [one.stone, { ...blank, ...one }]));
const step = (id, kind = "stone") => ({ step: `s-${id}`, kind, stone: kind === "stone" ? id : null, minutes: 10 });
const OWN = { stone: "own.price", name: "Price", lead: "What does it cost?", questions: [{ id: "own.q", text: "How much?", prompts: [] }] };

test("names, leads, questions and prompts lie over those of the method", () => {
  const [, teams] = everyStone(METHOD, settings({ stone: "teams", name: "Crews", questions: [{ id: "own.q1", text: "Who else?", prompts: ["x"] }], prompts: { "teams.q": ["b"], "own.q1": ["y"] } }));
  assert.deepEqual(teams, { id: "teams", number: 2, name: "Crews", lead: "about teams", questions: [{ id: "teams.q", text: "?", prompts: ["a", "b"] }, { id: "own.q1", text: "Who else?", prompts: ["x", "y"] }] });
});

test("a programme gives the stones and their order, and what was left out but used comes after them", () => {
  const every = everyStone(METHOD, settings(OWN, { stone: "parking" }));
  const found = walked(every, [step("goals"), step("", "break"), step("own.price"), step("goals"), step("own.gone")], (id) => id === "teams");
  assert.deepEqual(found.map(({ id, number, spare }) => [id, number, spare]), [["goals", 1, false], ["own.price", 2, false], ["teams", 3, true]]);
});

test("without stones in the programme all are walked, those of one's own last", () => {
  const every = everyStone(METHOD, settings(OWN));
  for (const programme of [[], [step("", "break")]]) assert.deepEqual(walked(every, programme, () => true).map(({ id }) => id), ["segment", "teams", "goals", "own.price"]);
});

/** @returns {any} */
function roomAt(here, programme = [], at = null, stones = settings(OWN)) {
  const room = { here, walk: null, texts: { stones: METHOD, parking: { id: "parking", name: "Parking lot", lead: "", questions: [] } }, shown: { stones, notes: new Map(), stories: new Map(), workshop: { programme, step: at } } };
  return Object.assign(room, createKnown(room));
}

test("what the team concluded beside the programme stays on the path", () => {
  const room = roomAt("goals", [step("goals")], null, settings({ stone: "teams", conclusion: "One desk" }));
  assert.deepEqual(room.stones().map(({ id }) => id), ["goals", "teams"]);
});

test("without a programme on and back go along the stones", () => {
  const beside = (here) => [-1, 1].map((by) => roomAt(here).beside(by)?.id);
  assert.deepEqual(beside("framing"), [undefined, "segment"]);
  assert.deepEqual(beside("segment"), ["framing", "teams"]);
  assert.deepEqual(beside("own.price"), ["goals", undefined]);
  assert.deepEqual(beside("parking"), [undefined, undefined]);
});

test("on and back follow the programme with its breaks, and go on from where it was left", () => {
  const programme = [step("goals"), { ...step("", "break"), step: "b1" }, step("teams"), { ...step("", "break"), step: "b2" }, step("", "closing")];
  const beside = (here, at) => [-1, 1].map((by) => roomAt(here, programme, at).beside(by)?.step);
  assert.deepEqual(beside("framing", null), [undefined, "s-goals"]);
  assert.deepEqual(beside("goals", "s-goals"), [undefined, "b1"]);
  assert.deepEqual(beside("break", "b2"), ["s-teams", "s-"]);
  assert.deepEqual(beside("closing", "s-"), ["b2", undefined]);
  assert.deepEqual(beside("parking", "s-teams"), ["s-teams", "b2"]);
});

test("a stone that is not walked is known all the same", () => {
  const room = roomAt("teams", [step("goals")]);
  assert.deepEqual([room.stone("teams").name, room.stone("teams").number, room.stone("own.price").name, room.stone("own.gone")], ["TEAMS", 2, "Price", undefined]);
});
