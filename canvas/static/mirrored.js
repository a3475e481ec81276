/** A screen that everybody in the room sees shows nothing that is for one pair of eyes, and nobody's name. */

import { button, dress, h } from "./element.js";
import { t } from "./words.js";

/** Seconds; browsers keep a cookie no longer. */
const LIFE = 400 * 24 * 60 * 60;

/** A cookie: another tab is on the same screen, and pages from the server must know it before they show anything. @param {Room} room */
const cookieOf = ({ data }) => `shared-${data.socket.split("/").at(-1)}=`;

/** @param {Room} room */
export const isShared = (room) => room.actions.leads && document.cookie.split("; ").some((one) => one.startsWith(cookieOf(room)));

/** A name that was typed, where it may be seen. @param {Room} room @param {string} name */
export const named = (room, name) => isShared(room) ? "" : name;

/** What all parts of the room see: on a shared screen people have numbers, in the order in which they came, and nothing is signed. @param {Room} room @returns {State} */
export function seen(room) {
	const { shown } = room.session;
	const { workshop, people } = shown;
	if (!workshop || !isShared(room)) return shown;
	const came = [...people.values()].sort((one, other) => one.joined - other.joined);
	return { ...shown, workshop: { ...workshop, authors: "nobody" }, people: new Map(came.map((one, at) => [one.id, { ...one, name: t("Person {number}", { number: at + 1 }) }])) };
}

/** @param {Room} room */
export function toggleShared(room) {
	document.cookie = `${cookieOf(room)}${Date.now()}; path=/; samesite=lax; max-age=${isShared(room) ? 0 : LIFE}`;
	// What hangs open was filled before.
	/** @type {HTMLElement | null} */ (room.element.querySelector(":popover-open"))?.hidePopover();
	room.toasts.clear();
	room.redraw();
	room.toasts.tell(isShared(room) ? t("This screen is shared: private notes and names are hidden") : t("This screen is yours alone"));
}

/** The page around us would go back to what it knew before the cookie: the browser asks for it anew. @param {Room} room */
export function goBack(room) {
	if (!isShared(room)) return;
	document.documentElement.style.display = "none";
	location.reload();
}

/** For who leads: one click hides it all, and the mark tells that it is so. @param {Room} room */
export function createShared(room) {
	const element = button({ icon: "screen", class: "shared-switch", label: t("This screen is shared (Shift+S)") }, () => toggleShared(room), h("span", t("This screen is shared")));
	return {
		element,
		draw() {
			const on = isShared(room);
			element.hidden = !room.actions.leads;
			dress(element, { "aria-pressed": String(on) });
			room.element.classList.toggle("shared", on);
		},
	};
}
