/** What is offered is what the server takes, and nobody learns from this browser whose a hidden note is. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createRights } from "../../canvas/static/rights.js";
import { createSecrets } from "../../canvas/static/secrets.js";
import { createSession } from "../../canvas/static/session.js";
import { createUndo } from "../../canvas/static/undo.js";
import { memoryJournal, note, snapshot, welcome } from "./samples.js";

/** Anna (`p1`) at `teams`, where these rules are set and these notes lie; what she sent. */
function room({ rules = {}, notes = [], role = "participant", ...values } = {}) {
  const sent = [];
  const here = { here: "teams", secrets: createSecrets("room"), get shown() { return here.session.shown; } };
  here.session = createSession(memoryJournal(), {
    touched() {}, send: (pending) => sent.push(pending), refused() {},
    signed: (change) => here.rights.beside(change), apart: (change) => here.rights.apart(change), mine: (record) => here.rights.isMine(record),
  });
  here.rights = createRights(here);
  const people = [{ id: "p1", name: "Anna", role, joined: 1, muted: false, ready: false, group: "g", word: "" }];
  here.session.receive(snapshot({ you: { person: "p1", role }, people, notes, stones: [{ stone: "teams", locked: false, writing: "open", moving: false, editing: false, ...rules }], ...values }));
  return { ...here, sent };
}

const mine = note("mine");
const theirs = note("theirs", { author: "p2" });
const DEEDS = ["move", "change", "say", "own", "remove"];
const allowed = (rights, it) => DEEDS.filter((deed) => rights.may(deed, it));

test("participants do everything to their own notes, and nothing to those of others", () => {
  const { rights } = room();
  assert.deepEqual(allowed(rights, mine), DEEDS);
  assert.deepEqual(allowed(rights, theirs), []);
});

test("where moving or changing is open, others' notes can be moved or changed, never deleted", () => {
  assert.deepEqual(allowed(room({ rules: { moving: true } }).rights, theirs), ["move"]);
  assert.deepEqual(allowed(room({ rules: { editing: true } }).rights, theirs), ["change", "say"]);
});

test("who leads does everything to what all see, and deletes what waits", () => {
  const { rights } = room({ role: "facilitator", rules: { locked: true } });
  assert.deepEqual(allowed(rights, theirs), DEEDS);
  assert.deepEqual(allowed(rights, { ...theirs, audience: "facilitators" }), ["remove"]);
});

test("at a locked stone, muted or in a closed session nobody is offered to write, and reads why", () => {
  const people = [{ id: "p1", name: "Anna", role: "participant", muted: true }];
  const closed = { workshop: { ...snapshot().workshop, closed: 5 } };
  const words = [{ rules: { locked: true } }, { people }, closed].map((values) => {
    const { rights } = room(values);
    assert.deepEqual([rights.mayWriteAt("teams"), ...allowed(rights, mine)], [false]);
    return rights.why("teams");
  });
  assert.equal(new Set(words.filter(Boolean)).size, 3);
  assert.equal(room({ rules: { locked: true } }).rights.mayWriteAt("channels"), true);
  assert.equal(room({ ...closed, role: "facilitator" }).rights.mayWrite, false);
});

test("what was let in keeps its words", () => {
  const { rights } = room({ rules: { writing: "moderated" } });
  assert.equal(rights.may("say", { ...mine, audience: "facilitators" }), true);
  assert.deepEqual(allowed(rights, mine), DEEDS.filter((deed) => deed !== "say"));
});

test("a new note shows as the server will tell it, by the way people write there", () => {
  const told = (rules, role) => {
    const { session } = room({ rules, role });
    session.ask({ kind: "note.add", note: "n", stone: "teams", text: "x" });
    const { audience, anonymous, author, group } = session.shown.notes.get("n");
    return [audience, anonymous, author, group];
  };
  assert.deepEqual(told({}), ["all", false, "p1", "g"]);
  assert.deepEqual(told({ writing: "private" }), ["author", false, "p1", "g"]);
  assert.deepEqual(told({ writing: "moderated" }), ["facilitators", false, "p1", "g"]);
  assert.deepEqual(told({ writing: "moderated" }, "facilitator"), ["all", false, "p1", "g"]);
  assert.deepEqual(told({ writing: "anonymous" }), ["all", true, null, null]);
});

test("a note without a name goes with a secret beside it, which opens it later on", () => {
  const { session, sent, rights } = room({ rules: { writing: "anonymous" } });
  session.ask({ kind: "notes.add", stone: "teams", notes: [{ note: "n", text: "x" }, { note: "m", text: "y" }] });
  session.ask({ kind: "note.edit", note: "n", text: "z" });
  session.ask({ kind: "note.edit", note: "mine", text: "z" });
  const [added, edited, named] = sent.map(({ proofs }) => proofs);
  assert.deepEqual(Object.keys(added), ["n", "m"]);
  assert.match(added.n, /^[\w-]{20,64}$/);
  assert.notEqual(added.n, added.m);
  assert.deepEqual([edited, named], [{ n: added.n }, undefined]);
  assert.ok(!JSON.stringify(sent.map((one) => one.do)).includes(added.n));
  assert.equal(rights.isMine(note("n", { author: null, anonymous: true })), true);
  assert.equal(rights.isMine(note("other", { author: null, anonymous: true })), false);
});

test("tried again after the way of writing changed, a note goes as people write now", () => {
  const { session, sent } = room({ rules: { writing: "anonymous" } });
  const id = session.ask({ kind: "note.add", note: "n", stone: "teams", text: "x" });
  session.receive({ type: "changes", seq: 11, changes: [{ seq: 11, id: "s", by: "p2", at: 5, kind: "stone.edit", stone: "teams", writing: "open" }] });
  session.receive({ type: "refused", id, reason: "not_anonymous", sentence: "Kijk je tekst na." });
  const [failed] = session.pending.values();
  assert.equal(failed.failed, "Kijk je tekst na.");
  session.retry(failed.id);
  assert.equal(sent.at(-1).proofs, undefined);
  assert.deepEqual([session.shown.notes.get("n").author, session.shown.notes.get("n").anonymous], ["p1", false]);
});

test("several notes go apart by who sees them and by whose secret opens them", () => {
  const notes = [mine, note("h", { audience: "author" }), note("w", { audience: "facilitators" }), note("n", { author: null, anonymous: true }), note("more")];
  const { session, sent, secrets } = room({ notes });
  secrets.make("n");
  session.ask({ kind: "notes.delete", notes: notes.map(({ id }) => id) });
  assert.deepEqual(sent.map((one) => one.do.notes), [["mine", "more"], ["h"], ["w"], ["n"]]);
  assert.deepEqual(sent.map(({ proofs }) => Object.keys(proofs ?? {})), [[], [], [], ["n"]]);
  assert.equal(session.shown.notes.size, 0);
});

test("what others may see of what one does tells nothing of a note that is hidden or without a name", () => {
  const notes = [mine, note("h", { audience: "author" }), note("n", { author: null, anonymous: true })];
  const doing = { stone: "teams", typing: "mine", drag: { notes: ["mine"], dx: 1, dy: 1 }, cursor: { x: 1, y: 1 } };
  const open = room({ notes }).rights;
  assert.deepEqual(open.seen(doing), doing);
  for (const id of ["h", "n"]) {
    const { typing, drag, cursor } = open.seen({ ...doing, typing: id, drag: { notes: ["mine", id], dx: 1, dy: 1 } });
    assert.deepEqual([typing, drag, cursor], [null, null, doing.cursor]);
  }
  for (const writing of ["private", "anonymous"]) {
    const { typing, drag, cursor, stone } = room({ notes, rules: { writing } }).rights.seen({ ...doing, typing: "new" });
    assert.deepEqual([typing, drag, cursor, stone], [null, null, null, "teams"]);
  }
  assert.equal(room({ rules: { writing: "moderated" } }).rights.seen({ ...doing, typing: "new" }).typing, null);
});

test("a reveal is no step to undo", () => {
  const waiting = note("w", { author: "p2", audience: "facilitators" });
  const { session } = room({ notes: [waiting], role: "facilitator" });
  const undo = createUndo(session);
  session.ask({ kind: "notes.reveal", stone: "teams", notes: ["w"] }, { notes: [{ ...waiting, note: "w", audience: "all" }] });
  assert.equal(session.shown.notes.get("w").audience, "all");
  assert.equal(undo.canUndo, false);
});

test("notes that wait are sent again with their secrets", () => {
  const { session, sent } = room({ rules: { writing: "anonymous" } });
  session.ask({ kind: "note.add", note: "n", stone: "teams", text: "x" });
  session.receive(welcome());
  session.sendAgain();
  assert.equal(sent.length, 2);
  assert.deepEqual(sent[1].proofs, sent[0].proofs);
});
