/** The near bank: why we walk, who is here, and how to come in. */

import { FRAMING } from "./changes.js";
import { button, h, say } from "./element.js";
import { later } from "./later.js";
import { n, t } from "./words.js";

/** @param {Room} room */
export function createFraming(room) {
	const { framing: { title, lead, rules = [], cards } } = room.texts;
	const [count, names, code] = [h("h2"), h("ul.names"), h("strong.big-code")];
	const begin = button({ class: "primary begin" }, () => {
		const { begun } = room.shown.workshop ?? {};
		if (!begun) room.session.ask({ kind: "session.begin" });
		const first = room.beside(1);
		if (first && (begun || !framed())) room.goTo(first.id, false, first.step);
	});
	/** A programme may begin right here. */
	const framed = () => room.shown.workshop?.programme[0]?.kind === "framing";
	const wait = h("p.soft", t("We begin in a moment. Meanwhile, have a look around."));
	const door = h("div", h("h2", t("Join code")), code, button({ icon: "door", text: t("Show address and QR code") }, () => later(room, "door")));
	const lobby = h("div.lobby-more");
	let asked = false;
	return {
		element: h("section.framing",
			h("div.framing-main", { tabindex: "0" }, h("h1", { tabindex: "-1" }, title), lead && h("p.lead", lead),
				h("ul.framing-cards", cards.map(({ title, text }) => h("li.framing-card", h("h2", title), h("p", text)))),
				rules.length > 0 && h("ul.prompts.rules", rules.map((rule) => h("li", rule)))),
			h("aside.lobby", door, lobby, h("div.present", { tabindex: "0" }, count, names), begin, wait)),
		draw() {
			say(code, spaced(room.shown.workshop?.code));
			if (room.actions.leads && !asked) asked = Boolean(later(room, "lead/lobby", lobby));
			door.hidden = !code.textContent; // who only reads has none
			say(count, hereNow(room));
			names.replaceChildren(...room.present().map(({ name }) => h("li", name)));
			const waits = framed() && !room.shown.workshop?.begun;
			say(begin, waits ? t("Begin") : t("Begin with {name}", { name: room.beside(1)?.name ?? "" }));
			const closed = Boolean(room.shown.workshop?.closed);
			begin.hidden = closed || !room.actions.leads;
			wait.hidden = closed || room.actions.leads || door.hidden || room.place.room.stone !== FRAMING;
		},
	};
}

/** @param {Room} room */
export const hereNow = (room) => n("{count} person is here", "{count} people are here", room.present().length);

/** A code is read aloud in two halves. */
export const spaced = (code = "") => code.replace(/...(?=.)/g, "$& ");

/** As people type it; the code comes after it. */
export const short = (base = "") => base.replace(/^https?:\/\//, "");
