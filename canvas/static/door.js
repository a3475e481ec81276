/** The way in, large: address, QR code and join code, for whoever is at the back of the room. */

import { openDialog } from "./dialog.js";
import { button, h } from "./element.js";
import { short, spaced } from "./framing.js";
import { choose } from "./lobby.js";
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

/** Who leads chooses an address for all screens. @param {Room} room @param {Door} door */
function shown(room, { addresses: [first, ...more], code }) {
	const [image, address] = [h("img.qr", { src: first?.qr, alt: t("QR code with the join address") }), h("p.address", short(first?.base))];
	const others = more.map(({ base, qr }) => h("li", button({ text: short(base), class: "plain" }, () => { image.src = qr; address.textContent = short(base); choose(room, base); })));
	return [image, h("div", h("p", t("Scan the code, or open")), address, h("p", t("and type")), h("strong.big-code", spaced(code)),
		more.length > 0 && h("div.other-addresses", h("p.soft", t("Does it not open? Try another network:")), h("ul", others)))];
}
