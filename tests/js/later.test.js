/** What comes later may not come: who asks hears it each time, a drawing that asks by itself says it once. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { lacking, later } from "../../canvas/static/later.js";

/** A room that is dressed already, and what it shows. */
function dressed() {
  const said = [];
  return { said, room: /** @type {any} */ ({ element: { querySelector: () => ({}) }, toasts: { show: (sentence) => said.push(sentence) } }) };
}
const nowhere = /** @type {any} */ ("nowhere-to-be-found");

test("a drawing that asks again and again says once that it does not come", async () => {
  const { said, room } = dressed();
  for (let drawing = 0; drawing < 3; drawing++) assert.equal(await lacking(room, nowhere), undefined);
  assert.equal(said.length, 1);
});

test("who asks for it hears each time that it is not there", async () => {
  const { said, room } = dressed();
  for (let press = 0; press < 2; press++) await later(room, nowhere);
  assert.equal(said.length, 2);
});
