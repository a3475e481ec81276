/** What the wall shows when: one thing at a time, and which. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { emptyState } from "../../canvas/static/state.js";
import { readiness } from "../../canvas/static/turnout.js";
import { resultOf } from "../../canvas/static/votes/results.js";
import { notesOf, sceneOf } from "../../canvas/static/wall/scenes.js";

/** @param {any} workshop @param {any} [more] @returns {any} */
function room(workshop, { notes = [], votes = [], groups = [], people = [] } = {}) {
	/** @type {any} */ const state = emptyState();
	state.workshop = { stone: "teams", begun: 1, closed: null, arrived: 100, spotlight: null, presenting: null, ...workshop };
	for (const [table, records] of Object.entries({ notes, votes, groups })) for (const record of /** @type {any[]} */ (records)) state[table].set(record.id, record);
	return {
		shown: state, present: () => people,
		notesAt: (/** @type {string} */ stone) => [...state.notes.values()].filter((note) => note.stone === stone),
	};
}

/** @param {any} workshop @param {any} [more] */
const scene = (workshop, more) => sceneOf(room(workshop, more).shown);
const note = (/** @type {string} */ id, more = {}) => ({ id, stone: "teams", group: null, created: Number(id), text: id, ...more });
const vote = (more = {}) => ({ id: "v", title: "", stones: ["teams"], notes: null, dots: 3, each: 1, hidden: true, closed: null, created: 1, ...more });

test("before it begins there is the lobby, but who walks on without Begin is followed", () => {
	assert.equal(scene({ begun: null, stone: "framing" }), "lobby");
	assert.equal(scene({ begun: null, stone: "" }), "lobby");
	assert.equal(scene({ begun: null }), "board");
	assert.equal(scene({ stone: "framing" }), "framing");
});

test("a closed session shows nothing else", () => {
	assert.equal(scene({ closed: 5, spotlight: "1" }, { notes: [note("1")] }), "closed");
});

test("a spotlighted note goes before a group, a group before a vote, a vote before the board", () => {
	const all = { notes: [note("1")], groups: [{ id: "g" }], votes: [vote()] };
	assert.equal(scene({ spotlight: "1", presenting: "g" }, all), "spotlight");
	assert.equal(scene({ spotlight: "gone", presenting: "g" }, all), "reporting");
	assert.equal(scene({}, all), "voting");
	assert.equal(scene({}), "board");
});

test("stops of the programme have a scene of their own, the parking lot is a board", () => {
	for (const stop of ["break", "index", "stories", "closing"]) assert.equal(scene({ stone: stop }), stop);
	assert.equal(scene({ stone: "parking" }), "board");
});

test("a result stays until the room goes on", () => {
	assert.equal(scene({ arrived: 100 }, { votes: [vote({ closed: 200 })] }), "results");
	assert.equal(scene({ arrived: 300 }, { votes: [vote({ closed: 200 })] }), "board");
	assert.equal(scene({ arrived: 100, stone: "legal" }, { votes: [vote({ closed: 200 })] }), "board");
	const { shown } = room({}, { votes: [vote({ closed: 200 }), vote({ id: "later", closed: 250, created: 2 })] });
	assert.equal(resultOf(shown)?.id, "later");
	assert.equal(scene({ arrived: 100, stone: "legal" }, { votes: [vote({ closed: 200, stones: [], answers: ["Ja", "Nee"] })] }), "results");
});

test("a vote of an earlier day has no result to look at", () => {
	const votes = [vote({ closed: 200 })];
	assert.equal(scene({ begun: 300 }, { votes }), "board");
	assert.equal(resultOf(room({ begun: null, arrived: null }, { votes }).shown), undefined);
	assert.equal(resultOf(room({ begun: null }, { votes }).shown)?.id, "v");
});

test("a group reports on its own stone, else on that of the room, else on all that it wrote", () => {
	const notes = [note("1", { group: "g" }), note("2", { group: "g", stone: "legal" }), note("3")];
	const { shown } = room({}, { notes });
	const ids = (/** @type {any} */ group) => notesOf(shown, group).map(({ id }) => id);
	assert.deepEqual(ids({ id: "g", stone: "legal" }), ["2"]);
	assert.deepEqual(ids({ id: "g", stone: null }), ["1"]);
	assert.deepEqual(ids({ id: "g", stone: "market" }), ["1", "2"]);
});

test("only who takes part and may write is counted, on the wall as before who leads", () => {
	const [lead, done, busy, muted] = [{ role: "facilitator", ready: true }, { role: "participant", ready: true }, { role: "participant", ready: false }, { role: "participant", ready: false, muted: true }];
	assert.deepEqual(readiness(room({}, { people: [lead, done, busy, muted] })), { count: 1, all: 2, waiting: [busy] });
});
