/** Notes that are tidied, aligned, distributed or gathered lie in a readable order and never over each other. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { aligned, distributed, tidied } from "../../canvas/static/arrange.js";
import { boxOf, overlaps, placeBeside, placeForBlock } from "../../canvas/static/places.js";

const note = (id, values = {}) => ({ id, x: 0, y: 0, size: "medium", created: 0, colour: "yellow", question: null, ...values });
const many = Array.from({ length: 40 }, (_, at) => note(`n${at}`, { x: (at * 37) % 500, y: (at * 91) % 700, colour: at % 3 ? "blue" : "pink", size: at % 7 ? "medium" : "large" }));
const laid = (notes, places) => notes.map((one) => boxOf({ ...one, ...places.get(one.id) }));

test("tidied notes never lie over each other, and begin where the first ones lay", () => {
  const boxes = laid(many, tidied(many, ({ colour }) => colour));
  for (const [at, box] of boxes.entries()) assert.ok(!boxes.some((other, index) => index !== at && overlaps(box, other)));
  assert.equal(Math.min(...boxes.map(({ x }) => x)), 0);
  assert.equal(Math.min(...boxes.map(({ y }) => y)), 0);
});

test("groups lie apart, in the order that was asked for", () => {
  const places = tidied(many, ({ colour }) => colour, ["pink", "blue"]);
  const boxAround = (colour) => {
    const boxes = laid(many.filter((one) => one.colour === colour), places);
    const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
    return { x, y, width: Math.max(...boxes.map((box) => box.x + box.width)) - x, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
  };
  assert.ok(!overlaps(boxAround("pink"), boxAround("blue")));
  assert.deepEqual([boxAround("pink").x, boxAround("pink").y], [0, 0]);
});

test("aligned notes share an edge and keep the rest", () => {
  const notes = [note("a", { x: 30, y: 5 }), note("b", { x: 10, y: 300 })];
  assert.deepEqual([...aligned(notes, "left").values()], [{ x: 10, y: 5 }, { x: 10, y: 300 }]);
  assert.deepEqual([...aligned(notes, "top").values()], [{ x: 30, y: 5 }, { x: 10, y: 5 }]);
});

test("distributed notes have the same space between them, whatever their size", () => {
  const notes = [note("c", { x: 2000 }), note("a"), note("b", { x: 300, size: "large" })];
  const places = distributed(notes, "x");
  const [a, b, c] = ["a", "b", "c"].map((id) => ({ ...boxOf(notes.find((one) => one.id === id)), ...places.get(id) }));
  assert.equal(b.x - (a.x + a.width), c.x - (b.x + b.width));
  assert.deepEqual([a.x, c.x], [0, 2000]);
});

test("the place beside a note is free, and to the right where that is", () => {
  const from = boxOf(note("a"));
  assert.deepEqual(placeBeside(from, [from]), { x: 220, y: 0 });
  const right = boxOf(note("b", { x: 220 }));
  assert.ok(![from, right].some((box) => overlaps(box, { ...from, ...placeBeside(from, [from, right]) })));
});

test("a block finds the nearest place where nothing lies, below rather than above", () => {
  const others = [0, 220, 440].flatMap((x) => [0, 150].map((y) => boxOf(note("o", { x, y }))));
  const block = { x: 0, y: 0, width: 440, height: 200 };
  const place = placeForBlock(block, others);
  assert.ok(!others.some((other) => overlaps(other, { ...block, ...place })));
  assert.ok(place.y > 0);
});
