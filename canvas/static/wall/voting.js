/** A vote runs: what about, how many voted, and what is given so far where that is open. */

import { h, say } from "../element.js";
import { candidatesOf, resultsOf, ruleOf, runningOf, votedOf } from "../votes/results.js";
import { t } from "../words.js";
import { barsOf } from "./results.js";
import { createSlips } from "./slips.js";

/** @param {Room} room @returns {WallScene} */
export function createVoting(room) {
	const [count, rule, slips, answers] = [h("strong.figure"), h("p"), createSlips(room, { largest: 33 }), h("ol.bars.asked")];
	return {
		element: h("section.wall-voting", h("div.voted", count, rule), slips.element, answers),
		head: () => [t("We vote"), runningOf(room.shown)?.title || t("What matters most?")],
		draw() {
			const vote = runningOf(room.shown);
			if (!vote) return;
			say(count, votedOf(room, vote));
			say(rule, ruleOf(vote));
			slips.element.hidden = Boolean(vote.answers);
			answers.hidden = !vote.answers;
			const results = resultsOf(room, vote);
			if (vote.answers) return answers.replaceChildren(...barsOf(results, vote));
			// Of a hidden one there are none yet.
			const dots = new Map(results.map(({ note, count: found }) => [note.id, found]));
			const candidates = candidatesOf(room, vote);
			candidates.sort((one, other) => (dots.get(other.id) ?? 0) - (dots.get(one.id) ?? 0));
			slips.draw(candidates, ({ id }) => String(dots.get(id) ?? ""));
		},
	};
}
