/** Why a phone may not find the workshop, in three pictures: other network, firewall, guests kept apart. */

import { h, svg } from "./element.js";
import { t } from "./words.js";

const PHONE = "M70 34h26a6 6 0 0 1 6 6v50a6 6 0 0 1-6 6H70a6 6 0 0 1-6-6V40a6 6 0 0 1 6-6zM78 88h10";
const LAPTOP = "M150 44h56a5 5 0 0 1 5 5v36h-66V49a5 5 0 0 1 5-5zM136 94h84l-6-9h-72z";
/** Lines of each picture: in ink, and in the colour of what is to be done. */
const PICTURES = {
	hotspot: [`${PHONE}${LAPTOP}`, "M71 24a18 18 0 0 1 24 0M63 15a29 29 0 0 1 40 0M106 66c10-8 18-8 28 0"],
	firewall: [`${PHONE}M176 44h36v50h-36zM176 61h36M176 78h36M194 44v17M185 61v17M203 61v17M194 78v16`, "M110 66h52M150 56l12 10-12 10M222 60l8 9 15-18"],
	isolation: [`${PHONE}${LAPTOP}`, "M119 22v84M110 54l18 24M128 54l-18 24"],
};

export function nobodyYet() {
	const ways = [
		[PICTURES.hotspot, t("Make a hotspot on your phone, and let everybody join that.")],
		[PICTURES.firewall, t("Does this computer ask? Let the app through the firewall.")],
		[PICTURES.isolation, t("Guest networks often keep devices apart. Take another network.")],
	];
	return h("section.nobody", h("h2", t("Nobody yet?")), h("p.soft", t("Is everybody on the same network as this computer?")),
		h("ol", ways.map(([lines, text]) => h("li", drawn(/** @type {string[]} */ (lines)), h("p", String(text))))));
}

/** @param {string[]} lines */
const drawn = ([ink = "", deed = ""]) => svg("svg", { viewBox: "50 4 200 104", "aria-hidden": "true" }, svg("path.ink", { d: ink }), svg("path.deed", { d: deed }));
