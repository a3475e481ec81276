/** What who leads sees counted: progress, time against plan, notes and votes, who is quiet. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { byGroup, byStone, quietAt, timeOf } from "../../canvas/static/lead/counts.js";
import { stateFrom } from "../../canvas/static/state.js";
import { note, snapshot } from "./samples.js";

const MINUTE = 60_000;
const person = (id, values = {}) => ({ id, name: id, role: "participant", muted: false, ready: false, group: null, ...values });
const people = [person("anna"), person("bram"), person("cato"), person("gast", { muted: true }), person("lead", { role: "facilitator" })];

/** A room with these records, as who leads knows it. @returns {any} */
function room(values = {}, { hidden = { stones: {} }, tallies = [] } = {}) {
  const shown = stateFrom(snapshot({ people, ...values }));
  return {
    shown, session: { hidden }, tallies: new Map(tallies.map((notes, at) => [`v${at}`, { notes: new Map(Object.entries(notes)), voters: 1, through: 0 }])),
    present: () => people, stones: () => [{ id: "teams", name: "Teams" }, { id: "legal", name: "Wet" }],
    notesAt: (stone) => [...shown.notes.values()].filter((one) => one.stone === stone),
  };
}
const quiet = (...all) => quietAt(room(...all), "teams")?.map(({ id }) => id);

test("notes, hidden notes and dots are counted by stone, and which of them are finished", () => {
  const counted = byStone(room({ finished: ["legal"], notes: [note("a"), note("b"), note("unseen", { audience: "facilitators" }), note("c", { stone: "legal" })] },
    { hidden: { stones: { teams: 4 } }, tallies: [{ a: 3, c: 1 }, { a: 2, gone: 9 }] }));
  assert.deepEqual(counted, [
    { id: "teams", name: "Teams", notes: 2, hidden: 4, dots: 5, finished: false },
    { id: "legal", name: "Wet", notes: 1, hidden: 0, dots: 1, finished: true },
  ]);
});

test("answers of a poll are no dots of a note that is called like one of them", () => {
  const votes = [{ id: "v0", title: "", stones: [], notes: null, dots: 1, each: 1, hidden: false, closed: null, created: 1, voters: 0, answers: ["Ja", "Nee"] }];
  assert.equal(byStone(room({ notes: [note("1")], votes }, { tallies: [{ 1: 5 }, { 1: 2 }] }))[0]?.dots, 2);
});

test("by group stands what its people wrote, wherever it lies; an anonymous note is of no group", () => {
  const groups = [{ id: "g", name: "Kassa", stone: null, created: 1 }, { id: "h", name: "Zaal", stone: null, created: 2 }];
  const notes = [note("a", { group: "g" }), note("b", { group: "g", stone: "legal" }), note("c", { author: null, anonymous: true }), note("d", { group: "h", audience: "facilitators" })];
  const counted = byGroup(room({ groups, notes }, { hidden: { stones: { teams: 1 }, groups: { h: 1 } }, tallies: [{ a: 2, c: 7 }] }));
  assert.deepEqual(counted.map(({ name, notes, hidden, dots }) => [name, notes, hidden, dots]), [["Kassa", 2, 0, 2], ["Zaal", 0, 1, 0]]);
});

test("who wrote nothing at the stone is quiet, but not who leads or may not write", () => {
  assert.deepEqual(quiet({ notes: [note("a", { author: "anna" }), note("b", { author: "bram", stone: "legal" })] }), ["bram", "cato"]);
});

test("who works with a group at a stone of its own is quiet where nothing of theirs lies there", () => {
  const groups = [{ id: "g", name: "Kassa", stone: "legal", created: 1 }];
  const apart = [person("anna", { group: "g" }), person("bram", { group: "g" }), person("cato")];
  const there = room({ groups, notes: [note("a", { author: "anna", stone: "legal" }), note("b", { author: "bram" }), note("c", { author: "cato" })] });
  assert.deepEqual(quietAt({ ...there, present: () => apart }, "teams").map(({ id }) => id), ["bram"]);
});

test("a note without a name tells of nobody that they spoke", () => {
  assert.deepEqual(quiet({ notes: [note("a", { author: null, anonymous: true })] }), ["anna", "bram", "cato"]);
});

test("where people write without their names nobody is told to be quiet", () => {
  const stones = [{ stone: "teams", locked: false, writing: "anonymous", moving: false, editing: false, conclusion: "", name: "", lead: "", questions: [], prompts: {} }];
  assert.equal(quiet({ stones }), undefined);
});

test("who has hidden notes is not quiet where some are hidden", () => {
  const hidden = { people: { anna: 2 } };
  assert.deepEqual(quiet({}, { hidden: { stones: { teams: 2 }, ...hidden } }), ["bram", "cato"]);
  assert.deepEqual(quiet({}, { hidden: { stones: { legal: 2 }, ...hidden } }), ["anna", "bram", "cato"]);
});

/** @returns {any} */
const session = (values) => ({ begun: 0, arrived: 10 * MINUTE, step: "b", programme: [["a", 10], ["b", 20], ["c", 30]].map(([step, minutes]) => ({ step, kind: "stone", stone: step, minutes })), ...values });

test("time against plan: how long the room is here, how far behind, and when all of it ends", () => {
  assert.deepEqual(timeOf(session({}), 15 * MINUTE), { known: true, spent: 5, minutes: 20, behind: 0, ends: 60 * MINUTE });
  assert.deepEqual(timeOf(session({}), 37 * MINUTE), { known: true, spent: 27, minutes: 20, behind: 7 * MINUTE, ends: 67 * MINUTE });
  assert.equal(timeOf(session({ step: "c", arrived: 30 * MINUTE }), 40 * MINUTE).ends, 60 * MINUTE);
});

test("off the programme there is a time, and no plan", () => {
  assert.deepEqual(timeOf(session({ step: null }), 15 * MINUTE), { known: true, spent: 5, minutes: 0, behind: null, ends: null });
});

test("a session that came from elsewhere counts again from its next step, and what was yesterday is no delay", () => {
  assert.deepEqual(timeOf(session({ arrived: null }), 15 * MINUTE), { known: false, spent: 0, minutes: 20, behind: null, ends: null });
  const days = 3 * 24 * 60 * MINUTE;
  assert.deepEqual(timeOf(session({ arrived: days }), days + 4 * MINUTE), { known: true, spent: 4, minutes: 20, behind: null, ends: null });
});
