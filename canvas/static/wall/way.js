/** How others come in: the address and its QR code, asked anew when a facilitator chooses another or the code is renewed. */

import { askingTheDoor } from "../door.js";
import { short } from "../framing.js";

/** @param {Room} room @param {() => void} changed */
export function createWayIn(room, changed) {
	const way = {
		address: "", qr: "",
		draw: askingTheDoor(room, ({ addresses: [first] }) => {
			Object.assign(way, { address: short(first?.base), qr: first?.qr ?? "" });
			changed();
		}),
	};
	return way;
}
