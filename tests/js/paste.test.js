/** Lists and cells that are pasted become a note each, without what stood around them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { offer, pieces } from "../../canvas/static/paste.js";
import { speak } from "../../canvas/static/words.js";

speak({ labels: {}, stones: [] });

test("each line of a list is a note, without bullets, numbers and empty lines", () => {
  assert.deepEqual(pieces("- Donateurs\n\n  • Leden\r\n3. Vrijwilligers\r12) Pers\n10 jaar bestaan"), ["Donateurs", "Leden", "Vrijwilligers", "Pers", "10 jaar bestaan"]);
});

test("cells of a spreadsheet are notes, also with line ends and quotes in them", () => {
  assert.deepEqual(pieces('Naam\tWens\r\n"twee\nregels"\t"zegt ""ja"""\r\n\tleeg links'), ["Naam", "Wens", "twee\nregels", 'zegt "ja"', "leeg links"]);
});

test("signs that hide or reverse are left out", () => {
  assert.deepEqual(pieces("a\u202eb\nc\u0000d"), ["ab", "cd"]);
});

test("five megabytes are taken apart at once, quotes or not", () => {
  assert.equal(pieces("regel\n".repeat(800_000)).length, 800_000);
  assert.equal(pieces(`"${'""'.repeat(1_000_000)}\t`.repeat(2)).length > 0, true);
});

test("notes are offered for several lines only", () => {
  assert.equal(offer("een regel"), null);
  assert.equal(offer("twee\nregels"), "Make 2 notes");
  assert.equal(offer("x\n".repeat(501)), null);
});
