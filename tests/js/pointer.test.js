/** The board hears fingers and touchpads; no finger stays that is gone. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { listenToPointer } from "../../canvas/static/pointer.js";

globalThis.Element ??= class {};

function board() {
  const zooms = [];
  const element = Object.assign(new EventTarget(), { setPointerCapture() {}, getBoundingClientRect: () => ({ left: 10, top: 0 }), toggleAttribute() {}, removeAttribute() {} });
  const room = { actions: {}, linking: {}, selection: {} };
  const viewport = { zoom: (factor, { x, y }) => zooms.push([factor, x, y]), pan() {} };
  listenToPointer({ element, room, viewport, cursors: { tell() {} }, note: () => undefined });
  const fire = (kind, fields) => element.dispatchEvent(Object.assign(new Event(kind, { cancelable: true }), { clientX: 30, clientY: 5, button: 0, ...fields }));
  return { zooms, fire };
}

test("two fingers on the touchpad of Safari zoom the board, not the page", () => {
  const { zooms, fire } = board();
  assert.deepEqual([["gesturestart", 1], ["gesturechange", 2], ["gesturechange", 3]].map(([kind, scale]) => fire(kind, { scale })), [false, false, false]);
  assert.deepEqual(zooms, [[2, 20, 5], [1.5, 20, 5]]);
});

test("while fingers are on the board they zoom; a finger that the browser took away is gone", () => {
  const { zooms, fire } = board();
  fire("pointerdown", { pointerId: 1, pointerType: "touch" });
  fire("gesturechange", { scale: 2 });
  assert.deepEqual(zooms, []);
  fire("lostpointercapture", { pointerId: 1 });
  fire("gesturechange", { scale: 4 });
  assert.deepEqual(zooms, [[2, 20, 5]]);
});
