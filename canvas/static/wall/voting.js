/** A vote runs: what about, how many voted, and what is given so far where that is open. */

import { h, say } from "../element.js";
import { n, t } from "../words.js";
import { candidatesOf, tallyOf } from "./ballot.js";
import { readiness, voteOf } from "./scenes.js";
import { createSlips } from "./slips.js";

/** @param {Room} room @returns {WallScene} */
export function createVoting(room) {
	const [count, rule, slips] = [h("strong.figure"), h("p"), createSlips(room, { largest: 33 })];
	return {
		element: h("section.wall-voting", h("div.voted", count, rule), slips.element),
		head: () => [t("We vote"), voteOf(room.shown)?.title || t("What matters most?")],
		draw() {
			const vote = voteOf(room.shown);
			if (!vote) return;
			const { voters, notes } = tallyOf(room, vote);
			say(count, t("{count} of {all} voted", { count: voters, all: Math.max(voters, readiness(room).all) }));
			say(rule, [n("{count} dot each", "{count} dots each", vote.dots), vote.each < vote.dots && n("at most {count} at a note", "at most {count} at a note", vote.each)].filter(Boolean).join(", "));
			const candidates = candidatesOf(room, vote);
			if (!vote.hidden) candidates.sort((one, other) => (notes[other.id] ?? 0) - (notes[one.id] ?? 0));
			slips.draw(candidates, ({ id }) => notes[id] ? String(notes[id]) : "");
		},
	};
}
