/** A screen that everybody in the room sees shows nothing that is for one pair of eyes. This device remembers it. */

import { button, dress, h } from "./element.js";
import { createMemory } from "./journal.js";
import { t } from "./words.js";

/** @param {Room} room */
export const isShared = (room) => room.actions.leads && memoryOf(room).get("shared") === "on";

/** Another tab is on the same screen. @param {Room} room */
const memoryOf = ({ data }) => createMemory(data.socket, "localStorage");

/** @param {Room} room */
export function toggleShared(room) {
	memoryOf(room).set("shared", isShared(room) ? "off" : "on");
	drawShared(room);
	room.toasts.tell(isShared(room) ? t("This screen is shared: private notes and names are hidden") : t("This screen is yours alone"));
}

/** @param {Room} room */
function drawShared(room) {
	const on = isShared(room);
	room.element.classList.toggle("shared", on);
	for (const switcher of room.element.querySelectorAll(".shared-switch")) dress(switcher, { "aria-pressed": String(on) });
}

/** For who leads: one click hides it all, and the mark tells that it is so. @param {Room} room */
export function createShared(room) {
	const element = button({ icon: "screen", class: "shared-switch", label: t("This screen is shared (Shift+S)") }, () => toggleShared(room), h("span", t("This screen is shared")));
	return {
		element,
		draw() {
			element.hidden = !room.actions.leads;
			drawShared(room);
		},
	};
}
