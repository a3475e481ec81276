/** Sums of the board: the camera, the free places, the type on a note. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { LARGEST, SMALLEST, boundsOf, fitted, inReadingOrder, neighbour, revealing, toScreen, toWorld, zoomed } from "../../canvas/static/camera.js";
import { fit } from "../../canvas/static/fitting.js";
import { boxOf, cells, freePlace, freePlaces } from "../../canvas/static/places.js";

const view = { width: 1000, height: 600 };
const free = { top: 50, right: 20, bottom: 80, left: 20 };

test("world and screen are each other's reverse", () => {
  const camera = { x: 30, y: -12, scale: 0.7 };
  const there = toScreen(camera, { x: 220, y: 150 });
  const back = toWorld(camera, there);
  assert.ok(Math.abs(back.x - 220) < 1e-9 && Math.abs(back.y - 150) < 1e-9);
});

test("zooming keeps what lies under the pointer", () => {
  const before = { x: 10, y: 20, scale: 1 };
  const after = zoomed(before, 2, { x: 300, y: 200 });
  assert.deepEqual(toWorld(after, { x: 300, y: 200 }), toWorld(before, { x: 300, y: 200 }));
});

test("zooming has an end on both sides", () => {
  assert.equal(zoomed({ x: 0, y: 0, scale: 1 }, 99, { x: 0, y: 0 }).scale, LARGEST);
  assert.equal(zoomed({ x: 0, y: 0, scale: 1 }, 0, { x: 0, y: 0 }).scale, SMALLEST);
});

test("a few notes are shown at full size from the upper left, many all within the free part", () => {
  assert.deepEqual(fitted({ x: 0, y: 0, width: 200, height: 130 }, view, free), { x: 20, y: 50, scale: 1 });
  const box = { x: -500, y: 40, width: 4000, height: 3000 };
  const camera = fitted(box, view, free);
  const from = toScreen(camera, box);
  const to = toScreen(camera, { x: box.x + box.width, y: box.y + box.height });
  assert.ok(from.x >= 20 && from.y >= 50 && to.x <= 980.001 && to.y <= 520.001);
});

test("revealing moves no further than needed, and not at all for what is in view", () => {
  const camera = { x: 0, y: 0, scale: 1 };
  assert.deepEqual(revealing(camera, { x: 100, y: 100, width: 200, height: 130 }, view, free), camera);
  assert.deepEqual(revealing(camera, { x: 900, y: 100, width: 200, height: 130 }, view, free), { x: -120, y: 0, scale: 1 });
});

test("no notes have no bounds", () => assert.equal(boundsOf([]), null));

test("an arrow leads to the nearest note that way", () => {
  const notes = [{ id: "right", x: 220, y: 10 }, { id: "far", x: 660, y: 0 }, { id: "below", x: 0, y: 150 }];
  assert.equal(neighbour(notes, { x: 0, y: 0 }, { x: 1, y: 0 }).id, "right");
  assert.equal(neighbour(notes, { x: 0, y: 0 }, { x: 0, y: 1 }).id, "below");
  assert.equal(neighbour(notes, { x: 0, y: 0 }, { x: -1, y: 0 }), null);
});

test("reading order goes by rows, though nobody lays notes quite straight", () => {
  const order = inReadingOrder([{ id: 3, x: 5, y: 150 }, { id: 2, x: 220, y: -9 }, { id: 1, x: 0, y: 12 }]);
  assert.deepEqual(order.map(({ id }) => id), [1, 2, 3]);
});

test("places fill the screen of a laptop first, row by row, and go on in about its shape", () => {
  const first = Array.from({ length: 17 }, (() => { const all = cells(); return () => all.next().value; })());
  assert.deepEqual(first.slice(0, 6), [[0, 0], [1, 0], [2, 0], [3, 0], [4, 0], [0, 1]]);
  assert.deepEqual(first.slice(15), [[0, 3], [1, 3]]);
});

test("a new note goes where no other one lies, not even for a part", () => {
  assert.deepEqual(freePlace([]), { x: 0, y: 0 });
  assert.deepEqual(freePlace([{ x: 200, y: 0 }]), { x: 0, y: 0 });
  assert.deepEqual(freePlace([{ x: 120, y: 0 }]), { x: 440, y: 0 });
  assert.deepEqual(freePlace([{ x: 0, y: 0 }, { x: 220, y: 0 }]), { x: 440, y: 0 });
  assert.deepEqual(freePlace([{ x: 100, y: -9 }]), { x: 440, y: 0 });
});

test("many free places at once are those that one after the other would get", () => {
  const lying = [{ x: 120, y: 0 }, { x: 30, y: 460 }, { x: 700, y: 200, size: "large" }];
  const places = freePlaces(lying);
  const some = Array.from({ length: 40 }, () => places.next().value);
  const others = [...lying];
  for (const place of some) {
    assert.deepEqual(place, freePlace(others));
    others.push(boxOf(place));
  }
});

test("short texts are large, long ones small, and the longest are cut", () => {
  assert.equal(fit("Balie").size, 18);
  assert.equal(fit("woord ".repeat(14)).size, 15);
  assert.equal(fit("woord ".repeat(20)).size, 13);
  assert.equal(fit("woord ".repeat(20)).fits, 120);
  for (const long of ["woord ".repeat(80), "x".repeat(300), "a\n".repeat(90)]) {
    const { fits } = fit(long);
    assert.ok(fits > 5 && fits < long.length * 0.5);
    assert.equal(fit(long.slice(0, fits)).fits, fits);
  }
  assert.equal(fit("a\nb\nc\nd\ne").size, 13);
});
