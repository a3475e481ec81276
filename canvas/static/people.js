/** Who is here: names on line, one's own name, and the way to go on at another device. */

import { hangPopover } from "./dialog.js";
import { button, dress, h, say } from "./element.js";
import { sending } from "./form.js";
import { hereNow, spaced } from "./framing.js";
import { NAME } from "./limits.js";
import { t } from "./words.js";

/** @param {Room} room */
export function createPeople(room) {
	const count = h("span.figure");
	const opener = button({ icon: "people", class: "people-button" }, () => {}, count);
	const { element, draw, redraw } = hangPopover(opener, () => content(room, () => redraw()));
	return {
		opener, element,
		draw() {
			const title = hereNow(room);
			say(count, String(room.present().length));
			dress(opener, { "aria-label": title, title });
			draw();
		},
	};
}

/** @param {Room} room @param {() => void} redraw @returns {Node[]} */
function content(room, redraw) {
	const me = room.session.you?.person ?? "";
	const names = room.present().map(({ id, name, role }) => h("li", h("span", name), id === me && h("span.soft", t("you")), role === "facilitator" && h("span.soft", t("facilitator"))));
	return [h("h3", hereNow(room)), h("ul.names", names), ...room.shown.people.has(me) ? [rename(room, me, redraw), ...resume(room)] : []];
}

/** @param {Room} room @param {string} me @param {() => void} redraw */
function rename(room, me, redraw) {
	const field = h("input", { value: room.nameOf(me), maxlength: NAME, "aria-label": t("My name"), autocomplete: "off" });
	const form = h("form.inline-form", { on: sending(() => {
		const name = field.value.trim();
		if (name && name !== room.nameOf(me)) room.session.ask({ kind: "person.rename", person: me, name });
		redraw();
	}) }, field, h("button.primary", { type: "submit" }, t("Save")));
	const open = button({ icon: "pencil", text: t("Change my name"), class: "plain" }, () => {
		open.replaceWith(form);
		field.select();
	});
	return open;
}

/** @param {Room} room */
function resume(room) {
	const told = h("p.soft", { role: "status" });
	const ask = button({ icon: "again", text: t("Continue on another device"), class: "plain" }, async () => {
		ask.disabled = true;
		try {
			const { code } = await room.fetch("resume-code", { method: "POST" });
			told.replaceChildren(t("Open the start page on the other device and type this code. It works once."), h("strong.big-code", spaced(code)));
		} catch {
			say(told, t("The code could not be made. Try again in a moment."));
		}
		ask.disabled = false;
	});
	return [ask, told];
}
