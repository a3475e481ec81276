/** What came of a vote: the notes with the most dots, or the answers of a poll, as bars. */

import { h, say } from "../element.js";
import { resultOf, resultsOf } from "../votes/results.js";
import { n, t } from "../words.js";

const MOST = 8;

/** @param {Room} room @returns {WallScene} */
export function createResults(room) {
	const [list, more] = [h("ol.bars.ranked"), h("p.and-more")];
	const nothing = h("p.wall-nothing", t("Nobody gave a dot."));
	return {
		element: h("section.wall-scene", list, more, nothing),
		head: () => [t("The result"), resultOf(room.shown)?.title || t("What matters most?")],
		draw() {
			const vote = resultOf(room.shown);
			const ranked = vote ? resultsOf(room, vote) : [];
			nothing.hidden = ranked.length > 0;
			list.classList.toggle("asked", Boolean(vote?.answers));
			list.replaceChildren(...barsOf(ranked.slice(0, MOST), vote));
			say(more, ranked.length > MOST ? t("and {count} more", { count: ranked.length - MOST }) : "");
		},
	};
}

/** Where nothing may be told yet, there are answers without bars. @param {Result[]} results @param {Vote} [vote] */
export function barsOf(results, vote) {
	const best = Math.max(1, ...results.map(({ count }) => count));
	const told = (/** @type {number} */ count) => vote?.answers ? n("{count} answer", "{count} answers", count) : n("{count} dot", "{count} dots", count);
	return results.map(({ note: { id, text, colour }, count }) => h("li", { "data-note": id, "data-colour": colour }, h("p.slip-text", { dir: "auto" }, text || t("(no text)")),
		(vote?.closed !== null || !vote.hidden) && [h("span.bar-ground", h("i", { style: `--part:${count / best}` })), h("strong.figure", { "aria-label": told(count) }, String(count))]));
}
