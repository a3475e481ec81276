/** What people type in a note is kept, whatever others did meanwhile. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createActions } from "../../canvas/static/actions.js";
import { createRights } from "../../canvas/static/rights.js";
import { createSecrets } from "../../canvas/static/secrets.js";
import { note } from "./samples.js";
import { started as workshop } from "./undoing.js";

/** What this person may do in a room. */
function withRights(room) {
  room.here = "teams";
  room.secrets = createSecrets("room");
  room.rights = createRights(room);
  return room;
}

/** A room where `note` says `now`, and what is asked in it. */
function started(now) {
  const asked = [];
  const notes = new Map(now ? [[now.id, now]] : []);
  const room = {
    steps: { group: (does) => does() }, shown: { notes }, notesAt: () => [...notes.values()], toasts: { show() {} },
    session: { you: { person: "p1", role: "facilitator" }, shown: { notes }, ask: (change) => asked.push(change) },
  };
  return { actions: createActions(withRights(room)), asked };
}

test("a note that nobody else touched takes the new text", () => {
  const before = note("a", { text: "Balie" });
  const { actions, asked } = started(before);
  actions.editText(before, "Balie en kassa");
  assert.deepEqual(asked, [{ kind: "note.edit", note: "a", text: "Balie en kassa" }]);
});

test("where somebody else changed the text meanwhile, both texts stay: one's own lies beside", () => {
  const before = note("a", { text: "Balie" });
  const { actions, asked } = started({ ...before, text: "Balie in de foyer" });
  actions.editText(before, "Balie en kassa");
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

test("what is too long for a note goes on beside it: nothing of it is lost, and one undo takes all of it back", () => {
  const { actions, all, told, settle, undo } = onBoard([note("a", { text: "was" })]);
  const text = `${"a".repeat(1999)}\u{1f600}${"b".repeat(2000)}c`;
  actions.editText(all()[0], text);
  settle();
  assert.deepEqual(all().map((one) => [...one.text].length), [2000, 2000, 1]);
  assert.equal(all().map((one) => one.text).join(""), text);
  assert.equal(told.length, 1);
  undo.undo();
  settle();
  assert.deepEqual(all().map((one) => one.text), ["was"]);
});

/** Anna's verbs on a board with these notes, what is asked of the server, and what she is told. */
function onBoard(notes, values) {
  const it = workshop({ notes, ...values });
  const [told, offers] = [[], []];
  const room = {
    undo: (step) => it.undo.undo(step),
    session: it.session, steps: it.undo, selection: { clear() {} }, toasts: { show: (sentence, offer) => { told.push(sentence); offers.push(offer); } }, nameAt: (stone) => stone,
    get shown() { return it.session.shown; },
    notesAt: (stone) => [...it.session.shown.notes.values()].filter((one) => one.stone === stone),
  };
  const all = () => room.notesAt("teams");
  return { ...it, actions: createActions(withRights(room)), all, told, offers };
}

test("more notes than one change may hold become one cluster, others' loose ones too, and one undo takes it apart", () => {
  const lying = Array.from({ length: 250 }, (_, at) => note(`n${at}`, { x: (at % 20) * 220, y: Math.floor(at / 20) * 150, author: at < 240 ? "p1" : "p2" }));
  const { actions, all, settle, undo } = onBoard(lying);
  const cluster = actions.cluster(all(), "Everything");
  for (const { notes = [], edits = [] } of settle()) assert.ok(notes.length <= 200 && edits.length <= 200, `${notes.length} notes, ${edits.length} edits`);
  assert.deepEqual(all().filter((one) => one.cluster !== cluster), []);
  undo.undo();
  settle();
  assert.deepEqual(all().filter((one) => one.cluster !== null), []);
  assert.equal(undo.canUndo, false);
});

for (const [where, values, cluster] of [["on a note", {}, null], ["into a cluster", { clusters: [{ id: "k", stone: "teams", title: "K", collapsed: false, author: "p2", created: 1 }] }, "k"]]) {
  test(`notes of one's own that are dropped ${where} of somebody else far away come to lie there, as they lay to each other`, () => {
    const { actions, at, settle, undo } = onBoard([note("a"), note("b", { y: 150 }), note("theirs", { x: 2200, author: "p2", cluster })], values);
    actions.unite([at("a"), at("b")], at("theirs"));
    settle();
    assert.deepEqual(["a", "b", "theirs"].map((id) => [at(id).x, at(id).y, at(id).cluster !== null]), [[2420, 0, true], [2420, 150, true], [2200, 0, true]]);
    undo.undo();
    settle();
    assert.deepEqual(["a", "b"].map((id) => [at(id).x, at(id).y, at(id).cluster]), [[0, 0, null], [0, 150, null]]);
  });
}

test("a note that is dropped on its neighbour stays where it is", () => {
  const { actions, at, settle } = onBoard([note("a"), note("theirs", { x: 220, author: "p2" })]);
  actions.unite([at("a")], at("theirs"));
  settle();
  assert.deepEqual([at("a").x, at("a").y], [0, 0]);
});

test("who sends own and others' notes to another board hears how many went", () => {
  const { actions, all, told } = onBoard([note("a"), note("b"), note("theirs", { author: "p2" })]);
  actions.toBoard(all(), "parking");
  assert.deepEqual([all().map(({ id }) => id), told], [["theirs"], ["2 notes moved to parking"]]);
});

test("what a message offers to undo is that one step, also when others were done since", () => {
  const { actions, all, settle, offers, at, session } = onBoard([note("a"), note("b")]);
  actions.remove([at("a")]);
  actions.move([at("b")], 5, 0);
  offers[0].act();
  settle();
  assert.deepEqual(all().map(({ id, x }) => [id, x]), [["b", 5], ["a", 0]]);
  const id = session.ask({ kind: "note.add", note: "n", stone: "teams", text: "too much" });
  session.receive({ type: "refused", id, reason: "full", sentence: "Full." });
  actions.remove([at("n")]);
  assert.equal(offers[1], undefined);
});
