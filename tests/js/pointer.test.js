/** The board hears fingers and touchpads; no finger stays that is gone. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { wheel } from "../../canvas/static/gestures.js";
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

test("over a long text the wheel reads on in it, but two fingers zoom the board there too, not the page", () => {
  const zooms = [];
  const view = { element: { getBoundingClientRect: () => ({ left: 0, top: 0 }) }, viewport: { zoom: (factor) => zooms.push(factor), pan() {} } };
  const target = Object.assign(Object.create(Element.prototype), { closest: () => target });
  const turn = (ctrlKey) => {
    let kept = false;
    wheel(view, { target, ctrlKey, deltaX: 0, deltaY: -60, deltaMode: 0, clientX: 1, clientY: 1, preventDefault: () => { kept = true; } });
    return kept;
  };
  assert.deepEqual([turn(false), turn(true), zooms.length], [false, true, 1]);
});
