/** Time left: by the server's clock, told as people read it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { breakOf, createTicking, leftOf, serverNow, setClock, told } from "../../canvas/static/clock.js";

test("a running clock counts to its end and stays there", () => {
	const running = { length: 60000, ends: 100000, left: null };
	assert.equal(leftOf(running, 40000), 60000);
	assert.equal(leftOf(running, 100001), 0);
});

test("a paused clock keeps what is left, and no clock has nothing", () => {
	assert.equal(leftOf({ length: 60000, ends: null, left: 4200 }, 99999999), 4200);
	assert.equal(leftOf(null, 5), null);
	assert.equal(leftOf(undefined), null);
});

test("the server's clock counts, however wrong this device's is", () => {
	setClock(Date.now() + 3600000);
	assert.ok(Math.abs(serverNow() - Date.now() - 3600000) < 1000);
	const left = leftOf({ length: 1, ends: Date.now() + 3600000 + 60000, left: null }) ?? 0;
	assert.ok(left > 59000 && left <= 60000);
	setClock(Date.now());
});

test("time is told in minutes and seconds, and in hours where there are any", () => {
	assert.deepEqual([0, 1, 1000, 1001, 59999, 462000, 600000, 4062000].map(told), ["0:00", "0:01", "0:01", "0:02", "1:00", "7:42", "10:00", "1:07:42"]);
});

test("a clock is drawn at each second until its end, and a paused one once", (context) => {
	context.mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1000 });
	setClock(1000);
	/** @type {string[]} */ const drawn = [];
	const ticking = createTicking((left) => drawn.push(left === null ? "none" : told(left)));
	ticking.set({ length: 2500, ends: 3500, left: null });
	for (let at = 0; at < 50; at++) context.mock.timers.tick(100);
	assert.deepEqual(drawn.filter((one, at) => one !== drawn[at - 1]), ["0:03", "0:02", "0:01", "0:00"]);
	const before = drawn.length;
	assert.ok(before < 8, `drawn ${before} times`);
	ticking.set({ length: 2500, ends: null, left: 1200 });
	context.mock.timers.tick(5000);
	ticking.set(null);
	assert.deepEqual(drawn.slice(before), ["0:02", "none"]);
	ticking.stop();
});

test("a break ends with the clock of the room, else as the programme has it", () => {
	/** @type {any} */ const workshop = { timer: null, arrived: 1000, step: "b", programme: [{ step: "a", minutes: 5 }, { step: "b", minutes: 2 }] };
	const timer = { length: 60000, ends: 61000, left: null };
	assert.equal(breakOf(workshop)?.ends, 121000);
	assert.deepEqual(breakOf({ ...workshop, timer }), timer);
	assert.deepEqual([breakOf({ ...workshop, arrived: null }), breakOf({ ...workshop, step: "c" }), breakOf(null)], [null, null, null]);
});
