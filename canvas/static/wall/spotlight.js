/** One note, very large: everybody looks at it. */

import { h, say } from "../element.js";

/** What the card keeps free above and below, in pixels. */
const EDGES = 80;
const TYPES = [110, 92, 76, 64, 54, 46, 38, 32, 27, 22];

/** @param {Room} room @returns {WallScene} */
export function createSpotlight(room) {
	const [words, image] = [h("p.bright-text", { dir: "auto" }), h("img", { alt: "" })];
	const card = h("article.bright", image, words);
	return {
		element: h("section.wall-spotlight", card),
		draw() {
			const note = room.shown.notes.get(room.shown.workshop?.spotlight ?? "");
			if (!note) return;
			const source = note.picture ? room.data.pictures + note.picture : "";
			image.hidden = !source;
			if (source && image.getAttribute("src") !== source) image.src = source;
			card.dataset.note = note.id;
			card.dataset.colour = source ? "" : note.colour;
			card.classList.toggle("pictured", Boolean(source));
			say(words, note.text);
			for (const type of source ? [32, 22] : TYPES) {
				words.style.fontSize = `${type}px`;
				if (words.offsetHeight <= card.clientHeight - EDGES && words.scrollWidth <= words.clientWidth) return;
			}
		},
	};
}
