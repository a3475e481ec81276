/** Comments by note, and how long ago they were written. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { ago } from "../../canvas/static/comments.js";
import { commentsByNote } from "../../canvas/static/remarks.js";
import { apply, emptyState } from "../../canvas/static/state.js";

const MINUTE = 60_000;

test("a time is told in minutes, hours or days; a clock that runs behind tells no future", () => {
  const now = 1_000_000_000_000;
  const told = [-5, 0, 5, 125, 60 * 24, 60 * 24 * 3 + 5].map((minutes) => ago(now - minutes * MINUTE, "nl", now));
  assert.deepEqual(told, ["just now", "just now", "5 minuten geleden", "2 uur geleden", "gisteren", "3 dagen geleden"]);
});

test("comments stand at their note, the oldest first", () => {
  const state = emptyState();
  for (const [comment, note] of [["a", "n1"], ["b", "n2"], ["c", "n1"]]) apply(state, { kind: "comment.add", comment, note, text: comment });
  assert.deepEqual([...commentsByNote(state)].map(([note, comments]) => [note, comments.map(({ id }) => id)]), [["n1", ["a", "c"]], ["n2", ["b"]]]);
});
