/** The way to the parking lot, and back to where one was. */

import { FRAMING, PARKING } from "./changes.js";
import { button, h, icon, say } from "./element.js";
import { t } from "./words.js";

/** @param {Room} room */
export function createParking(room) {
	const [name, count] = [h("span"), h("strong.figure")];
	const element = button({ class: "stories-button" }, ({ altKey }) => room.goTo(room.here === PARKING ? last : PARKING, altKey));
	let last = FRAMING;

	return {
		element,
		draw() {
			const there = room.here === PARKING;
			if (!there) last = room.here;
			say(name, there ? t("Back to {name}", { name: room.nameAt(last) }) : room.texts.parking.name);
			say(count, there ? "" : String(room.notesAt(PARKING).length));
			element.replaceChildren(icon(there ? "back" : "parking"), name, count);
		},
	};
}
