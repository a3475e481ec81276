/** The time that is left, in everybody's header: the last minute stands out, the end is said, and heard where somebody wants that. */

import { createTicking, told } from "./clock.js";
import { hangPopover } from "./dialog.js";
import { button, dress, h, say } from "./element.js";
import { later } from "./later.js";
import { end, isLoud, turn } from "./sound.js";
import { t } from "./words.js";

const LAST = 60_000;

/** @param {Room} room */
export function createTimer(room) {
	const time = h("span.figure");
	const opener = button({ icon: "clock", class: "timer", hidden: true }, () => {}, time);
	const { element } = hangPopover(opener, () => room.actions.leads ? [timing(room)] : [soundSwitch(room)]);
	const ticking = createTicking(tick);
	/** @type {Clock | null | undefined} */ let clock;
	/** What was left a moment ago, of the same clock. @type {number | null} */ let before = null;

	/** @param {number | null} left */
	function tick(left) {
		const words = left === 0 ? t("Time is up") : told(left ?? 0);
		const label = left === 0 ? words : clock?.ends ? t("Time left: {time}", { time: words }) : t("The clock stands still at {time}", { time: words });
		opener.hidden = left === null;
		dress(opener, { "aria-label": label, title: label });
		say(time, words);
		for (const [state, is] of Object.entries({ still: !clock?.ends, last: left !== null && left <= LAST, up: left === 0 })) opener.classList.toggle(state, is);
		if (before && left === 0) {
			room.toasts.tell(words);
			end(room);
		}
		else if (left && before && before > LAST && left <= LAST) room.toasts.tell(t("One minute left"));
		before = left;
	}

	return {
		opener, element,
		stop: ticking.stop,
		draw() {
			const timer = room.shown.workshop?.timer;
			if (clock === timer) return;
			[clock, before] = [timer, null];
			ticking.set(timer);
		},
	};
}

/** What who leads can do with the clock; it comes when it is asked for. @param {Room} room */
export function timing(room) {
	const element = h("div.timing");
	later(room, "lead/timing").then((content) => content && element.append(...content));
	return element;
}

/** @param {Room} room */
export function soundSwitch(room) {
	const element = button({ icon: "sound", text: t("A soft sound at the end"), class: "plain", "aria-pressed": String(isLoud(room)) }, () => {
		turn(room);
		dress(element, { "aria-pressed": String(isLoud(room)) });
	});
	return element;
}
