/** Who can still come in, and whose name stands under what is written. */

import { button, dress, h, say } from "../element.js";
import { spaced } from "../framing.js";
import { t } from "../words.js";
import { confirm } from "./confirm.js";

/** @param {Room} room */
export function createEntrance(room) {
	const code = h("strong.figure");
	const door = button({ icon: "door" }, () => room.session.ask({ kind: "workshop.edit", door_open: !room.shown.workshop?.door_open }), h("span"));
	const renew = button({ icon: "again", text: t("New code") }, () => confirm(room, { title: t("Make a new code?"), told: [t("The old code and its QR code stop working. Who is in stays in.")], action: t("Make a new code") }, () => room.session.ask({ kind: "code.renew" })));
	const authors = h("select", { on: { change: () => room.session.ask({ kind: "workshop.edit", authors: authors.value }) } },
		[["people", t("who wrote them")], ["groups", t("the name of their group")], ["nobody", t("no name")]].map(([value, text]) => h("option", { value }, text)));
	return {
		element: h("div.lead-entrance", h("h3", t("The door")), h("p", t("Code"), " ", code), h("div.lead-verbs", door, renew), h("h3", t("Names")), h("label", t("Under notes stands"), authors)),
		draw() {
			const { workshop } = room.session.shown;
			say(code, spaced(workshop?.code));
			say(door.querySelector("span"), workshop?.door_open ? t("Close the door") : t("Open the door"));
			dress(door, { title: t("Who is in stays in.") });
			if (workshop && authors.value !== workshop.authors) authors.value = workshop.authors;
		},
	};
}
