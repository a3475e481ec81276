/** The end of the session: what was agreed, the word with which each leaves, and thanks. */

import { h, say } from "../element.js";
import { t } from "../words.js";

const MOST = 8;
/** More words than these are smaller. */
const FEW = 24;

/** @param {Room} room @returns {WallScene} */
export function createClosing(room) {
	const [actions, more, words] = [h("ol.agreed"), h("p.and-more"), h("ul.words")];
	const agreed = h("div", h("h2", t("What we will do")), actions, more);
	const leaving = h("div", h("h2", t("In one word")), words);
	return {
		element: h("section.wall-closing", agreed, leaving),
		head: () => [room.shown.workshop?.title ?? "", t("Thank you all")],
		draw() {
			const known = [...room.shown.actions.values()].sort((one, other) => one.created - other.created);
			agreed.hidden = known.length === 0;
			actions.replaceChildren(...known.slice(0, MOST).map((action) => agreedOf(action, room.data.language)));
			say(more, known.length > MOST ? t("and {count} more", { count: known.length - MOST }) : "");
			const said = [...room.shown.people.values()].map(({ word }) => word).filter(Boolean);
			leaving.hidden = said.length === 0;
			words.classList.toggle("many", said.length > FEW);
			words.replaceChildren(...said.map((word) => h("li", { dir: "auto" }, word)));
		},
	};
}

/** @param {Action} action @param {string} language */
function agreedOf({ what, who, due }, language) {
	const day = due && new Date(`${due}T12:00`).toLocaleDateString(language, { day: "numeric", month: "long" });
	return h("li", h("p", { dir: "auto" }, what), h("p.who", [who, day].filter(Boolean).join(", ")));
}
