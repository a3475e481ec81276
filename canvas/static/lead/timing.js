/** The clock in the hands of who leads: some minutes at a touch, or as many as one likes; pause, more, away. */

import { leftOf, serverNow } from "../clock.js";
import { button, h } from "../element.js";
import { createForm } from "../form.js";
import { TIMER_SECONDS } from "../limits.js";
import { soundSwitch } from "../timer.js";
import { t } from "../words.js";

const PRESETS = [3, 5, 10];
const MINUTE = 60;

/** What stands in its popover. @param {Room} room @returns {Node[]} */
export function open(room) {
	const timer = room.shown.workshop?.timer;
	const left = leftOf(timer, serverNow());
	const field = h("input", { type: "number", min: 1, max: TIMER_SECONDS / MINUTE, step: 1, required: true, inputmode: "numeric", autocomplete: "off", value: 15, "aria-label": t("Minutes") });

	/** @param {string} verb @param {object} [fields] */
	function ask(verb, fields) {
		room.session.ask({ kind: `timer.${verb}`, ...fields });
		/** @type {HTMLElement | null} */ (field.closest("[popover]"))?.hidePopover();
	}

	/** @param {number} minutes */
	const start = (minutes) => ask("start", { seconds: Math.round(minutes * MINUTE) });
	const running = timer && h("div.timing-row",
		left !== 0 && (timer.ends ? button({ icon: "pause", text: t("Pause") }, () => ask("pause")) : button({ icon: "on", text: t("Go on"), class: "primary" }, () => ask("resume"))),
		button({ icon: "plus", text: t("1 minute") }, () => ask("add", { seconds: MINUTE })),
		button({ icon: "close", text: t("Stop") }, () => ask("stop")));
	const presets = h("div.timing-row", PRESETS.map((minutes) => button({ text: t("{count} min", { count: minutes }), class: timer ? "" : "primary" }, () => start(minutes))));
	const own = createForm(t("Start"), () => start(field.valueAsNumber), h("label.minutes", field, t("minutes")));
	return [h("h3", t("Timer")), running || "", presets, own, soundSwitch(room)].filter((part) => part instanceof Node);
}
