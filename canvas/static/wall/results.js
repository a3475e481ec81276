/** What came of a vote: the notes with the most dots, as bars. */

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
			const best = ranked[0]?.count ?? 1;
			nothing.hidden = ranked.length > 0;
			list.replaceChildren(...ranked.slice(0, MOST).map(({ note, count }) => barOf(note, count, best)));
			say(more, ranked.length > MOST ? t("and {count} more", { count: ranked.length - MOST }) : "");
		},
	};
}

/** @param {Note} note @param {number} count @param {number} best */
function barOf({ id, text, colour }, count, best) {
	const told = n("{count} dot", "{count} dots", count);
	return h("li", { "data-note": id, "data-colour": colour }, h("p.slip-text", { dir: "auto" }, text || t("(no text)")),
		h("span.bar-ground", h("i", { style: `--part:${count / best}` })), h("strong.figure", { "aria-label": told }, String(count)));
}
