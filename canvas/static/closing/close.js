/** The facilitator closes the session, after reading what that means. */

import { openDialog } from "../dialog.js";
import { button, h, refill } from "../element.js";
import { n, t } from "../words.js";
import { mayAct } from "./actions.js";
import { dayIn } from "./days.js";
import { hiddenAt } from "./unseen.js";

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
	const warned = h("div.unrevealed", { role: "status" });
	const close = button({ text: t("Close the session"), class: "primary" }, () => {
		dialog.close();
		room.session.ask({ kind: "session.close" });
	});
	const dialog = openDialog(room.element, t("Close the session?"), [
		warned,
		h("ul.prompts", [
			t("Everybody can still look around, read, and take the report home."),
			t("Nobody can write, move or vote any more. You can open it again at any time."),
			t("Everything is kept until {date}, then it is deleted for good.", { date: until }),
		].map((line) => h("li", line))),
		h("p", h("a.change-date", { href: pages.settings }, t("Change that date in the settings"))),
		h("div.dialog-verbs", button({ text: t("Not yet") }, () => dialog.close()), close),
	]);
	const draw = () => refill(warned, ...warning(room, () => dialog.close()));
	room.watch(dialog, draw);
	draw();
	close.focus();
}

/** What nobody will see any more, as it is now, and the way to it. @param {Room} room @param {() => void} leave */
function warning(room, leave) {
	const hidden = hiddenAt(room);
	const count = hidden.reduce((sum, one) => sum + one.count, 0);
	if (!count) return [];
	const told = n("{count} note is still hidden: {where}.", "{count} notes are still hidden: {where}.", count, { where: hidden.map(({ name, count }) => `${name} (${count})`).join(", ") });
	return [h("p", told, " ", t("After closing nothing is revealed any more, and what is hidden is in no report.")),
		button({ icon: "eye", text: t("See what is hidden") }, () => {
			leave();
			room.goTo(hiddenAt(room)[0]?.stone ?? room.here, true);
			room.openPanel("lead/panel", "writing");
		})];
}
