/** The soft sound at the end of the time: heard where somebody wants it, and never the cause of trouble. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { chime, end, isLoud, turn } from "../../canvas/static/sound.js";

/** Who sits at a device, and what that remembers. @returns {any} */
const device = (leads, kept = {}) => ({ actions: { leads }, memory: { get: (name) => kept[name], set: (name, value) => { kept[name] = value; } } });

/** What a browser plays; the timer that closes it is stopped by the mock. */
function speaker(played) {
  const part = () => ({ frequency: {}, gain: { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: (to) => to, start: (at) => played.push(at), stop() {} });
  return class {
    currentTime = 5;
    destination = {};
    createOscillator = part;
    createGain = part;
    close() { played.push("closed"); }
  };
}

test("two tones sound after each other, and the speaker is given back", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const played = [];
  chime({ AudioContext: /** @type {any} */ (speaker(played)) });
  assert.deepEqual(played, [5, 5.25]);
  context.mock.timers.tick(10_000);
  assert.deepEqual(played, [5, 5.25, "closed"]);
});

test("a browser without sound, or one that does not let it begin, stays silent", () => {
  chime({});
  chime({ AudioContext: /** @type {any} */ (class { constructor() { throw new Error("NotAllowedError"); } }) });
});

test("it is on where somebody leads and off for all others, until they choose", () => {
  assert.deepEqual([device(true), device(false), device(true, { sound: "off" }), device(false, { sound: "on" })].map(isLoud), [true, false, false, true]);
});

test("the end of the time is heard where it is on, and nowhere else", () => {
  const heard = [];
  for (const [name, room] of Object.entries({ leader: device(true), anna: device(false), deaf: device(true, { sound: "off" }), bram: device(false, { sound: "on" }) })) end(room, () => heard.push(name));
  assert.deepEqual(heard, ["leader", "bram"]);
});

test("it is switched off and on again, and who switches it on hears what it is", () => {
  const [room, heard] = [device(true), []];
  turn(room, () => heard.push("off"));
  assert.equal(isLoud(room), false);
  end(room, () => heard.push("end"));
  turn(room, () => heard.push("on"));
  assert.deepEqual([isLoud(room), heard], [true, ["on"]]);
});
