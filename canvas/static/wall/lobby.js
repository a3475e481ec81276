/** Before the session begins: how to come in, readable from ten metres, and who is here. */

import { h, say } from "../element.js";
import { spaced } from "../framing.js";
import { nobodyYet } from "../nobody.js";
import { n, t } from "../words.js";

/** Up to so many names are larger. */
const FEW = 24;

/** @param {Room} room @param {WayIn} way @returns {WallScene} */
export function createLobby(room, way) {
	const [address, code, image] = [h("p.address"), h("strong.big-code"), h("img.qr", { alt: t("QR code with the join address") })];
	const [count, names] = [h("h2", { "aria-live": "polite" }), h("ul.names")];
	const [present, nobody] = [h("section.present", count, names), nobodyYet()];
	const open = h("div.way-in", h("div", h("p.how", t("Scan the code, or open")), address, h("p.how", t("and type")), code), image);
	const shut = h("p.wall-nothing", t("The door is closed. Whoever is in stays in."));
	return {
		element: h("section.wall-lobby", h("p.lead", room.texts.framing.lead ?? ""), open, shut, present, nobody),
		draw() {
			const { workshop } = room.shown;
			const here = room.present();
			const alone = here.every(({ role }) => role === "facilitator");
			open.hidden = !(shut.hidden = workshop?.door_open !== false);
			say(address, way.address);
			say(code, spaced(workshop?.code));
			if (way.qr && image.getAttribute("src") !== way.qr) image.src = way.qr;
			image.hidden = !way.qr;
			nobody.hidden = !(present.hidden = alone);
			say(count, n("{count} person is here", "{count} people are here", here.length));
			names.classList.toggle("many", here.length > FEW);
			names.replaceChildren(...here.map(({ name }) => h("li", { dir: "auto" }, name)));
			shorten(present, names);
		},
	};
}

/** As many names as fit, and how many more. @param {HTMLElement} present @param {HTMLElement} names */
function shorten(present, names) {
	const last = h("li");
	for (let more = 0; present.scrollHeight > present.clientHeight && names.children.length > 1;) {
		last.remove();
		names.lastChild?.remove();
		say(last, t("and {count} more", { count: ++more }));
		names.append(last);
	}
}
