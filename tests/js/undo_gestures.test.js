/** Each gesture is done, undone, redone and undone again: the board is each time as it was. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { cluster, note } from "./samples.js";
import { RICH, started, told } from "./undoing.js";

const GESTURES = {
  "adding a note": [{ kind: "note.add", note: "n", stone: "teams", text: "new", x: 1, y: 2 }],
  "adding several": [{ kind: "notes.add", stone: "teams", notes: [{ note: "n", text: "1", x: 1, y: 2 }, { note: "o", text: "2", x: 1, y: 2 }] }],
  "another text": [{ kind: "note.edit", note: "a", text: "other" }],
  "another colour and size": [{ kind: "note.edit", note: "a", colour: "blue", size: "large", behalf: "Oma" }],
  "moving several": [{ kind: "notes.edit", edits: [{ note: "a", x: 5, y: 6 }, { note: "c", x: 7 }] }],
  "going to another board": [{ kind: "notes.edit", edits: [{ note: "a", stone: "legal", x: 9, y: 9 }] }],
  "deleting": [{ kind: "note.delete", note: "a" }],
  "deleting several": [{ kind: "notes.delete", notes: ["a", "b", "c"] }],
  "bringing back": [{ kind: "note.delete", note: "a" }, { kind: "note.restore", note: "a" }],
  "clustering": [{ kind: "cluster.add", cluster: "n", stone: "teams", title: "N", notes: ["a", "c"] }],
  "clustering loose notes of others": [{ kind: "cluster.add", cluster: "n", stone: "teams", title: "N", notes: ["c", "theirs"] }],
  "naming and folding": [{ kind: "cluster.edit", cluster: "k", title: "other" }, { kind: "cluster.edit", cluster: "k", collapsed: false }],
  "moving a cluster": [{ kind: "cluster.move", cluster: "k", dx: 3, dy: -4 }],
  "taking apart": [{ kind: "cluster.delete", cluster: "k" }],
  "into a cluster and out": [{ kind: "notes.edit", edits: [{ note: "a", cluster: null }, { note: "c", cluster: "k", x: 3 }] }],
  "linking": [{ kind: "link.add", link: "n", start: "a", end: "b", word: "w" }],
  "another word": [{ kind: "link.edit", link: "l", word: "other" }],
  "unlinking": [{ kind: "link.delete", link: "l" }],
  "a sign": [{ kind: "reaction.set", note: "b", sign: "star", on: true }],
  "a sign less": [{ kind: "reaction.set", note: "a", sign: "heart", on: false }],
  "a comment": [{ kind: "comment.add", comment: "n", note: "b", text: "hm" }],
  "a comment less": [{ kind: "comment.delete", comment: "m" }],
  "a story": [{ kind: "story.add", story: "n", stone: null, role: "r", want: "w" }],
  "another story": [{ kind: "story.edit", story: "s", want: "other", stone: "legal" }],
  "a story less": [{ kind: "story.delete", story: "s" }],
};

for (const [name, changes] of Object.entries(GESTURES)) {
  for (const away of [false, true]) {
    test(`${name} is undone, done again and undone${away ? " while the server is away" : ""}`, () => {
      const it = started(RICH);
      const states = [told(it)];
      for (const change of changes) {
        away ? it.session.ask(change) : it.ask(change);
        states.push(told(it));
      }
      for (let round = 0; round < 2; round++) {
        for (let step = changes.length; step > 0; step--) {
          assert.deepEqual(it.undo.undo(), { done: true, reason: "" });
          if (!away) it.settle();
          assert.deepEqual(told(it), states[step - 1]);
        }
        for (let step = 1; step <= changes.length; step++) {
          assert.deepEqual(it.undo.redo(), { done: true, reason: "" });
          if (!away) it.settle();
          assert.deepEqual(told(it), states[step]);
        }
      }
      it.settle();
      assert.deepEqual(told(it), states.at(-1));
      assert.deepEqual([it.undo.canRedo, it.session.pending.size], [false, 0]);
    });
  }
}
