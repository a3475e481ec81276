/** People in groups: who sits where, what stays of a group that is none any more, and where its people are. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { authorOf } from "../../canvas/static/authors.js";
import { createKnown } from "../../canvas/static/known.js";
import { createSession } from "../../canvas/static/session.js";
import { apply, stateFrom } from "../../canvas/static/state.js";
import { memoryJournal, note, snapshot } from "./samples.js";

const person = (id, values = {}) => ({ id, name: id.toUpperCase(), role: "participant", joined: 1, removed: false, muted: false, ready: false, group: null, word: "", ...values });
const people = [person("p1"), person("p2"), person("lead", { role: "facilitator" })];
const divided = { kind: "groups.set", at: 5, groups: [{ group: "a", name: "Groep 1", stone: "legal", people: ["p1"] }, { group: "b", name: "Groep 2", stone: null, people: ["p2"] }] };

function workshop(values = {}) {
  const state = stateFrom(snapshot({ people, ...values }));
  apply(state, divided);
  return state;
}

test("people sit where they were put, in groups in their order", () => {
  const state = workshop();
  assert.deepEqual([...state.groups.values()], [{ id: "a", name: "Groep 1", stone: "legal", created: 5 }, { id: "b", name: "Groep 2", stone: null, created: 6 }]);
  assert.deepEqual([...state.people.values()].map(({ group }) => group), ["a", "b", null]);
  apply(state, { kind: "person.seat", person: "lead", group: "b" });
  assert.equal(state.people.get("lead").group, "b");
});

test("a group that is dissolved keeps its name for what its people wrote, and reports back no longer", () => {
  const state = workshop({ notes: [note("n", { group: "a" })] });
  apply(state, { kind: "workshop.edit", authors: "groups" });
  apply(state, { kind: "group.present", group: "a" });
  apply(state, { kind: "groups.set", groups: [] });
  assert.deepEqual([state.groups.size, state.workshop.presenting, state.people.get("p1").group], [0, null, null]);
  assert.equal(authorOf(state, state.notes.get("n")), "Groep 1");
});

test("under a note stands who wrote it, their group, or nobody", () => {
  const state = workshop();
  const told = (authors, values) => {
    apply(state, { kind: "workshop.edit", authors });
    return authorOf(state, note("n", values));
  };
  assert.equal(told("people", { group: "a" }), "P1");
  assert.equal(told("people", { group: "a", behalf: "Joost" }), "Joost");
  assert.equal(told("groups", { group: "a", behalf: "Joost" }), "Groep 1");
  assert.equal(told("groups", {}), "P1");
  assert.equal(told("nobody", { group: "a", behalf: "Joost" }), "");
});

test("who comes along leaves the stone of their group", () => {
  const state = workshop();
  apply(state, { kind: "room.move", stone: "market", question: null });
  assert.equal(state.groups.get("a").stone, "legal");
  apply(state, { kind: "room.move", stone: "market", question: null, together: true, groups: ["a"] });
  assert.equal(state.groups.get("a").stone, null);
  assert.equal("groups" in state.workshop, false);
});

test("the room is at the stone of one's group for who takes part, not for who leads", () => {
  const room = { shown: workshop(), session: { you: { person: "p1", role: "participant" } } };
  Object.assign(room, createKnown(room));
  assert.deepEqual(room.meant(), { stone: "legal", question: null });
  room.session.you = { person: "p2", role: "participant" };
  assert.deepEqual(room.meant(), { stone: "teams", question: null });
  apply(room.shown, { kind: "person.seat", person: "lead", group: "a" });
  room.session.you = { person: "lead", role: "facilitator" };
  assert.deepEqual(room.meant(), { stone: "teams", question: null });
});

test("who is shown out keeps a name and no seat, and the code is another one", () => {
  const state = workshop();
  apply(state, { kind: "person.remove", person: "p1", code: "NEWONE" });
  const { name, removed, group } = state.people.get("p1");
  assert.deepEqual([name, removed, group, state.workshop.code], ["P1", true, null, "NEWONE"]);
});

test("who leads from now on may write again", () => {
  const state = workshop();
  apply(state, { kind: "person.mute", person: "p1", muted: true });
  apply(state, { kind: "person.lead", person: "p1", leads: true });
  const { role, muted } = state.people.get("p1");
  assert.deepEqual([role, muted], ["facilitator", false]);
});

test("when two are one, what the one wrote shows at once under the name of the other", () => {
  const session = createSession(memoryJournal(), { touched() {}, send() {}, refused() {}, beside() {} });
  session.receive(snapshot({ people, notes: [note("n", { author: "p2" })], reactions: [{ note: "n", person: "p2", sign: "heart" }] }));
  session.receive({ type: "changes", seq: 11, changes: [{ seq: 11, id: "x", by: "lead", at: 9, kind: "person.merge", person: "p2", into: "p1" }] });
  assert.equal(session.shown.notes.get("n").author, "p1");
  assert.deepEqual([...session.shown.reactions.get("n").get("heart")], ["p1"]);
  assert.equal(session.shown.people.get("p2").removed, true);
});

test("where people sit is shown as soon as it is told", () => {
  const session = createSession(memoryJournal(), { touched() {}, send() {}, refused() {}, beside() {} });
  session.receive(snapshot({ people }));
  session.receive({ type: "changes", seq: 11, changes: [{ seq: 11, id: "x", by: "lead", ...divided }] });
  assert.equal(session.shown.people.get("p1").group, "a");
  assert.equal(session.shown.groups.size, 2);
  session.receive({ type: "changes", seq: 12, changes: [{ seq: 12, id: "y", by: "lead", at: 9, kind: "groups.set", groups: [] }] });
  assert.equal(session.shown.dissolved.size, 2);
  session.receive({ type: "changes", seq: 13, changes: [{ seq: 13, id: "z", by: "lead", at: 9, kind: "groups.set", groups: [], forgotten: ["a"] }] });
  assert.deepEqual([...session.shown.dissolved.keys()], ["b"]);
});
