/** Notes in rows, as large as lets all of them be read from a chair; where even the smallest is too large, the first ones. */

import { h, say } from "../element.js";
import { t } from "../words.js";

/** Pixels of type, on a wall of 1920 by 1080. */
const TYPES = [44, 38, 33, 28, 25, 22];
const SMALLEST = 22;
const GAP = 14;

/** @param {Room} room @param {{largest?: number}} [looks] */
export function createSlips(room, { largest = 44 } = {}) {
	const [list, more] = [h("ul.slips"), h("p.and-more")];
	const element = h("div.slips-box", list, more);
	let shown = "";

	/** As large as fits. */
	function fit() {
		const slips = /** @type {HTMLElement[]} */ ([...list.children]);
		for (const slip of slips) slip.hidden = false;
		say(more, "");
		const room = () => element.clientHeight;
		for (const type of TYPES.filter((one) => one <= largest)) {
			list.style.setProperty("--type", `${type}px`);
			if (list.scrollHeight <= room()) return;
		}
		// A line below says how many more there are.
		const end = room() - SMALLEST * 2;
		const over = slips.filter((slip) => slip.offsetTop + slip.offsetHeight > end + GAP);
		for (const slip of over) slip.hidden = true;
		say(more, over.length ? t("and {count} more", { count: over.length }) : "");
	}

	return {
		element,
		/** `marked` gives what stands at a note. @param {Candidate[]} notes @param {(note: Candidate) => string} [marked] */
		draw(notes, marked = () => "") {
			const told = JSON.stringify([element.clientWidth, element.clientHeight, notes.map((note) => [note.id, note.text, note.colour, note.picture, marked(note)])]);
			if (shown === (shown = told)) return;
			list.replaceChildren(...notes.map((note) => slipOf(room, note, marked(note))));
			fit();
		},
	};
}

/** @param {Room} room @param {Candidate} note @param {string} mark */
function slipOf(room, { id, text, colour, picture }, mark = "") {
	return h("li.slip", { "data-note": id, "data-colour": picture ? null : colour, class: picture ? "slip pictured" : "slip" },
		picture && h("img", { src: room.data.pictures + picture, alt: "" }), h("p.slip-text", { dir: "auto" }, text), mark && h("strong.slip-mark", mark));
}
