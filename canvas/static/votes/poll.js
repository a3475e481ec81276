/** The answers of a poll, to choose from while it runs; how many chose each, where that may be known. */

import { h, icon, refill } from "../element.js";
import { dotsAt } from "../state.js";
import { n } from "../words.js";
import { resultsOf } from "./results.js";

/** @param {Room} room @param {import("./ballot.js").Ballot} ballot */
export function createPoll(room, ballot) {
	const element = h("ul.answers");

	/** @param {Vote} vote @param {Result} result */
	function answerOf(vote, { note: { id, text }, count, share }) {
		const mine = Boolean(room.shown.dots.get(dotsAt({ vote: vote.id, note: id })));
		const known = vote.closed !== null || !vote.hidden;
		const content = [mine && icon("check"), h("span", { dir: "auto" }, text), known && h("strong.figure", h("span.unseen", n("{count} answer", "{count} answers", count)), h("span", { "aria-hidden": "true" }, String(count)))];
		const looks = { class: mine ? "answer mine" : "answer", "data-id": id, style: `--share: ${Math.round(100 * share)}%` };
		return h("li", ballot.vote === vote ? h("button", { type: "button", ...looks, "aria-pressed": String(mine), on: { click: () => ballot.answer(id) } }, content) : h("div", looks, content));
	}

	return {
		element,
		/** @param {Vote} vote */
		draw(vote) {
			element.hidden = !vote.answers;
			refill(element, resultsOf(room, vote).map((result) => vote.answers && answerOf(vote, result)));
		},
	};
}
