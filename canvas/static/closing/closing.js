/** The end of a session: what will be done, the words with which people leave, and thanks. */

import { h, say } from "../element.js";
import { wear } from "../later.js";
import { t } from "../words.js";
import { createActions } from "./actions.js";
import { createClose } from "./close.js";
import { createOffers } from "./offers.js";
import { createWords } from "./words.js";

/** @param {Room} room @returns {Promise<Drawn>} */
export async function open(room) {
	const [actions, words, close] = [createActions(room), createWords(room), createClose(room)];
	const offers = createOffers(room, actions.begin);
	const thanks = h("p.thanks");
	const left = h("div.closing-main", h("h1", { tabindex: "-1" }, t("What we will do")), actions.element, offers.element);
	const element = h("div.closing", left, h("aside.closing-side", words.element, thanks, close.element));
	await wear(room.element, "closing/closing.css");
	return {
		element,
		draw(touched) {
			say(thanks, t("Thank you for walking along."));
			for (const part of [actions, offers, words, close]) part.draw(touched);
		},
	};
}
