/** The clock of the room, large, and how many are done. Its end is seen, and heard where that was allowed. */

import { createTicking, told } from "../clock.js";
import { h, say } from "../element.js";
import { chime } from "../sound.js";
import { readiness } from "../turnout.js";
import { t } from "../words.js";
import { maySound } from "./begin.js";

/** From here on the time is nearly up. */
const SOON = 60000;

/** @param {Room} room */
export function createTime(room) {
	const [time, over, ready] = [h("strong.wall-clock", { role: "timer" }), h("p.wall-over"), h("p.wall-ready")];
	let before = 0;

	const ticking = createTicking((left) => {
		say(time, left === null ? "" : told(left));
		say(over, left === 0 ? t("Time is up") : room.shown.workshop?.timer?.ends === null ? t("The clock stands still") : "");
		time.classList.toggle("soon", left !== null && left <= SOON);
		time.classList.toggle("over", left === 0);
		if (left === 0 && before > 0 && maySound()) chime();
		before = left ?? 0;
	});

	return {
		element: h("div.wall-time", time, over, ready),
		draw() {
			ticking.set(room.shown.workshop?.timer);
			const { count, all } = readiness(room);
			say(ready, count ? t("{count} of {all} done", { count, all }) : "");
		},
		stop: ticking.stop,
	};
}
