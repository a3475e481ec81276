/** After the session: thanks, and what came of it. */

import { h } from "../element.js";
import { n, t } from "../words.js";

/** @param {Room} room @returns {WallScene} */
export function createClosed(room) {
	const figures = h("ul.came");
	return {
		element: h("section.wall-closed", h("h2", t("Thank you. This session is closed.")), figures),
		head: () => [room.shown.workshop?.organisation ?? "", room.shown.workshop?.title ?? ""],
		draw() {
			const { notes, stories, actions } = room.shown;
			const came = [n("{count} note", "{count} notes", notes.size), n("{count} story", "{count} stories", stories.size), n("{count} action", "{count} actions", actions.size)];
			figures.replaceChildren(...came.filter((_, at) => [notes, stories, actions][at]?.size).map((text) => h("li", text)));
		},
	};
}
