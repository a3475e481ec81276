/** What came of the votes, beside the board: notes by their dots, with bars. */

import { createPanel } from "../dialog.js";
import { button, h, refill, say } from "../element.js";
import { n, t } from "../words.js";
import { pastOf, resultsOf, runningOf } from "./results.js";

/** @param {Room} room @returns {Panel} */
export function open(room) {
	const list = h("ol.bars");
	const told = h("p.soft", { role: "status" });
	const rounds = h("select", { "aria-label": t("Which vote"), on: { change: draw } });
	const element = createPanel(room, t("Results"), h("h2", t("Results")), rounds, told, list);
	element.classList.add("votes");

	function draw() {
		const running = runningOf(room.shown);
		const votes = [...running && !running.hidden ? [running] : [], ...pastOf(room.shown)];
		const vote = votes.find(({ id }) => id === rounds.value) ?? votes[0];
		rounds.hidden = votes.length < 2;
		refill(rounds, votes.map(({ id, title }) => h("option", { value: id, selected: id === vote?.id }, title)));
		if (vote) rounds.value = vote.id;
		say(told, vote ? summaryOf(room, vote) : t("There are no results yet."));
		refill(list, vote ? barsOf(room, vote) : []);
	}

	return {
		element,
		open(about) {
			draw();
			if (typeof about === "string") rounds.value = about;
			draw();
		},
		draw({ all, keys }) {
			if (all || [...keys].some((key) => /^(votes|notes):/.test(key))) draw();
		},
	};
}

/** @param {Room} room @param {Vote} vote */
function summaryOf(room, vote) {
	const voters = vote.closed === null ? room.tallies.get(vote.id)?.voters ?? 0 : vote.voters;
	const all = resultsOf(room, vote).reduce((sum, { count }) => sum + count, 0);
	return [n("{count} person voted", "{count} people voted", voters), !vote.answers && n("{count} dot", "{count} dots", all), roundOf(vote)].filter(Boolean).join(" · ");
}

/** @param {Vote} vote */
const roundOf = ({ closed, notes }) => closed === null ? t("still running") : notes && t("second round");

/** The notes with dots, to go to each, or all answers. @param {Room} room @param {Vote} vote @param {number} [most] */
export function barsOf(room, vote, most) {
	const results = resultsOf(room, vote);
	const best = Math.max(1, ...results.map(({ count }) => count));
	if (!results.length) return [h("li.soft", t("No note has a dot."))];
	return results.slice(0, vote.answers ? undefined : most).map(({ note, count, place }) => {
		const said = vote.answers ? n("{count} answer", "{count} answers", count) : n("{count} dot", "{count} dots", count);
		const content = [!vote.answers && h("span.place", String(place)), h("span.result-text", { dir: "auto" }, note.text || t("(no text)")), h("strong.figure", h("span.unseen", said), h("span", { "aria-hidden": "true" }, String(count))),
			h("span.bar-ground", { "aria-hidden": "true" }, h("i", { style: `inline-size: ${Math.round(100 * count / best)}%` }))];
		return h("li", vote.answers ? h("div.result-row", content) : button({ class: "result-row", "data-id": note.id, "data-colour": note.colour }, () => room.reveal(note.id), ...content));
	});
}
