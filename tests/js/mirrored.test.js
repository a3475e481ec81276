/** A screen that everybody sees: kept by the device, and nobody's name in what the room shows. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { createKnown } from "../../canvas/static/known.js";
import { finderOf } from "../../canvas/static/matching.js";
import { isShared, seen } from "../../canvas/static/mirrored.js";
import { stateFrom } from "../../canvas/static/state.js";
import { note, snapshot } from "./samples.js";

const person = (id, name, joined, role = "participant") => ({ id, name, role, joined, removed: false, muted: false, ready: false, group: "a", word: "" });

/** A tab of who leads, in a workshop where Bob came before Anna. */
function tabOf(workshop = "w", values = {}) {
  const people = [person("p1", "Anna", 3), person("p2", "Bob", 2), person("lead", "Gerda", 1, "facilitator")];
  const shown = stateFrom(snapshot({ people, groups: [{ id: "a", name: "Groep 1", stone: null, created: 1 }] }));
  const room = { data: { socket: `/ws/workshops/${workshop}` }, actions: { leads: true }, session: { shown, online: new Set(["p1", "p2", "lead"]) }, get shown() { return seen(room); }, ...values };
  return Object.assign(room, createKnown(room));
}

beforeEach(() => { globalThis.document = { cookie: "device=x; shared-w=123; language=nl" }; });

test("every tab of this device hides what is private, for that workshop alone and only for who leads", () => {
  assert.equal(isShared(tabOf()), true);
  assert.equal(isShared(tabOf("other")), false);
  assert.equal(isShared(tabOf("w", { actions: { leads: false } })), false);
  document.cookie = "device=x";
  assert.equal(isShared(tabOf()), false);
});

test("people are numbers in the order in which they came, whichever part of the room asks", () => {
  const room = tabOf();
  assert.deepEqual(room.present().map(({ id, name }) => [id, name]), [["lead", "Person 1"], ["p2", "Person 2"], ["p1", "Person 3"]]);
  assert.equal(room.nameOf("p1"), "Person 3");
  for (const name of ["Anna", "Bob", "Gerda"]) assert.equal(JSON.stringify([...room.shown.people.values()]).includes(name), false);
});

test("nothing is signed, by whomever it was written or for whom, and a name finds nothing", () => {
  const room = tabOf();
  for (const authors of ["people", "groups", "nobody"]) {
    room.session.shown.workshop.authors = authors;
    for (const values of [{}, { behalf: "Joost" }, { group: "a" }]) assert.equal(room.authorOf(note("n", values)), "");
  }
  assert.equal(finderOf(room.shown, { text: "anna" })?.(note("n")), false);
});

test("what the room knows keeps all names, for when the screen is one's own again", () => {
  const room = tabOf();
  assert.notEqual(room.shown, room.session.shown);
  document.cookie = "";
  assert.equal(room.shown, room.session.shown);
  assert.deepEqual([room.nameOf("p1"), room.authorOf(note("n", { behalf: "Joost" }))], ["Anna", "Joost"]);
});
