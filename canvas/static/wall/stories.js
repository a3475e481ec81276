/** The user stories, the newest first. */

import { h } from "../element.js";
import { n, t } from "../words.js";

const MOST = 8;

/** @param {Room} room @returns {WallScene} */
export function createStories(room) {
	const [list, nothing] = [h("ol.wall-stories"), h("p.wall-nothing", t("No stories yet. Together we turn notes into what somebody needs."))];
	return {
		element: h("section.wall-scene", list, nothing),
		head: () => [room.shown.workshop?.title ?? "", room.shown.stories.size ? n("{count} story", "{count} stories", room.shown.stories.size) : t("User stories")],
		draw() {
			const stories = [...room.shown.stories.values()].sort((one, other) => other.created - one.created).slice(0, MOST);
			nothing.hidden = stories.length > 0;
			list.replaceChildren(...stories.map((story) => h("li", told(story))));
		},
	};
}

/** @param {Story} story */
function told({ role, want, benefit }) {
	const parts = [role && t("As {role}", { role }), t("I want {want}", { want }), benefit && t("so that {benefit}", { benefit })];
	return parts.filter(Boolean).join(", ");
}
