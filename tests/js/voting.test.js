/** Votes as a browser knows them: own dots, what is left, results, rounds, and how the server's records change that. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { offersOf } from "../../canvas/static/closing/offers.js";
import { createSession } from "../../canvas/static/session.js";
import { dotsAt } from "../../canvas/static/state.js";
import { createBallot } from "../../canvas/static/votes/ballot.js";
import { candidatesOf, countsOf, isAmong, pastOf, resultOf, resultsOf, runningOf, topOf } from "../../canvas/static/votes/results.js";
import { memoryJournal, note, snapshot } from "./samples.js";

const vote = (id, values = {}) => ({ id, title: id, stones: ["teams"], notes: null, dots: 3, each: 2, hidden: false, closed: null, created: 1, voters: 0, ...values });
const notes = ["a", "b", "c"].map((id, created) => note(id, { created, audience: "all" }));

/** A room with a vote that runs. */
function meeting(more = {}) {
  const said = [];
  const session = createSession(memoryJournal(), { touched() {}, send() {}, refused: (sentence) => said.push(sentence), beside() {} });
  session.receive(snapshot({ notes, votes: [vote("v")], ...more }));
  const room = { session, tallies: new Map(), actions: { mayWrite: true }, toasts: { show: (sentence) => said.push(sentence), tell() {} }, get shown() { return session.shown; } };
  return { session, room, ballot: createBallot(room), said };
}

let seq = 10;
const hear = (session, ...changes) => session.receive({ type: "changes", seq: seq += changes.length, changes: changes.map((change, at) => ({ seq: seq - changes.length + at + 1, id: `c${seq}${at}`, by: "lead", at: 5, ...change })) });
const tally = (counts, voters = 1) => ({ notes: new Map(Object.entries(counts)), voters, through: 0 });

test("one's own dots show at once and are counted against what one has", () => {
  const { ballot, session, said } = meeting();
  ballot.put(notes[0], 1);
  ballot.put(notes[0], 1);
  assert.deepEqual([ballot.at("a"), ballot.left, ballot.mayAdd(notes[0]), ballot.mayAdd(notes[1])], [2, 1, false, true]);
  ballot.put(notes[0], 1);
  ballot.put(notes[1], 1);
  ballot.put(notes[2], 1);
  assert.deepEqual([ballot.at("a"), ballot.at("b"), ballot.at("c"), ballot.left, said.length], [2, 1, 0, 0, 2]);
  ballot.put(notes[0], -1);
  assert.deepEqual([ballot.at("a"), ballot.left], [1, 1]);
  assert.deepEqual(session.unsent().map(({ do: { count } }) => count), [1, 2, 1, 1]);
});

test("a dot that the server refuses is back", () => {
  const { ballot, session } = meeting();
  ballot.put(notes[0], 1);
  const [asked] = session.unsent();
  session.receive({ type: "refused", id: asked.id, reason: "no_dots_left", sentence: "Te veel" });
  assert.deepEqual([ballot.at("a"), ballot.left], [0, 3]);
});

test("the dots of a deleted note come back, and what the server forgot is forgotten", () => {
  const { ballot, session } = meeting({ dots: [{ vote: "v", note: "a", count: 2 }] });
  assert.equal(ballot.left, 1);
  hear(session, { kind: "note.delete", note: "a" });
  assert.equal(ballot.left, 3);
  hear(session, { kind: "dots.set", vote: "v", note: "b", count: 2, by: "p1", gone: ["a"] }, { kind: "note.restore", note: "a", ...notes[0] });
  assert.deepEqual([ballot.at("a"), ballot.at("b"), ballot.left], [0, 2, 1]);
});

test("dots for the room are apart from one's own", () => {
  const { ballot, session, room } = meeting({ dots: [{ vote: "v", note: "a", count: 7, room: true }] });
  assert.deepEqual([ballot.at("a"), ballot.left], [0, 3]);
  session.ask({ kind: "dots.set", vote: "v", note: "a", count: 8, room: true });
  assert.equal(room.shown.dots.get(dotsAt({ vote: "v", note: "a", room: true })), 8);
  assert.equal(ballot.at("a"), 0);
});

test("a vote is over its stones, or some of their notes, and never over hidden ones", () => {
  const hidden = note("h", { audience: "author" });
  const { room } = meeting({ notes: [...notes, note("x", { stone: "goals" }), hidden] });
  assert.deepEqual(candidatesOf(room, vote("v")).map(({ id }) => id), ["a", "b", "c"]);
  assert.deepEqual(candidatesOf(room, vote("w", { notes: ["c", "x"], stones: ["teams", "goals"] })).map(({ id }) => id).sort(), ["c", "x"]);
});

test("a new round ends the one that runs; who only reads has no ballot", () => {
  const { session, room, ballot } = meeting();
  hear(session, { kind: "vote.open", vote: "w", title: "Nog eens", stones: ["teams"], notes: ["a", "b"], dots: 1, each: 1, hidden: true, ended: { vote: "v", tally: { a: 1 }, voters: 4 } });
  assert.deepEqual([runningOf(room.shown).id, runningOf(room.shown).notes, pastOf(room.shown).map(({ id, voters }) => [id, voters])], ["w", ["a", "b"], [["v", 4]]]);
  assert.deepEqual([ballot.fits(notes[0]), ballot.fits(notes[2])], [true, false]);
  room.actions.mayWrite = false;
  assert.deepEqual([ballot.vote, ballot.fits(notes[0])], [undefined, false]);
  hear(session, { kind: "vote.close", vote: "w", tally: {}, voters: 2 });
  assert.deepEqual(pastOf(room.shown).map(({ id, voters }) => [id, voters]).sort(), [["v", 4], ["w", 2]]);
  hear(session, { kind: "vote.delete", vote: "w" });
  assert.equal(room.shown.votes.has("w"), false);
});

test("results are sorted, share places, and leave out what is gone", () => {
  const { room } = meeting();
  room.tallies.set("v", tally({ c: 3, a: 3, b: 1, gone: 9, none: 0 }));
  const results = resultsOf(room, vote("v"));
  assert.deepEqual(results.map(({ note: { id }, count, place }) => [id, count, place]), [["a", 3, 1], ["c", 3, 1], ["b", 1, 3]]);
  assert.equal(results.reduce((sum, { share }) => sum + share, 0), 1);
  assert.deepEqual(topOf(results, 1).map(({ note: { id } }) => id), ["a", "c"]);
  assert.deepEqual(resultsOf(room, vote("unknown")), []);
});

test("a note counts by the last round that gave it dots", () => {
  const { room } = meeting({ votes: [vote("late", { created: 9, closed: 10 }), vote("early", { created: 1, closed: 2 })] });
  room.tallies.set("early", tally({ a: 5, b: 2 }));
  room.tallies.set("late", tally({ a: 1, b: 0 }));
  assert.deepEqual([...countsOf(room)], [["a", 1], ["b", 2]]);
});

test("who comes back hears of all dots that are theirs now", () => {
  const { ballot, session } = meeting();
  session.receive({ type: "changes", seq, changes: [], you: { person: "p1", role: "participant" }, online: [], dots: [{ vote: "v", note: "b", count: 2 }] });
  assert.deepEqual([ballot.at("b"), ballot.left], [2, 1]);
});

test("a note whose dots of the last round were taken back goes on with those of the round before", () => {
  const { room } = meeting({ votes: [vote("old", { closed: 2 }), vote("new", { created: 3 })], stones: [] });
  room.tallies.set("old", tally({ a: 2 })).set("new", tally({ a: 0 }));
  Object.assign(room, { actions: { leads: true }, stones: () => [], nameAt: (id) => id });
  assert.deepEqual(offersOf(room).map(({ note }) => note), ["a"]);
});

test("a vote that runs is closed with the session, and shows so at once", () => {
  const { session } = meeting();
  hear(session, { kind: "session.close", closed: 5, ended: { vote: "v", tally: { a: 2 }, voters: 1 } });
  assert.deepEqual([session.shown.votes.get("v").closed, session.shown.votes.get("v").voters, runningOf(session.shown)], [5, 1, undefined]);
});

const poll = (more = {}) => vote("p", { stones: [], answers: ["Ja", "Nee", "Anders"], dots: 1, each: 1, ...more });

test("an answer takes the place of the one before at once, and comes back where the server refuses", () => {
  const { ballot, session } = meeting({ votes: [poll()] });
  const given = () => ["1", "2", "3"].filter((place) => ballot.at(place));
  ballot.answer("1");
  ballot.answer("2");
  assert.deepEqual(given(), ["2"]);
  const [first, second] = session.unsent();
  assert.deepEqual([first.do, second.do].map(({ note, count }) => [note, count]), [["1", 1], ["2", 1]]);
  session.receive({ type: "ack", id: first.id });
  hear(session, { kind: "dots.set", vote: "p", note: "1", count: 1, by: "p1" });
  assert.deepEqual(given(), ["2"]);
  session.receive({ type: "refused", id: second.id, reason: "vote_closed", sentence: "Dicht" });
  assert.deepEqual(given(), ["1"]);
  ballot.answer("1");
  assert.deepEqual(given(), []);
});

test("where one may choose several, each answer stays", () => {
  const { ballot } = meeting({ votes: [poll({ dots: 3 })] });
  ballot.answer("1");
  ballot.answer("3");
  assert.deepEqual([ballot.at("1"), ballot.at("2"), ballot.at("3")], [1, 0, 1]);
});

test("a poll counts all its answers as they were asked, and no note", () => {
  const { room, ballot, session } = meeting({ votes: [poll()], notes: [...notes, note("1")] });
  room.tallies.set("p", tally({ 3: 2, 1: 1 }));
  assert.deepEqual(candidatesOf(room, poll()).map(({ id, text }) => [id, text]), [["1", "Ja"], ["2", "Nee"], ["3", "Anders"]]);
  assert.deepEqual(resultsOf(room, poll()).map(({ count, place }) => [count, place]), [[1, 2], [0, 3], [2, 1]]);
  assert.deepEqual([...countsOf(room)], []);
  assert.deepEqual([isAmong(poll(), note("1")), ballot.fits(note("1"))], [false, false]);
  ballot.answer("1");
  assert.equal(ballot.fits(note("1")), false);
  hear(session, { kind: "vote.open", vote: "q", title: "En nu?", stones: [], answers: ["A", "B"], dots: 1, each: 1, hidden: true });
  assert.deepEqual([runningOf(room.shown).answers, resultsOf(room, runningOf(room.shown)).map(({ share }) => share)], [["A", "B"], [0, 0]]);
});

test("the result of a poll stays wherever one is, until the room goes on", () => {
  const { room, session } = meeting({ votes: [poll({ closed: 50 })] });
  Object.assign(session.shown.workshop, { stone: "goals", arrived: 40 });
  assert.equal(resultOf(room.shown)?.id, "p");
  Object.assign(session.shown.workshop, { arrived: 60 });
  assert.equal(resultOf(room.shown), undefined);
});
