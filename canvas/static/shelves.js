/** Notes lie on shelves by their height, the lower ones first: what changes on one leaves the others as they are drawn. */

import { h } from "./element.js";
import { t } from "./words.js";

const PLACES = 100;
/** What must not lie under other notes. */
const HIGH = ".selected, .editing, .dragging, .lifted, .typed, .unsaved";

export class Shelves {
	#top = createShelf("shelf top");
	element = h("div.notes", { role: "list", "aria-label": t("Notes on the board") }, this.#top);
	/** Whether a note that has the focus is on its way to another shelf. */
	moving = false;
	/** @type {WeakMap<Element, number>} */ #heights = new WeakMap();

	clear() {
		this.element.replaceChildren(this.#top);
	}

	/** Puts a note among those of its height or, where it must be seen, on the shelf over all. @param {HTMLElement} element @param {Note} note */
	lay(element, { z }) {
		const { parentElement } = element;
		const high = element.matches(HIGH);
		if (high ? parentElement === this.#top : parentElement && parentElement !== this.#top && this.#heights.get(element) === z) return;
		this.#heights.set(element, z);
		const [shelf, next] = high ? [this.#top, null] : this.#placeFor(z);
		this.#move(element, shelf, next);
		if (parentElement && parentElement !== this.#top && !parentElement.childElementCount) parentElement.remove();
	}

	/** @param {number} z @returns {[Element, Element | null]} a shelf, and what comes next on it */
	#placeFor(z) {
		const over = (/** @type {Element | null} */ note) => note !== null && (this.#heights.get(note) ?? 0) > z;
		let shelf = this.#top.previousElementSibling;
		while (shelf?.previousElementSibling && over(shelf.firstElementChild)) shelf = shelf.previousElementSibling;
		const next = [...shelf?.children ?? []].find(over) ?? null;
		if (shelf && (next || shelf.childElementCount < PLACES)) return [shelf, next];
		const another = createShelf("shelf");
		this.element.insertBefore(another, shelf?.nextElementSibling ?? this.#top);
		return [another, null];
	}

	/** @param {HTMLElement} element @param {Element} shelf @param {Element | null} next */
	#move(element, shelf, next) {
		if (element.parentNode) element.classList.remove("arriving");
		const focused = element.matches(":focus");
		this.moving = true;
		// Only the newest browsers can move an element that keeps its focus.
		const parent = /** @type {any} */ (shelf);
		element.isConnected && parent.moveBefore ? parent.moveBefore(element, next) : parent.insertBefore(element, next);
		if (focused && !element.matches(":focus")) element.focus({ preventScroll: true });
		this.moving = false;
	}
}

/** @param {string} name */
function createShelf(name) {
	return h("div", { class: name, role: "none" });
}
