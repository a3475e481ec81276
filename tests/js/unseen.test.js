/** What would stay unseen when a session is closed. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { hiddenAt } from "../../canvas/static/closing/unseen.js";

/** @returns {any} */
const room = (stones) => ({
  session: { hidden: { stones } }, stones: () => [{ id: "teams" }, { id: "own.price" }],
  nameAt: (id) => ({ teams: "Teams", "own.price": "Prijs", parking: "Parkeerplaats" })[id],
});

test("where notes are hidden still, in the order of the path, and how many", () => {
  assert.deepEqual(hiddenAt(room({ parking: 1, "own.price": 2, legal: 0, teams: 3 })), [
    { stone: "teams", name: "Teams", count: 3 }, { stone: "own.price", name: "Prijs", count: 2 }, { stone: "parking", name: "Parkeerplaats", count: 1 },
  ]);
});

test("nothing is told where all is revealed", () => {
  assert.deepEqual(hiddenAt(room({})), []);
});
