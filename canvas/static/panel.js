/** What opens beside the board has a head with a way to close it, as Escape does. */

import { button, h } from "./element.js";
import { t } from "./words.js";

/** @param {Room} room @param {string} label @param {HTMLElement} title @param {...Child} content */
export function createPanel(room, label, title, ...content) {
	const close = () => room.closePanel();
	const keydown = (/** @type {KeyboardEvent} */ event) => {
		if (event.key !== "Escape") return;
		event.preventDefault();
		close();
	};
	return h("aside.stories", { "aria-label": label, on: { keydown } },
		h("div.panel-head", title, button({ icon: "close", label: t("Close"), class: "plain" }, close)), content);
}
