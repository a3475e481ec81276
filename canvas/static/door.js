/** The way in, large: address, QR code and join code, for whoever is at the back of the room. */

import { openDialog } from "./dialog.js";
import { button, h } from "./element.js";
import { short, spaced } from "./framing.js";
import { t } from "./words.js";

/** @param {Room} room */
export async function open(room) {
	const body = h("div.door", h("p.soft", t("One moment…")));
	openDialog(room.element, t("Join this workshop"), [body], "wide");
	try {
		body.replaceChildren(...shown(room, await room.fetch("door")));
	} catch {
		body.replaceChildren(h("p", t("The address could not be read. The code is:")), h("strong.big-code", spaced(room.shown.workshop?.code)));
	}
}

/** @param {Room} room @param {Door} door */
function shown(room, { addresses: [first, ...more], code }) {
	const [image, address] = [h("img.qr", { src: first?.qr, alt: t("QR code with the join address") }), h("p.address", short(first?.base))];
	const others = more.map(({ base, qr }) => h("li", button({ text: short(base), class: "plain" }, () => { image.src = qr; address.textContent = short(base); choose(room, base); })));
	return [image, h("div", h("p", t("Scan the code, or open")), address, h("p", t("and type")), h("strong.big-code", spaced(code)),
		more.length > 0 && h("div.other-addresses", h("p.soft", t("Does it not open? Try another network:")), h("ul", others)))];
}

/** Who leads chooses for all screens. @param {Room} room @param {string} address */
export function choose(room, address) {
	if (room.actions.leads && address !== room.shown.workshop?.address) room.session.ask({ kind: "workshop.edit", address });
}

/** Asks by which addresses others come in, and again where these may be others by now. @param {Room} room @param {(door: Door) => void} hear @returns {() => void} for each drawing */
export function askingTheDoor(room, hear) {
	let asked = "";
	return () => {
		const { line, shown: { workshop } } = room;
		if (asked === (asked = JSON.stringify([workshop?.address, workshop?.code, line.state]))) return;
		room.fetch("door").then(hear).catch(() => {});
	};
}
