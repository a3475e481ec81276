/** Who is here: names on line, one's own name, and the way to go on at another device. */

import { hangPopover } from "./dialog.js";
import { button, dress, h, say } from "./element.js";
import { askText } from "./form.js";
import { hereNow, spaced } from "./framing.js";
import { NAME } from "./limits.js";
import { t } from "./words.js";

/** @param {Room} room */
export function createPeople(room) {
	const [count, title, names] = [h("span.figure"), h("h3"), h("ul.names")];
	const opener = button({ icon: "people", class: "people-button" }, () => {}, count);
	const me = () => room.session.you?.person ?? "";
	const { element } = hangPopover(opener, () => [title, names, ...room.shown.people.has(me()) ? own(room, me()) : []]);
	return {
		opener, element,
		draw() {
			const here = hereNow(room);
			say(count, String(room.present().length));
			say(title, here);
			dress(opener, { "aria-label": here, title: here });
			names.replaceChildren(...room.present().map(({ id, name, role }) => h("li", h("span", name), id === me() && h("span.soft", t("you")), role === "facilitator" && h("span.soft", t("facilitator")))));
		},
	};
}

/** @param {Room} room @param {string} person */
function own(room, person) {
	const told = h("p.soft", { role: "status" });
	const rename = button({ icon: "pencil", text: t("Change my name"), class: "plain" }, async () => {
		const value = room.nameOf(person);
		const name = await askText(room, { title: t("Change my name"), label: t("My name"), value, most: NAME, action: t("Save"), needed: true });
		if (name && name !== value) room.session.ask({ kind: "person.rename", person, name });
	});
	const resume = button({ icon: "again", text: t("Continue on another device"), class: "plain" }, async () => {
		resume.disabled = true;
		try {
			const { code } = await room.fetch("resume-code", { method: "POST" });
			told.replaceChildren(t("Open the start page on the other device and type this code. It works once."), h("strong.big-code", spaced(code)));
		} catch {
			say(told, t("The code could not be made. Try again in a moment."));
		}
		resume.disabled = false;
	});
	return [rename, h("div", { "data-private": "" }, resume, told)];
}
