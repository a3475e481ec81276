/** Lists and cells that are pasted become a note each, without what stood around them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { copied, offer, pictureIn, pieces } from "../../canvas/static/paste.js";
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

test("what is copied comes back as it was: quotes, several lines, and both", () => {
  for (const texts of [['Say "hi"'], ["two\nlines"], ['"all of it"'], ['a\n"b"\nc'], ['Say "hi"', "two\nlines", '"x"']]) assert.deepEqual(pieces(copied(texts)), texts);
  assert.equal(copied(['Say "hi"']), 'Say "hi"');
  assert.deepEqual(pieces('"hi" he said\n"yes"\nno'), ['"hi" he said', '"yes"', "no"]);
});

test("quotes that never end are taken apart at once as well", () => {
  for (const line of ['"a', '"a""b', '""x', '"""', '"a" b', '"\n']) assert.ok(pieces(`${line}\n`.repeat(1_000_000 / (line.length + 1))).length >= 0, line);
  assert.ok(pieces(`"${"a\n".repeat(2_500_000)}`).length > 1);
});

test("cells come with a picture of them, which is not meant; a picture alone is, also beside its name or address", () => {
  const file = { type: "image/png", name: "board.png" };
  const data = (text) => ({ files: [{ type: "text/csv", name: "x" }, file], getData: () => text });
  assert.equal(pictureIn(data("Naam\tWens\r\n")), undefined);
  for (const text of ["", "board.png", "https://x.example/board.png"]) assert.equal(pictureIn(data(text)), file, text);
  assert.equal(pictureIn(null), undefined);
});

test("notes are offered for several lines only", () => {
  assert.equal(offer("een regel"), "");
  assert.equal(offer("twee\nregels"), "Make 2 notes");
  assert.equal(offer("x\n".repeat(501)), "");
  assert.equal(offer(`a\n${"x".repeat(1_000_000)}`), "");
});
