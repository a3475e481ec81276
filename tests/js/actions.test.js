/** What people type in a note is kept, whatever others did meanwhile. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Actions } from "../../canvas/static/actions.js";
import { note } from "./samples.js";

/** A room where `note` says `now`, and what is asked in it. */
function started(now) {
  const asked = [];
  const notes = new Map(now ? [[now.id, now]] : []);
  const room = {
    shown: { notes }, notesAt: () => [...notes.values()], toasts: { show() {} },
    session: { you: { person: "p1", role: "facilitator" }, shown: { notes }, ask: (change) => asked.push(change) },
  };
  return { actions: new Actions(room), asked };
}

test("a note that nobody else touched takes the new text", () => {
  const before = note("a", { text: "Balie" });
  const { actions, asked } = started(before);
  assert.equal(actions.editText(before, "Balie en kassa"), true);
  assert.deepEqual(asked, [{ kind: "note.edit", note: "a", text: "Balie en kassa" }]);
});

test("where somebody else changed the text meanwhile, both texts stay: one's own lies beside", () => {
  const before = note("a", { text: "Balie" });
  const { actions, asked } = started({ ...before, text: "Balie in de foyer" });
  assert.equal(actions.editText(before, "Balie en kassa"), true);
  const [{ kind, text, x, y, note: id }] = asked;
  assert.deepEqual([asked.length, kind, text], [1, "note.add", "Balie en kassa"]);
  assert.notEqual(id, "a");
  assert.notDeepEqual([x, y], [before.x, before.y]);
});

test("two who came to the same words, and one who changed nothing, ask for nothing new", () => {
  const before = note("a", { text: "Balie" });
  for (const [now, typed] of [["Kassa", "Kassa"], ["Kassa", "Balie"]]) {
    const { actions, asked } = started({ ...before, text: now });
    actions.editText(before, typed);
    assert.deepEqual(asked.filter(({ kind }) => kind === "note.add"), []);
  }
});
