/** Browser and server agree on limits and on the vocabulary: both sides are read, and compared. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { KINDS, newId } from "../../canvas/static/changes.js";
import * as limits from "../../canvas/static/limits.js";
import { apply, emptyState } from "../../canvas/static/state.js";
import { FIELDS } from "./vocabulary.js";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const ONLY_HERE = new Set(["NOTE_WIDTH", "NOTE_HEIGHT"]);

test("each limit that browsers know has the figure of the server", () => {
  const python = Object.fromEntries([...read("canvas/board/limits.py").matchAll(/^([A-Z_]+) = ([\d_ *]+)$/gm)].map(([, name, sum]) => [name, sum.replaceAll("_", "").split("*").reduce((product, part) => product * Number(part), 1)]));
  const numbers = Object.fromEntries(Object.entries(limits).filter(([name, value]) => typeof value === "number" && !ONLY_HERE.has(name)));
  assert.deepEqual(numbers, Object.fromEntries(Object.keys(numbers).map((name) => [name, python[name]])));
});

test("colours are the same", () => {
  const python = read("canvas/board/limits.py");
  assert.deepEqual([...python.match(/COLOURS = \((.*)\)/)[1].matchAll(/"(\w+)"/g)].map(([, name]) => name), [...limits.COLOURS]);
});

test("each kind of change has the same name on both sides", () => {
  assert.deepEqual([...KINDS].sort(), Object.keys(FIELDS).sort());
});

test("each kind can be carried out, and an unknown one says so", () => {
  for (const kind of KINDS) apply(emptyState(), { kind, note: "n", stone: "teams", text: "t", person: "p", name: "N", story: "s", question: "q", notes: ["n"], edits: [{ note: "n" }], gone: [], clusters: [], links: [], groups: [], steps: [] });
  assert.throws(() => apply(emptyState(), { kind: "note.paint" }), /note\.paint/);
});

test("ids are valid and differ", () => {
  const ids = Array.from({ length: 1000 }, newId);
  assert.equal(new Set(ids).size, 1000);
  const valid = new RegExp(read("canvas/board/limits.py").match(/ID = r"(.*)"/)[1]);
  assert.ok(ids.every((id) => valid.test(id) && id.length === 20));
});
