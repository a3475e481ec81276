/** Notes lie on shelves, the lower ones first: what changes on one leaves the others as they are drawn. */

import { h } from "./element.js";
import { t } from "./words.js";

const PLACES = 100;
/** What must not lie under other notes. */
const HIGH = ".selected, .editing, .dragging, .lifted, .typed, .unsaved";

export class Shelves {
	#top = h("div.shelf.top", { role: "none" });
	element = h("div.notes", { role: "list", "aria-label": t("Notes on the board") }, this.#top);
	/** Whether a note that has the focus is on its way to another shelf. */
	moving = false;

	clear() {
		this.element.replaceChildren(this.#top);
	}

	/** @param {Card} card of a note that lies over all others */
	add(card) {
		const last = this.#top.previousElementSibling;
		card.home = last && last.childElementCount < PLACES ? last : h("div.shelf", { role: "none" });
		if (card.home !== last) this.#top.before(card.home);
		card.home.append(card.element);
	}

	/** Puts a note on its own shelf or, where it came over others or must be seen, on the one over all. @param {Card} card @param {Note} note */
	lay(card, { z }) {
		const { element, home } = card;
		if (home === this.#top.previousElementSibling && home.lastElementChild === element) card.z = z;
		const shelf = z !== card.z || element.matches(HIGH) ? this.#top : home;
		if (element.parentNode === shelf) return;
		element.classList.remove("arriving");
		const focused = element.matches(":focus");
		this.moving = true;
		// Only the newest browsers can move an element that keeps its focus.
		const parent = /** @type {any} */ (shelf);
		parent.moveBefore ? parent.moveBefore(element, null) : parent.append(element);
		if (focused && !element.matches(":focus")) element.focus({ preventScroll: true });
		this.moving = false;
	}
}
