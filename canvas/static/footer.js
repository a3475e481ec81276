/** The facilitator's verbs, together at the bottom, with back and on at the ends. */

import { FRAMING } from "./changes.js";
import { button, dress, h, icon, say } from "./element.js";
import { t } from "./words.js";

/** @param {Room} room */
export function createFooter(room) {
	const { place, session } = room;
	const [before, after] = [h("span"), h("span")];
	const step = (/** @type {number} */ by) => {
		const aim = room.beside(by);
		if (aim) room.goTo(aim.id, false, aim.step);
	};
	const isFinished = () => room.shown.finished.has(room.here);
	const back = button({ icon: "back", class: "end" }, () => step(-1), before);
	const on = button({ class: "end on" }, () => step(1), after, icon("on"));
	const finish = button({}, () => session.ask({ kind: "stone.finish", stone: room.here, finished: !isFinished() }));
	const alone = button({ icon: "eye", text: t("Look around alone") }, () => room.lead(!place.leading));
	const together = button({ icon: "group", text: t("Bring everyone here"), class: "primary" }, () => room.bringEveryone());
	const lead = button({ icon: "lead", text: t("Lead") }, () => room.openPanel("lead/panel"));
	const element = h("footer.footer", back, h("div.verbs", alone, together, finish, lead), on);

	return {
		element,
		draw() {
			element.hidden = !room.actions.leads;
			const [previous, next] = [-1, 1].map((by) => room.beside(by));
			const stone = room.stone(room.here)?.number;
			back.style.visibility = previous ? "" : "hidden";
			on.style.visibility = next ? "" : "hidden";
			say(before, previous?.name ?? "");
			say(after, next?.name ?? "");
			finish.hidden = !stone;
			finish.replaceChildren(icon(isFinished() ? "again" : "check"), h("span", isFinished() ? t("Open this stone again") : t("Finish this stone")));
			dress(alone, { "aria-pressed": String(!place.leading) });
			together.hidden = place.following;
			on.classList.toggle("primary", place.following && room.here !== FRAMING);
		},
	};
}
