/** A screen that everybody sees stays marked as such, also in the tab that is opened after a crash. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { isShared } from "../../canvas/static/mirrored.js";
import { createMemory } from "../../canvas/static/journal.js";

test("the next tab of this device hides what is private, too, and only for who leads", (context) => {
	/** @type {Map<string, string>} */ const kept = new Map();
	const before = Object.getOwnPropertyDescriptor(globalThis, "localStorage");
	Object.defineProperty(globalThis, "localStorage", { configurable: true, value: { getItem: (/** @type {string} */ key) => kept.get(key) ?? null, setItem: (/** @type {string} */ key, /** @type {string} */ value) => kept.set(key, value) } });
	context.after(() => { if (before) Object.defineProperty(globalThis, "localStorage", before); });
	/** @type {any} */ const tab = { data: { socket: "/w" }, memory: createMemory("/w"), actions: { leads: true } };
	assert.equal(isShared(tab), false);
	createMemory("/w", "localStorage").set("shared", "on");
	assert.equal(isShared(tab), true);
	assert.equal(isShared({ ...tab, actions: { leads: false } }), false);
	assert.equal(isShared({ ...tab, data: { socket: "/other" } }), false);
});
