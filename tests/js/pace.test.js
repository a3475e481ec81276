/** Time against plan, for who leads. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { minutesHere, paceOf, stepAt } from "../../canvas/static/lead/pace.js";

const MINUTE = 60_000;
const programme = [["framing", 15], ["a", 20], ["pause", 10], ["b", 30]].map(([step, minutes]) => ({ step, kind: "stone", stone: step, minutes }));
/** @returns {any} */
const workshop = (step, begun, arrived) => ({ programme, step, begun: begun && begun * MINUTE, arrived: arrived * MINUTE });
const minutes = (at) => at === null ? null : at / MINUTE;

test("who is on time has spent what was planned, and the next steps come when they should", () => {
  const { steps, behind } = paceOf(workshop("a", 100, 115), 120 * MINUTE);
  assert.equal(behind, 0);
  assert.deepEqual(steps.map(({ planned }) => minutes(planned)), [100, 115, 135, 145]);
  assert.deepEqual(steps.map(({ expected }) => minutes(expected)), [null, null, 135, 145]);
});

test("who came late, or stays too long, is behind and sees when the next steps come now", () => {
  assert.equal(paceOf(workshop("a", 100, 120), 125 * MINUTE).behind, 5 * MINUTE);
  const { steps, behind } = paceOf(workshop("a", 100, 115), 145 * MINUTE);
  assert.equal(behind, 10 * MINUTE);
  assert.deepEqual(steps.map(({ expected }) => minutes(expected)), [null, null, 145, 155]);
});

test("who went on sooner is ahead", () => {
  assert.equal(paceOf(workshop("pause", 100, 130), 130 * MINUTE).behind, -5 * MINUTE);
});

test("before the session begins there is no plan on the clock, and off the programme nothing is behind", () => {
  const early = paceOf(workshop(null, null, 0), 50 * MINUTE);
  assert.deepEqual([early.behind, early.steps[0].planned, minutes(early.steps[1].expected)], [null, null, 65]);
  assert.equal(stepAt(workshop("gone", 100, 100)), -1);
  assert.equal(paceOf(workshop("gone", 100, 100), 120 * MINUTE).behind, null);
});

test("a beginning of another day is no plan, nor is one of which nobody knows how the room came where it is", () => {
  const later = (3 * 24 * 60 + 5) * MINUTE;
  const elsewhere = paceOf(workshop("a", 100, 3 * 24 * 60), later);
  assert.deepEqual([elsewhere.behind, elsewhere.steps[2].planned, minutes(elsewhere.steps[2].expected)], [null, null, 3 * 24 * 60 + 20]);
  assert.equal(paceOf({ ...workshop("a", 100, 0), arrived: null }, 120 * MINUTE).behind, null);
  assert.equal(paceOf(workshop("b", 100, 145), 13 * 60 * MINUTE).behind, (13 * 60 - 175) * MINUTE);
});

test("how long the room is where it is", () => {
  assert.deepEqual([minutesHere(workshop("a", 100, 115), 121.5 * MINUTE), minutesHere({ ...workshop("a", 1, 1), arrived: null }, MINUTE)], [6, 0]);
});

test("a room that was left there on another day begins its minutes again", () => {
  const stays = workshop("a", 100, 115);
  assert.deepEqual([12, 13].map((hours) => minutesHere(stays, (115 + hours * 60) * MINUTE)), [720, 0]);
});
