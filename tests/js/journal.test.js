/** What is not acknowledged survives the page; where a browser keeps nothing, the room works from memory. */

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { openJournal } from "../../canvas/static/journal.js";
import { MemoryDatabase } from "./database.js";
import { MemoryStorage } from "./samples.js";

const pending = (id, kind = "note.edit") => ({ id, do: { kind, note: "a", text: id }, guess: {}, failed: "why" });
const ids = (journal, person = "p1") => journal.of(person).map(({ id }) => id);
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("what was saved is there after a reload, in its order, ready to be sent", async () => {
  const indexedDB = new MemoryDatabase();
  const journal = await openJournal("/ws/1", { indexedDB });
  mock.timers.enable({ apis: ["Date"] });
  for (const id of ["two", "one", "three"]) journal.save(pending(id), "p1");
  journal.save(pending("two"), "p1");
  mock.timers.reset();
  const again = await openJournal("/ws/1", { indexedDB });
  assert.deepEqual(again.of("p1").map(({ id, failed, ...rest }) => [id, failed, Object.keys(rest)]), ["two", "one", "three"].map((id) => [id, null, ["do", "guess"]]));
  again.save(pending("four"), "p1");
  assert.deepEqual(ids(again), ["two", "one", "three", "four"]);
  assert.deepEqual(ids(await openJournal("/ws/10", { indexedDB })), []);
});

test("what one tab saved and another drops is gone, for both after a reload", async () => {
  const indexedDB = new MemoryDatabase();
  const one = await openJournal("/ws/1", { indexedDB });
  one.save(pending("mine"), "p1");
  one.save(pending("yours"), "p1");
  const other = await openJournal("/ws/1", { indexedDB });
  one.save(pending("later"), "p1");
  other.drop("mine");
  other.drop("later");
  assert.deepEqual(ids(await openJournal("/ws/1", { indexedDB })), ["yours"]);
});

test("on a laptop that goes from hand to hand nobody sends what somebody else left behind", async () => {
  const indexedDB = new MemoryDatabase();
  const journal = await openJournal("/ws/1", { indexedDB });
  const elsewhere = await openJournal("/ws/2", { indexedDB });
  journal.save(pending("one"), "p1");
  journal.save(pending("two"), "p2");
  elsewhere.save(pending("three"), "p1");
  assert.deepEqual(ids(journal, "p2"), ["two"]);
  journal.clear();
  assert.deepEqual([ids(journal), indexedDB.rows.size, ids(elsewhere)], [[], 1, ["three"]]);
});

test("what an older version kept is taken over once", async () => {
  const [indexedDB, localStorage] = [new MemoryDatabase(), new MemoryStorage()];
  localStorage.setItem("room:/ws/1:b", JSON.stringify({ ...pending("b"), at: 2, person: "p1" }));
  localStorage.setItem("room:/ws/1:a", JSON.stringify({ ...pending("a"), at: 1, person: "p1" }));
  localStorage.setItem("room:/ws/1:broken", "{");
  localStorage.setItem("room:/ws/2:c", "of another workshop");
  const journal = await openJournal("/ws/1", { indexedDB, localStorage });
  assert.deepEqual(ids(journal), ["a", "b"]);
  await settled();
  assert.deepEqual([localStorage.length, localStorage.key(1)], [2, "room:/ws/2:c"]);
  journal.drop("a");
  assert.deepEqual(ids(await openJournal("/ws/1", { indexedDB, localStorage })), ["b"]);
});

test("what this version does not know is not sent", async () => {
  const indexedDB = new MemoryDatabase();
  const journal = await openJournal("/ws/1", { indexedDB });
  journal.save(pending("odd", "note.paint"), "p1");
  assert.deepEqual(ids(await openJournal("/ws/1", { indexedDB })), []);
});

const forbidden = { get indexedDB() { throw new Error("SecurityError"); }, get localStorage() { throw new Error("SecurityError"); } };
const failing = { indexedDB: { open: () => { const made = {}; queueMicrotask(() => made.onerror()); return made; } } };
const full = { indexedDB: Object.assign(new MemoryDatabase(), { transaction(_, mode) { if (mode) throw new Error("QuotaExceededError"); return MemoryDatabase.prototype.transaction.call(this); } }) };

for (const [name, means] of Object.entries({ "is forbidden": forbidden, "is not there": {}, "does not open": failing, "is full": full })) {
  test(`where the database ${name} the journal works from memory`, async () => {
    const journal = await openJournal("/ws/1", means);
    journal.save(pending("one"), "p1");
    journal.save(pending("two"), "p1");
    journal.drop("one");
    assert.deepEqual(ids(journal), ["two"]);
    journal.clear();
    assert.deepEqual(ids(journal), []);
  });
}

test("a database that never answers keeps nobody out", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const opening = openJournal("/ws/1", { indexedDB: { open: () => ({}) } });
  mock.timers.tick(2000);
  assert.deepEqual(ids(await opening), []);
  mock.timers.reset();
});
