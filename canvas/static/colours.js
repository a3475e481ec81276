/** The colours of notes: their names, what they mean in this workshop, and the row to choose from. */

import { button, h } from "./element.js";
import { COLOURS } from "./limits.js";
import { t } from "./words.js";

/** What it means here, or else its name. @type {(room: Room, colour: Colour) => string} */
export const nameOfColour = ({ shown: { workshop } }, colour) => workshop?.legend[colour] ?? {
	yellow: t("Yellow"), orange: t("Orange"), pink: t("Pink"), purple: t("Purple"),
	blue: t("Blue"), teal: t("Teal"), green: t("Green"), grey: t("Grey"),
}[colour];

/** A row of colours of which one may be chosen. @type {(room: Room, chosen: Colour | undefined, choose: (colour: Colour) => void) => Node} */
export function swatches(room, chosen, choose) {
	const buttons = COLOURS.map((colour) => button({ class: "swatch", "data-colour": colour, label: nameOfColour(room, colour), "aria-pressed": String(colour === chosen) }, () => {
		for (const other of buttons) other.ariaPressed = String(other.dataset.colour === colour);
		choose(colour);
	}));
	return h("div.swatches", { role: "group", "aria-label": t("Colour") }, buttons);
}

/** What colours mean here, for who looks at the board. @param {Room} room */
export function createLegend(room) {
	const element = h("ul.legend", { "aria-label": t("What colours mean") });
	return {
		element,
		draw() {
			const legend = room.shown.workshop?.legend ?? {};
			element.replaceChildren(...COLOURS.flatMap((colour) => legend[colour] ? h("li", { "data-colour": colour }, legend[colour]) : []));
		},
	};
}
