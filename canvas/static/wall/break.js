/** A break: how long still, and when the room goes on. */

import { breakOf, createTicking, leftOf, localTime, serverNow, told } from "../clock.js";
import { h, say } from "../element.js";
import { t } from "../words.js";

/** @param {Room} room @returns {WallScene} */
export function createBreak(room) {
	const [left, until] = [h("strong.break-left", { role: "timer" }), h("p.break-until")];
	const ticking = createTicking((ms) => {
		say(left, ms === null ? "" : ms ? told(ms) : t("We go on"));
		left.classList.toggle("over", ms === 0);
	});
	return {
		element: h("section.wall-break", left, until),
		head: () => [room.shown.workshop?.title ?? "", t("Break")],
		draw() {
			const clock = breakOf(room.shown.workshop);
			ticking.set(clock);
			const rest = leftOf(clock);
			say(until, rest && clock?.ends ? t("We go on at {time}", { time: localTime(serverNow() + rest, room.data.language) }) : "");
		},
		stop: ticking.stop,
	};
}
