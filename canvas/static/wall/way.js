/** How others come in: the address and its QR code, asked anew when a facilitator chooses another or the code is renewed. */

import { short } from "../framing.js";

/** @param {Room} room @param {() => void} changed */
export function createWayIn(room, changed) {
	let asked = "";
	const way = {
		address: "", qr: "",
		draw() {
			const { workshop } = room.shown;
			const wanted = JSON.stringify([workshop?.address, workshop?.code, room.line.state]);
			if (wanted === asked) return;
			asked = wanted;
			room.fetch("door").then(({ addresses: [first] }) => {
				Object.assign(way, { address: short(first?.base), qr: first?.qr ?? "" });
				changed();
			}).catch(() => {});
		},
	};
	return way;
}
