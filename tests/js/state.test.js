/** What each kind of change does to what is known; the records are those that the server writes. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { KINDS } from "../../canvas/static/changes.js";
import { apply, stateFrom } from "../../canvas/static/state.js";
import { cluster, note, snapshot } from "./samples.js";

const known = (values) => stateFrom(snapshot(values));
const after = (values, ...changes) => {
  const state = known(values);
  for (const change of changes) apply(state, { by: "p2", at: 7, ...change });
  return state;
};
const ab = { notes: [note("a", { x: 1, y: 2 }), note("b", { x: 3, y: 4 })] };
const grouped = { clusters: [cluster("c")], notes: [note("a", { cluster: "c" }), note("b", { cluster: "c" }), note("z")] };

/** As records of the server tell a whole note. */
const whole = (id, values = {}) => {
  const { id: _, ...fields } = note(id, values);
  return { note: id, ...fields };
};

test("a snapshot gives every table, and reactions by note and sign", () => {
  const state = known({
    ...grouped, links: [{ id: "l", start: "a", end: "b", word: "", author: null, created: 1 }], comments: [{ id: "k", note: "a", text: "t", author: null, created: 1 }],
    reactions: [{ note: "a", person: "p1", sign: "heart" }, { note: "a", person: "p2", sign: "heart" }, { note: "a", person: "p2", sign: "star" }],
  });
  assert.deepEqual([...state.clusters.keys(), ...state.links.keys(), ...state.comments.keys()], ["c", "l", "k"]);
  assert.deepEqual([...state.reactions.get("a").get("heart")], ["p1", "p2"]);
});

test("a new note has every field, also where the change leaves them out", () => {
  const state = after({}, { kind: "note.add", note: "n", stone: "legal", text: "t", size: "large", behalf: "Oma" });
  assert.deepEqual(state.notes.get("n"), note("n", { stone: "legal", text: "t", size: "large", behalf: "Oma", author: "p2", created: 7, z: 0 }));
});

test("who is shown out keeps a name, and no word that the wall would go on showing", () => {
  const people = [{ id: "p1", name: "Anna", role: "participant", joined: 1, removed: false, muted: false, ready: false, group: "g", word: "scheldwoord" }];
  const { name, removed, group, word } = after({ people }, { kind: "person.remove", person: "p1", code: "ABCDEF" }).people.get("p1");
  assert.deepEqual([name, removed, group, word], ["Anna", true, null, ""]);
});

test("what is there already is not added again", () => {
  assert.equal(after(ab, { kind: "note.add", note: "a", stone: "legal", text: "again" }).notes.get("a").text, "text of a");
});

test("a note that goes to another board leaves question and cluster behind, unless it gets new ones", () => {
  const state = after({ notes: [note("a", { question: "q", cluster: "c" }), note("b", { question: "q", cluster: "c" })] },
    { kind: "note.edit", note: "a", stone: "legal" }, { kind: "notes.edit", edits: [{ note: "b", stone: "legal", question: "other" }] });
  assert.deepEqual(["a", "b"].map((id) => state.notes.get(id)).map(({ stone, question, cluster }) => [stone, question, cluster]), [["legal", null, null], ["legal", "other", null]]);
  assert.equal(after({ notes: [note("a", { question: "q" })] }, { kind: "note.edit", note: "a", stone: "teams" }).notes.get("a").question, "q");
});

test("several notes are added, changed, deleted and brought back at once", () => {
  const state = after(ab, { kind: "notes.add", stone: "teams", notes: [{ note: "n", text: "one", x: 5, y: 6 }, { note: "m", text: "two" }] });
  assert.deepEqual([state.notes.get("n").text, state.notes.get("n").x, state.notes.get("m").author, state.notes.get("m").stone], ["one", 5, "p2", "teams"]);
  apply(state, { kind: "notes.edit", z: 9, edits: [{ note: "a", colour: "blue" }, { note: "gone", x: 1 }, { note: "b", x: 8 }] });
  assert.deepEqual([state.notes.get("a").colour, state.notes.get("a").z, state.notes.get("b").x, state.notes.has("gone")], ["blue", 9, 8, false]);
  apply(state, { kind: "notes.delete", notes: ["a", "b"] });
  assert.deepEqual([...state.notes.keys(), ...state.trash.keys()], ["n", "m", "a", "b"]);
  apply(state, { kind: "notes.restore", notes: ["a", whole("b", { text: "whole" }), whole("old")] });
  assert.deepEqual([state.notes.get("a").colour, state.notes.get("b").text, state.notes.has("old"), state.trash.size], ["blue", "whole", true, 0]);
});

test("a sketch keeps its size and cluster when it is drawn anew; a photograph is none", () => {
  const state = after({ notes: [note("a", { size: "large", cluster: "c", author: "p1" })] },
    { kind: "sketch.save", note: "a", stone: "teams", question: null, text: "t", picture: "p", width: 3, height: 2, x: 0, y: 0 },
    { kind: "picture.add", note: "f", stone: "teams", question: null, text: "t", picture: "q", width: 3, height: 2, x: 0, y: 0, sketch: false });
  const { size, cluster: of, author, sketch } = state.notes.get("a");
  assert.deepEqual([size, of, author, sketch, state.notes.get("f").sketch, state.notes.get("f").picture], ["large", "c", "p1", true, false, "q"]);
});

test("a cluster takes its notes from where they were, moves as one, and leaves them when it is taken apart", () => {
  const state = after({ ...grouped }, { kind: "cluster.add", cluster: "d", stone: "teams", title: "D", notes: ["a", "z", "gone"], author: "p2", created: 8, collapsed: false });
  assert.deepEqual(state.clusters.get("d"), cluster("d", { title: "D", author: "p2", created: 8 }));
  assert.deepEqual(["a", "b", "z"].map((id) => state.notes.get(id).cluster), ["d", "c", "d"]);
  apply(state, { kind: "cluster.move", cluster: "d", dx: 10, dy: -5 });
  assert.deepEqual(["a", "b", "z"].map((id) => state.notes.get(id).x), [10, 0, 10]);
  apply(state, { kind: "cluster.edit", cluster: "d", collapsed: true });
  assert.deepEqual([state.clusters.get("d").collapsed, state.clusters.get("d").title], [true, "D"]);
  apply(state, { kind: "cluster.delete", cluster: "d" });
  assert.deepEqual([state.clusters.has("d"), state.notes.get("a").cluster, state.notes.get("b").cluster], [false, null, "c"]);
});

test("links, comments and stories come and go", () => {
  const state = after(ab, { kind: "link.add", link: "l", start: "a", end: "b" }, { kind: "comment.add", comment: "k", note: "a", text: "hm" });
  assert.deepEqual(state.links.get("l"), { id: "l", start: "a", end: "b", word: "", author: "p2", created: 7 });
  assert.deepEqual(state.comments.get("k"), { id: "k", note: "a", text: "hm", author: "p2", created: 7 });
  for (const change of [{ kind: "link.edit", link: "l", word: "so" }, { kind: "comment.delete", comment: "k" }]) apply(state, change);
  assert.deepEqual([state.links.get("l").word, state.comments.size], ["so", 0]);
  apply(state, { kind: "link.delete", link: "l" });
  apply(state, { kind: "story.restore", story: "s", stone: null, role: "r", want: "w", benefit: "", note: null, source: "", author: "p1", created: 3 });
  assert.deepEqual([state.links.size, state.stories.get("s").author], [0, "p1"]);
});

test("a story that nobody here knows is not shown before the server tells it", () => {
  assert.equal(after({}, { kind: "story.restore", story: "s" }).stories.size, 0);
});

test("a sign is one's own, once, and goes without a trace", () => {
  const heart = { kind: "reaction.set", note: "a", sign: "heart", on: true };
  const state = after(ab, heart, heart, { ...heart, by: "p3" });
  const before = state.reactions.get("a");
  apply(state, { ...heart, by: "p2", on: false });
  assert.deepEqual([[...before.get("heart")], [...state.reactions.get("a").get("heart")]], [["p2", "p3"], ["p3"]]);
  apply(state, { ...heart, by: "p3", on: false });
  assert.equal(state.reactions.size, 0);
});

test("a board becomes what it was: notes, clusters and links, and what came later is in the trash", () => {
  const other = cluster("o", { stone: "legal" });
  const state = after({ notes: [...grouped.notes, note("away", { stone: "legal" })], clusters: [cluster("c"), other] }, {
    kind: "snapshot.restore", snapshot: "s", stone: "teams", before: "t", gone: ["z"], notes: [whole("a", { text: "then", cluster: "d" }), whole("away", { cluster: "d" })],
    clusters: [{ cluster: "d", stone: "teams", title: "D", collapsed: true, author: null, created: 2 }], links: [{ link: "l", start: "a", end: "away", word: "w", author: null, created: 2 }],
  });
  assert.deepEqual([state.notes.get("a").text, state.notes.get("away").stone, [...state.trash.keys()]], ["then", "teams", ["z"]]);
  assert.deepEqual([[...state.clusters.keys()], state.clusters.get("d").collapsed, [...state.links.keys()]], [["o", "d"], true, ["l"]]);
});

test("a snapshot that is asked for changes nothing before the server says what it held", () => {
  assert.equal(after(ab, { kind: "snapshot.restore", snapshot: "s" }).notes.size, 2);
});

test("colours get a meaning, cursors a choice", () => {
  const { workshop } = after({}, { kind: "workshop.edit", legend: { blue: "idea" }, cursors: "off" });
  assert.deepEqual([workshop.legend, workshop.cursors], [{ blue: "idea" }, "off"]);
});

test("what was replaced is never altered: undo and a drawing hold on to it", () => {
  const state = known({ ...grouped, stories: [{ id: "s", role: "r" }], links: [{ id: "l", start: "a", end: "b" }] });
  const tables = [state.notes, state.clusters, state.links, state.stories, state.people].flatMap((table) => [...table.values()]);
  for (const record of [...tables, state.workshop]) Object.freeze(record);
  const values = { note: "a", cluster: "c", link: "l", story: "s", person: "p1", text: "t", x: 1, y: 1, dx: 1, dy: 1, word: "w", role: "q", name: "N", title: "T", notes: ["a", "b"], edits: [{ note: "a", x: 1 }], stone: "legal", groups: [], steps: [], vote: "v", action: "o", into: "p1" };
  for (const kind of [...KINDS].filter((name) => name !== "snapshot.restore")) apply(state, { kind, question: "q", score: 1, sign: "heart", on: true, by: "p1", comment: "k", ...values });
});

test("what belonged to where the room was goes out when it moves", () => {
  const people = [{ id: "p1", name: "Anna", role: "participant", ready: true }];
  const state = after({ people }, { kind: "spotlight.set", note: "a" }, { kind: "group.present", group: "g" }, { kind: "room.move", stone: "channels", question: null, arrived: 9, step: "s", ready: false });
  const { stone, spotlight, presenting, arrived, step, ready } = state.workshop;
  assert.deepEqual([stone, spotlight, presenting, arrived, step, ready], ["channels", null, null, 9, "s", undefined]);
  assert.equal(state.people.get("p1").ready, false);
});

test("who calls everybody where the room is puts nothing out, and groups leave their own stones", () => {
  const people = [{ id: "p1", name: "Anna", role: "participant", ready: true }];
  const groups = [{ id: "g", name: "Balie", stone: "market", created: 1 }];
  const state = after({ people, groups }, { kind: "spotlight.set", note: "a" }, { kind: "room.move", stone: "teams", question: null, together: true, groups: ["g"] });
  assert.deepEqual([state.workshop.spotlight, state.workshop.together, state.people.get("p1").ready], ["a", true, true]);
  assert.equal(state.groups.get("g").stone, null);
});

test("a session begins once, and holds nobody when it is closed", () => {
  const state = after({}, { kind: "session.begin", begun: 3 }, { kind: "timer.start", timer: { length: 1, ends: 2, left: null } }, { kind: "room.move", stone: "teams", together: true }, { kind: "session.close", closed: 9 });
  const { begun, closed, together, timer } = state.workshop;
  assert.deepEqual([begun, closed, together, timer], [3, 9, false, null]);
});

test("with the session the time begins where the room is, and the first step off the bank may be that beginning", () => {
  const before = { workshop: { ...snapshot().workshop, begun: null, arrived: null } };
  const { begun, arrived, step } = after(before, { kind: "session.begin", begun: 3, arrived: 3, step: "s1" }).workshop;
  assert.deepEqual([begun, arrived, step], [3, 3, "s1"]);
  assert.equal(after(before, { kind: "room.move", stone: "teams", begun: 5, arrived: 5 }).workshop.begun, 5);
});

test("a stone of one's own goes with its steps, and its groups go to where the room is", () => {
  const settings = { stone: "own.price", locked: false, writing: "open", moving: false, editing: false, conclusion: "", name: "Prijs", lead: "", questions: [], prompts: {} };
  const values = { stones: [settings], finished: ["own.price"], groups: [{ id: "g", name: "Kassa", stone: "own.price", created: 1 }] };
  const steps = [{ step: "s1", kind: "stone", stone: "teams", minutes: 5 }];
  const state = after(values, { kind: "stone.delete", stone: "own.price", name: "Prijs", steps, groups: ["g"] });
  assert.deepEqual([state.stones.size, state.finished.size, state.workshop.programme, state.groups.get("g").stone], [0, 0, steps, null]);
});
