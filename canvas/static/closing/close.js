/** The facilitator closes the session, after reading what that means. */

import { openDialog } from "../dialog.js";
import { button, h } from "../element.js";
import { t } from "../words.js";
import { mayAct } from "./actions.js";
import { dayIn } from "./days.js";

/** @param {Room} room */
export function createClose(room) {
	const element = button({ icon: "check", text: t("Close the session"), class: "close-session" }, () => ask(room));
	return {
		element,
		draw() { element.hidden = !mayAct(room); },
	};
}

/** @param {Room} room */
function ask(room) {
	const { data: { pages }, shown: { workshop } } = room;
	const until = workshop ? dayIn(room, workshop.delete_after) : "";
	const close = button({ text: t("Close the session"), class: "primary" }, () => {
		dialog.close();
		room.session.ask({ kind: "session.close" });
	});
	const dialog = openDialog(room.element, t("Close the session?"), [
		h("ul.prompts", [
			t("Everybody can still look around, read, and take the report home."),
			t("Nobody can write, move or vote any more. You can open it again at any time."),
			t("Everything is kept until {date}, then it is deleted for good.", { date: until }),
		].map((line) => h("li", line))),
		h("p", h("a", { href: pages.settings }, t("Change that date in the settings"))),
		h("div.dialog-verbs", button({ text: t("Not yet") }, () => dialog.close()), close),
	]);
	close.focus();
}
