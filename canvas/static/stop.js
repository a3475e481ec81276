/** Where the room stops beside the stones: a break, the index, the stories, the closing. */

import { breakOf, localTime, serverNow } from "./clock.js";
import { h, say } from "./element.js";
import { later } from "./later.js";
import { t } from "./words.js";

/** What each is called. @type {() => Record<string, string>} */
export const stops = () => ({ break: t("Break"), index: t("Score"), stories: t("Stories"), closing: t("Closing") });

/** @param {Room} room */
export function createStop(room) {
	const { pages } = room.data;
	const element = h("section.stop", { hidden: true });
	/** @type {Record<string, () => HTMLElement>} */ const signs = {
		break: () => sign(t("Break"), untilOf(room)),
		index: () => sign(t("Score"), t("The group answers the questions of the maturity index together."), h("a.button.primary", { href: pages.index }, t("To the score"))),
		stories: () => sign(t("Stories"), t("What we wish for, told as user stories."), h("a.button.primary", { href: pages.stories }, t("To the stories"))),
	};
	/** @type {Drawn | null} */ let closing = null;
	let shown = "";

	/** @param {string} here */
	async function show(here) {
		shown = here;
		const made = signs[here];
		if (made) return element.replaceChildren(made());
		closing ??= await later(room, "closing/closing") ?? null;
		if (shown !== here || !closing) return void (shown = "");
		element.replaceChildren(closing.element);
		closing.draw({ all: true, place: true, keys: new Set() });
	}

	return {
		element,
		/** @param {Touched} touched */
		draw(touched) {
			const here = room.here in stops() ? room.here : "";
			element.hidden = !here;
			if (shown !== here) here ? show(here) : (shown = "");
			else if (here === "closing") closing?.draw(touched);
			else if (here === "break") say(element.querySelector(".lead"), untilOf(room));
		},
	};
}

/** When the room goes on, as the wall tells it, too. @param {Room} room */
function untilOf({ data: { language }, shown: { workshop } }) {
	const ends = breakOf(workshop)?.ends ?? 0;
	return ends > serverNow() ? t("We go on at {time}.", { time: localTime(ends, language) }) : t("We go on in a moment.");
}

/** @param {string} title @param {string} words @param {...Child} more */
const sign = (title, words, ...more) => h("div.sign", h("h1", { tabindex: "-1" }, title), h("p.lead", words), more);
