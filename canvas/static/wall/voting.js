/** A vote runs: what about, how many voted, and what is given so far where that is open. */

import { h, say } from "../element.js";
import { candidatesOf, resultsOf, runningOf, votedOf } from "../votes/results.js";
import { n, t } from "../words.js";
import { createSlips } from "./slips.js";

/** @param {Room} room @returns {WallScene} */
export function createVoting(room) {
	const [count, rule, slips] = [h("strong.figure"), h("p"), createSlips(room, { largest: 33 })];
	return {
		element: h("section.wall-voting", h("div.voted", count, rule), slips.element),
		head: () => [t("We vote"), runningOf(room.shown)?.title || t("What matters most?")],
		draw() {
			const vote = runningOf(room.shown);
			if (!vote) return;
			// Of a hidden one there are none yet.
			const dots = new Map(resultsOf(room, vote).map(({ note, count }) => [note.id, count]));
			say(count, votedOf(room, vote));
			say(rule, [n("{count} dot each", "{count} dots each", vote.dots), vote.each < vote.dots && n("at most {count} per note", "at most {count} per note", vote.each)].filter(Boolean).join(", "));
			const candidates = candidatesOf(room, vote);
			candidates.sort((one, other) => (dots.get(other.id) ?? 0) - (dots.get(one.id) ?? 0));
			slips.draw(candidates, ({ id }) => String(dots.get(id) ?? ""));
		},
	};
}
