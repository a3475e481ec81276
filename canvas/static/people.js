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
	/** @type {string | null | undefined} */ let sat;
	const { element } = hangPopover(opener, () => {
		drawNames();
		return [title, names, ...table(room, me()), ...room.shown.people.has(me()) ? own(room, me()) : []];
	});

	function drawNames() {
		names.replaceChildren(...room.present().map(({ id, name, role }) => h("li", h("span", name), id === me() && h("span.soft", t("you")), role === "facilitator" && h("span.soft", t("facilitator")))));
	}

	return {
		opener, element,
		draw() {
			const here = hereNow(room);
			say(count, String(room.present().length));
			say(title, here);
			dress(opener, { "aria-label": here, title: here });
			const group = room.groupOf(me());
			// Who comes in sees it soon enough; who is moved is told.
			if (sat !== undefined && group && group.id !== sat) room.toasts.show(t("You are in {name} now", { name: group.name }));
			sat = group?.id ?? null;
			if (element.matches(":popover-open")) drawNames();
		},
	};
}

/** One's own group: who sits in it, and where it works. @param {Room} room @param {string} person */
function table(room, person) {
	const group = room.groupOf(person);
	if (!group) return [];
	const beside = [...room.shown.people.values()].filter((one) => one.group === group.id && one.id !== person).map(({ name }) => name);
	return [h("h3", group.name), h("p", beside.length ? t("With {names}", { names: beside.join(", ") }) : t("Nobody else sits here yet.")), group.stone && h("p.soft", t("Works at {name}", { name: room.nameAt(group.stone) }))].filter((part) => part instanceof HTMLElement);
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
			told.scrollIntoView({ block: "nearest" });
		} catch {
			say(told, t("The code could not be made. Try again in a moment."));
		}
		resume.disabled = false;
	});
	return [rename, h("div", { "data-private": "" }, resume, told)];
}
