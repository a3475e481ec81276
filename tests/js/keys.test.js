/** The keys of the room, without a browser: what is pressed where, and what comes of it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { listenToKeys } from "../../canvas/static/keys.js";
import { note } from "./samples.js";

/** Of an element, only what keys ask of it. */
globalThis.Element = class {
  constructor(...within) {
    this.within = within;
  }

  closest(what) {
    const found = this.within.find((kind) => what.split(", ").includes(kind));
    return found ? { getAttribute: () => "a" } : null;
  }
};

/** Presses a key at an element of the board; `done` tells what the room did. */
function started(mode = "board") {
  const done = [];
  const hears = {};
  const element = { addEventListener: (kind, hear) => { hears[kind] = hear; }, querySelector: () => null };
  const room = {
    element, here: "teams", chosen: () => [note("a")], linking: { from: null }, shown: { clusters: new Map() }, undo: () => done.push("undo"),
    selection: { toggle: (id) => done.push(`toggle ${id}`) },
    actions: { mine: (notes) => notes, mayCluster: () => false, wholeCluster: () => null, move: (_, x, y) => done.push(`move ${x} ${y}`), remove: () => done.push("remove") },
  };
  const board = { room, viewport: {}, element: { contains: () => true }, note: (id) => id && note(id), chosen: room.chosen, reveal() {}, focusBeside() {} };
  listenToKeys(room, { mode, board, bar: { toggleMarquee: () => done.push("frame") } });
  const press = (key, target, more = {}) => {
    let prevented = false;
    hears.keydown({ key, target, stopPropagation() {}, preventDefault: () => { prevented = true; }, ...more });
    return { prevented, done: done.splice(0) };
  };
  return { press };
}

test("space chooses a note, and presses a button that stands in one", () => {
  const { press } = started();
  assert.deepEqual(press(" ", new Element(".note")), { prevented: true, done: ["toggle a"] });
  assert.deepEqual(press(" ", new Element(".note", "button")), { prevented: false, done: [] });
});

test("a key that is held down moves on, deletes once, and lets the tab key go through the page", () => {
  const { press } = started();
  const [at, held] = [new Element(".note"), { repeat: true }];
  assert.deepEqual(press("ArrowRight", at, { ...held, ctrlKey: true }), { prevented: true, done: ["move 20 0"] });
  assert.deepEqual(press("Delete", at).done, ["remove"]);
  assert.deepEqual(press("Delete", at, held), { prevented: true, done: [] });
  assert.deepEqual(press("Tab", at, held), { prevented: false, done: [] });
});

test("the frame that chooses notes is the board's alone", () => {
  assert.deepEqual(started("board").press("v", new Element(".note")), { prevented: true, done: ["frame"] });
  assert.deepEqual(started("list").press("v", new Element(".note")), { prevented: false, done: [] });
});

test("undo is undo, whatever else the key does alone", () => {
  const { press } = started();
  assert.deepEqual(press("z", new Element(".note"), { metaKey: true }).done, ["undo"]);
});
