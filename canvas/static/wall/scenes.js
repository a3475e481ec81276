/** What the shared screen shows, from what the room does. Pure: no DOM. */

import { FRAMING } from "../changes.js";
import { resultOf, runningOf } from "../votes/results.js";

/** Stops of the programme where no notes lie. */
const STOPS = /** @type {const} */ (["break", "index", "stories", "closing"]);

/** The one thing that everybody looks at now; the first that fits. @param {State} state @returns {SceneName} */
export function sceneOf(state) {
	const { workshop } = state;
	if (!workshop || workshop.closed) return "closed";
	const { stone, spotlight, presenting, begun } = workshop;
	// Whoever walks on without Begin is followed all the same.
	if (!begun && (stone || FRAMING) === FRAMING) return "lobby";
	if (state.notes.has(spotlight ?? "")) return "spotlight";
	if (state.groups.has(presenting ?? "")) return "reporting";
	if (runningOf(state)) return "voting";
	if (resultOf(state)) return "results";
	return STOPS.find((stop) => stop === stone) ?? (!stone || stone === FRAMING ? "framing" : "board");
}

/** Notes of a group: on its own stone, else where the room is; all of them where there are none. @param {State} state @param {Group} group */
export function notesOf({ notes, workshop }, { id, stone }) {
	const theirs = [...notes.values()].filter(({ group }) => group === id);
	const there = theirs.filter((note) => note.stone === (stone ?? workshop?.stone));
	return there.length ? there : theirs;
}
