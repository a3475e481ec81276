/** The lobby for who leads, in small: the QR code, the network that the others are on, and what to do while nobody comes. */

import { askingTheDoor, choose } from "../door.js";
import { h, refill, say } from "../element.js";
import { short } from "../framing.js";
import { wallLink } from "../header.js";
import { isShared } from "../mirrored.js";
import { nobodyYet } from "../nobody.js";
import { t } from "../words.js";

/** @param {Room} room @param {HTMLElement} host a place in the framing */
export function open(room, host) {
	const [image, address] = [h("img.qr", { alt: t("QR code with the join address"), hidden: true }), h("p.address")];
	const networks = h("select", { on: { change: () => choose(room, networks.value) } });
	const picker = h("label.networks", { hidden: true }, h("span", t("Which network are the others on?")), networks);
	const nobody = nobodyYet();
	const ask = askingTheDoor(room, show);

	/** @param {Door} door */
	function show({ addresses }) {
		const [first] = addresses;
		image.hidden = !first;
		if (first) image.src = first.qr;
		say(address, short(first?.base));
		picker.hidden = addresses.length < 2;
		// The chosen one comes first; each keeps its place in the list all the same.
		const sorted = addresses.map(({ base }) => base).sort();
		refill(networks, ...sorted.map((base) => h("option", { value: base }, short(base))));
		networks.value = first?.base ?? "";
	}

	function draw() {
		const { workshop } = room.shown;
		host.hidden = !room.actions.leads || !workshop?.door_open;
		nobody.hidden = Boolean(workshop?.begun) || room.present().some(({ role }) => role !== "facilitator");
		if (!host.hidden) ask();
	}

	room.element.querySelector(".begin")?.addEventListener("click", () => beginHere(room));
	host.replaceChildren(image, address, picker, wallLink(room, "a.button"), nobody);
	room.watch(host, draw);
	draw();
}

/** Where one screen is mirrored to the wall, beginning fills it. @param {Room} room */
function beginHere(room) {
	if (isShared(room)) document.documentElement.requestFullscreen?.().catch(() => {});
}
