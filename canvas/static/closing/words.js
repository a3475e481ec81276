/** The words with which people leave: everybody gives one, and all see them gather. */

import { h, refill, say } from "../element.js";
import { failureOf } from "../form.js";
import { WORD } from "../limits.js";
import { n, t } from "../words.js";

/** @param {Room} room */
export function createWords(room) {
	const { session } = room;
	const field = h("input", { maxlength: WORD, autocomplete: "off", "aria-label": t("Your word"), placeholder: t("Your word") });
	const send = h("button.primary", { type: "submit" });
	const form = h("form.word-form", { on: { submit(event) {
		event.preventDefault();
		const word = field.value.trim();
		if (word !== mine()) session.ask({ kind: "word.set", word });
		send.focus(); // the keyboard of a phone goes
		if (word) room.toasts.tell(t("Your word is there."));
	} } }, field, send);
	const [count, list, wrong] = [h("p.soft", { role: "status" }), h("ul.words"), h("div")];
	const hint = h("p.soft", t("How do you go home? Everybody sees the words."));
	const element = h("section.check-out", { "aria-label": t("Words to leave with") },
		h("h2", t("One word to leave with")), hint, form, wrong, count, list);
	const mine = () => room.shown.people.get(session.you?.person ?? "")?.word ?? "";
	let known = "";

	/** @param {Person} person */
	const said = ({ name, word }) => h("li", h("strong", { dir: "auto" }, word), room.shown.workshop?.authors !== "nobody" && h("span.soft", name));

	return {
		element,
		draw() {
			const given = [...room.shown.people.values()].filter(({ word }) => word).sort((one, other) => one.joined - other.joined);
			form.hidden = hint.hidden = !room.shown.people.has(session.you?.person ?? "") || Boolean(room.shown.workshop?.closed);
			if (known !== mine()) field.value = known = mine();
			say(send, known ? t("Change it") : t("Give it"));
			say(count, given.length ? n("{count} word", "{count} words", given.length) : "");
			refill(list, given.map(said));
			refill(wrong, failureOf(room, `people:${session.you?.person}`));
		},
	};
}
