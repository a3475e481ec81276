/** Following the room, going elsewhere, and coming back. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createPlace } from "../../canvas/static/place.js";

const TEAMS = { stone: "teams", question: "who" };
const MARKET = { stone: "market", question: null };

function started() {
  const moves = [];
  let drawn = 0;
  const place = createPlace({ move: (spot) => { moves.push(spot); place.roomAt(spot); }, changed: () => { drawn++; } });
  place.roomAt(TEAMS);
  return { place, moves, drawn: () => drawn };
}

test("a participant who goes elsewhere moves only themselves", () => {
  const { place, moves } = started();
  place.go(MARKET, { leads: false });
  assert.deepEqual(place.here, MARKET);
  assert.deepEqual(place.room, TEAMS);
  assert.equal(place.following, false);
  assert.deepEqual(moves, []);
});

test("the room's next step leaves who is elsewhere where they are, until they follow", () => {
  const { place } = started();
  place.go(MARKET, { leads: false });
  place.roomAt({ stone: "goals", question: null });
  assert.deepEqual(place.here, MARKET);
  place.follow();
  assert.equal(place.here.stone, "goals");
});

test("when the room comes to where one is, one is with it again", () => {
  const { place } = started();
  place.go(MARKET, { leads: false });
  place.roomAt(MARKET);
  assert.equal(place.following, true);
});

test("a facilitator takes the room along", () => {
  const { place, moves } = started();
  place.go(MARKET, { leads: true });
  assert.deepEqual(moves, [MARKET]);
  assert.equal(place.following, true);
});

test("a facilitator who only looks does not", () => {
  const { place, moves } = started();
  place.leading = false;
  place.go(MARKET, { leads: true });
  assert.deepEqual(moves, []);
  assert.deepEqual(place.here, MARKET);
});

test("who is kept with the others comes along and goes nowhere else, until they are let go", () => {
  const { place, drawn } = started();
  place.go(MARKET, { leads: false });
  const before = drawn();
  place.roomAt(TEAMS, true);
  assert.deepEqual([place.here, place.following, drawn()], [TEAMS, true, before + 1]);
  place.go(MARKET, { leads: false });
  assert.deepEqual(place.here, TEAMS);
  place.roomAt(TEAMS, false);
  place.go(MARKET, { leads: false });
  assert.deepEqual(place.here, MARKET);
});

test("who is kept and in the middle of a sentence ends it first", () => {
  const { place } = started();
  place.hold();
  place.roomAt(MARKET, true);
  assert.deepEqual(place.here, TEAMS);
  place.release();
  assert.deepEqual(place.here, MARKET);
});

test("who is in the middle of a sentence stays, and follows after it without being told they strayed", () => {
  const { place } = started();
  place.hold();
  place.roomAt(MARKET);
  assert.deepEqual(place.here, TEAMS);
  assert.equal(place.following, true);
  place.release();
  assert.deepEqual(place.here, MARKET);
});

test("who is in the middle of a sentence stays, also when the room comes by once more and goes on", () => {
  const { place } = started();
  place.hold();
  place.roomAt(MARKET);
  place.roomAt(TEAMS);
  place.roomAt(MARKET);
  assert.deepEqual(place.here, TEAMS);
  place.release();
  assert.deepEqual(place.here, MARKET);
});

test("who ends a sentence where the room still is went nowhere: what was aimed at stays so", () => {
  const { place, drawn } = started();
  const before = drawn();
  place.hold();
  place.release();
  assert.deepEqual([place.here, place.following, drawn()], [TEAMS, true, before]);
  place.roomAt(MARKET);
  assert.deepEqual(place.here, MARKET);
});
