/** The maturity index: what was scored so far, as bars. */

import { h } from "../element.js";
import { t } from "../words.js";

const BEST = 5;

/** @param {Room} room @returns {WallScene} */
export function createIndex(room) {
	const list = h("ul.bars");
	return {
		element: h("section.wall-scene", list),
		head: () => [t("Score"), t("How far are we?")],
		draw() {
			const { scores, workshop } = room.shown;
			const asked = (room.texts.index ?? []).filter(({ relation, id }) => !relation || workshop?.relations.includes(id));
			list.replaceChildren(...asked.map(({ id, name }) => barOf(name, scores.get(id)?.score ?? null)));
		},
	};
}

/** @param {string} name @param {number | null} score */
function barOf(name, score) {
	const width = `--part:${(score ?? 0) / BEST}`;
	return h("li", h("span", name), h("span.bar-ground", h("i", { style: width })), h("strong.figure", score === null ? "–" : String(score)));
}
