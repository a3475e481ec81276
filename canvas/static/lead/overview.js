/** How the session goes: for who leads, never on a shared screen. */

import { h } from "../element.js";

/** @param {Room} _room @returns {LeadSection} */
export function createOverview(_room) {
	return { element: h("section"), draw() {} };
}
