/** Tells everybody that the session is closed, and where it goes on. */

import { button, h, icon } from "./element.js";
import { t } from "./words.js";

/** @param {Room} room */
export function createClosed(room) {
	const { pages } = room.data;
	const reopen = button({ icon: "again", text: t("Open it again") }, () => room.session.ask({ kind: "session.reopen" }));
	const what = h("a.button", { href: pages.afterwards }, t("What now?"));
	return {
		element: h("div.closed", { role: "status" }, icon("check"), h("strong", t("This session is closed.")), h("span", t("You can still look around and read.")),
			h("a.button.primary", { href: pages.report }, t("To the report")), what, reopen),
		draw() {
			this.element.hidden = !room.shown.workshop?.closed;
			reopen.hidden = what.hidden = !room.actions.leads;
		},
	};
}
