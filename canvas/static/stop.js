/** Where the room stops beside the stones: a break, the index, the stories, the closing. */

import { breakOf, localTime, serverNow } from "./clock.js";
import { h, say } from "./element.js";
import { lacking } from "./later.js";
import { t } from "./words.js";

/** What each is called. @type {() => Record<string, string>} */
export const stops = () => ({ break: t("Break"), index: t("Score"), stories: t("Stories"), closing: t("Closing") });

/** @param {Room} room */
export function createStop(room) {
	const { pages } = room.data;
	const element = h("section.stop", { hidden: true });
	/** @type {Record<string, () => string[]>} */ const signs = {
		break: () => [untilOf(room)],
		index: () => [t("The group answers the questions of the maturity index together."), t("To the score"), pages.index],
		stories: () => [t("What we wish for, told as user stories."), t("To the stories"), pages.stories],
	};
	/** @type {Drawn | null} */ let closing = null;
	let shown = "";

	/** @param {string} here */
	async function show(here) {
		shown = here;
		const [words, to, href] = signs[here]?.() ?? [];
		if (words) return element.replaceChildren(h("div.sign", h("h1", { tabindex: "-1" }, stops()[here]), h("p.lead", words), to && h("a.button.primary", { href }, to)));
		closing ??= await lacking(room, "closing/closing") ?? null;
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
