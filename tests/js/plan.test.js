/** The programme against the clock. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { planOf } from "../../canvas/static/lead/plan.js";

const MINUTE = 60_000;
const BEGUN = 1_000 * MINUTE;
const steps = [["a", 10], ["b", 30], ["c", 20]].map(([step, minutes]) => ({ step, minutes, kind: "stone", stone: step }));
const plan = (values, minutes) => planOf({ begun: BEGUN, arrived: BEGUN, step: "a", programme: steps, closed: null, ...values }, BEGUN + minutes * MINUTE);
const ends = (minutes) => BEGUN + minutes * MINUTE;

test("before it began and after it closed there is no plan to keep", () => {
  assert.equal(plan({ begun: null }, 5), null);
  assert.equal(plan({ closed: BEGUN }, 5), null);
});

test("within the minutes of the first step one is on time", () => {
  assert.deepEqual(plan({}, 10), { running: 10, spent: 10, minutes: 10, behind: 0, ends: ends(60) });
});

test("each minute too long is one behind, and the end comes later", () => {
  assert.deepEqual(plan({}, 22), { running: 22, spent: 22, minutes: 10, behind: 12, ends: ends(72) });
});

test("who came late to a step is behind from the start of it", () => {
  assert.deepEqual(plan({ step: "b", arrived: BEGUN + 15 * MINUTE }, 20), { running: 20, spent: 5, minutes: 30, behind: 5, ends: ends(65) });
});

test("who goes on early is ahead", () => {
  assert.equal(plan({ step: "c", arrived: BEGUN + 25 * MINUTE }, 30).behind, -15);
});

test("where nobody planned anything only the time that went by is told", () => {
  assert.deepEqual(plan({ programme: [], step: null, arrived: BEGUN + 4 * MINUTE }, 9), { running: 9, spent: 5, minutes: null, behind: null, ends: null });
  assert.equal(plan({ step: "gone" }, 9).behind, null);
});

test("a room that stood somewhere before the session began counts from the beginning", () => {
  assert.equal(plan({ arrived: BEGUN - 30 * MINUTE }, 3).spent, 3);
});
