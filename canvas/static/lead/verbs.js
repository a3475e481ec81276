/** The facilitator's few verbs, together at the bottom, with back and on at the ends. */

import { FRAMING } from "../changes.js";
import { hangPopover } from "../dialog.js";
import { button, dress, h, icon, refill, say } from "../element.js";
import { later, wear } from "../later.js";
import { timing } from "../timer.js";
import { readiness } from "../turnout.js";
import { t } from "../words.js";

/** @param {Room} room @param {HTMLElement} element the foot of the room */
export async function open(room, element) {
	await wear(room.element, "lead/lead.css");
	const { place, session } = room;
	const [before, after, done] = [h("span"), h("span"), h("span.figure")];
	/** As narrow.css has it. */
	const icons = matchMedia("(max-width: 1150px)");
	const isFinished = () => room.shown.finished.has(room.here);
	const isTogether = () => Boolean(room.shown.workshop?.together);
	const back = button({ icon: "back", class: "end" }, () => step(-1), before);
	const on = button({ class: "end on" }, () => step(1), after, icon("on"));
	const alone = button({ icon: "eye", label: t("Look around alone"), class: "small" }, () => room.lead(!place.leading));
	const together = button({ icon: "group" }, () => room.bringEveryone(!isTogether() || !place.following), h("span"));
	const timer = button({ icon: "clock", text: t("Timer") }, () => {});
	const clock = hangPopover(timer, () => [timing(room)]);
	const ready = button({ icon: "check" }, () => room.openPanel("lead/panel", "overview"), done);
	const vote = button({ icon: "dots", text: t("Voting") }, () => room.openPanel("lead/panel", "voting"));
	const finish = button({}, () => isFinished() ? session.ask({ kind: "stone.finish", stone: room.here, finished: false }) : later(room, "lead/conclusion", room.here, true));
	const lead = button({ icon: "lead", text: t("Lead") }, () => room.openPanel("lead/panel"));
	element.replaceChildren(back, h("div.verbs", alone, timer, together, ready, vote, finish, lead), on, clock.element);

	/** Along the programme. @param {number} by */
	function step(by) {
		const aim = room.beside(by);
		if (!aim) return;
		room.goTo(aim.id, false, aim.step);
	}

	return {
		draw() {
			const { number } = room.stone(room.here) ?? {};
			const [previous, next] = [-1, 1].map((by) => room.beside(by));
			back.style.visibility = previous ? "" : "hidden";
			on.style.visibility = next ? "" : "hidden";
			say(before, previous?.name ?? "");
			say(after, next?.name ?? "");
			on.classList.toggle("primary", place.following && room.here !== FRAMING);
			dress(alone, { "aria-pressed": String(!place.leading) });
			say(together.querySelector("span"), isTogether() && place.following ? t("Let go") : t("Bring everyone here"));
			dress(together, { "aria-pressed": String(isTogether()) });
			together.classList.toggle("primary", !place.following);
			drawReady();
			finish.hidden = !number;
			refill(finish, icon(isFinished() ? "again" : "check"), h("span", isFinished() ? t("Open this stone again") : t("Finish this stone")));
			for (const verb of [timer, together, vote, finish, lead]) dress(verb, { title: icons.matches && verb.textContent });
		},
	};

	function drawReady() {
		const { count, all } = readiness(room);
		const words = t("{count} of {all} done", { count, all });
		ready.hidden = !count || !all;
		say(done, words);
		ready.classList.toggle("all-done", count === all);
	}
}
