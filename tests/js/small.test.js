/** Small parts: words, presence. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { createPresence } from "../../canvas/static/presence.js";
import { n, speak, t } from "../../canvas/static/words.js";

test("texts are translated, filled in, and English where a translation is missing", () => {
  speak({ labels: { "{name} is typing…": "{name} typt…" }, plurals: { "{count} note": ["{count} notitie", "{count} notities"] }, stones: [], framing: { title: "", cards: [] } });
  assert.equal(t("{name} is typing…", { name: "Anna" }), "Anna typt…");
  assert.equal(t("Board"), "Board");
  assert.equal(n("{count} note", "{count} notes", 1), "1 notitie");
  assert.equal(n("{count} note", "{count} notes", 0), "0 notities");
});

test("a name that looks like a placeholder stays as it is", () => {
  assert.equal(t("{name} is typing…", { name: "{count}" }), "{count} typt…");
});

test("presence is told at most ten times a second, and the last word counts", () => {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000_000 });
  const sent = [];
  const presence = createPresence({ send: (message) => sent.push(message), changed() {}, seen() {}, me: () => "me" });
  for (let step = 0; step < 100; step++) {
    presence.tell({ drag: { note: "a", x: step, y: 0 } });
    mock.timers.tick(10);
  }
  mock.timers.tick(100);
  assert.ok(sent.length >= 8 && sent.length <= 11, `${sent.length} messages`);
  assert.equal(sent.at(-1).drag.x, 99);
  mock.timers.reset();
});

test("who was silent for long is forgotten, and the screen hears of it", () => {
  mock.timers.enable({ apis: ["Date", "setTimeout"], now: 1_000_000 });
  let drawn = 0;
  const presence = createPresence({ send() {}, changed: () => { drawn++; }, seen() {}, me: () => "me" });
  presence.receive({ type: "presence", people: [{ person: "p2", online: true, stone: "teams", typing: "a" }] });
  assert.deepEqual([presence.fresh().length, drawn], [1, 1]);
  mock.timers.tick(9000);
  assert.deepEqual([presence.fresh().length, drawn], [0, 2]);
  mock.timers.reset();
});

test("who typed as the line broke keeps nobody waiting: what others do is not known then", () => {
  let drawn = 0;
  const presence = createPresence({ send() {}, changed: () => { drawn++; }, seen() {}, me: () => "me" });
  presence.receive({ type: "presence", people: [{ person: "p2", online: true, stone: "teams", typing: "a" }] });
  presence.forget();
  presence.stop();
  assert.deepEqual([presence.fresh().length, drawn], [0, 2]);
});

test("nobody is told what they do themselves", () => {
  const seen = [];
  const presence = createPresence({ send() {}, changed() {}, seen: (...it) => seen.push(it), me: () => "me" });
  const typing = (person) => ({ person, online: true, stone: "teams", typing: "n1", drag: null });
  presence.receive({ people: [typing("me"), typing("other")] });
  presence.stop();
  assert.deepEqual(presence.fresh().map(([person]) => person), ["other"]);
  assert.deepEqual(seen, [["me", true], ["other", true]]);
});
