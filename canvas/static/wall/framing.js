/** Before the first stone: why we walk, how, and what the session holds. */

import { h } from "../element.js";
import { n, t } from "../words.js";

/** @param {Room} room @returns {WallScene} */
export function createFraming(room) {
	const { framing: { title, lead, rules = [] } } = room.texts;
	const steps = h("ol.today");
	const today = h("aside", h("h2", t("Today")), steps);
	return {
		element: h("section.wall-framing", h("div", lead && h("p.lead", lead), h("ul.rules", rules.map((rule) => h("li", rule)))), today),
		head: () => [[room.shown.workshop?.title, room.shown.workshop?.organisation].filter(Boolean).join(", "), title],
		draw() {
			const programme = room.shown.workshop?.programme ?? [];
			today.hidden = programme.length === 0;
			steps.classList.toggle("many", programme.length > 9);
			steps.replaceChildren(...programme.map((step) => h("li", h("span", room.nameAt(step.stone ?? step.kind)), h("span.figure", step.minutes ? n("{count} min", "{count} min", step.minutes) : ""))));
		},
	};
}
