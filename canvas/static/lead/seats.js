/** Who sits where: choose people, then the group they go to; or carry one there. */

import { button, dress, h, refill, say } from "../element.js";
import { n, t } from "../words.js";
import { rename } from "./groups.js";
import { membersOf } from "./people.js";

/** @param {Room} room */
export function createSeats(room) {
	/** @type {Set<string>} */ const picked = new Set();
	const [told, list] = [h("p.soft", { role: "status" }), h("div.lead-groups")];
	/** @type {Map<string, ReturnType<typeof createTable>>} */ const tables = new Map();

	/** @param {Iterable<string>} people @param {string | null} group */
	function seat(people, group) {
		for (const person of people) if ((room.shown.people.get(person)?.group ?? null) !== group) room.session.ask({ kind: "person.seat", person, group });
		picked.clear();
		draw();
	}

	/** @param {string} person */
	function pick(person) {
		if (!picked.delete(person)) picked.add(person);
		draw();
	}

	function draw() {
		const { groups } = room.shown;
		for (const person of picked) if (room.shown.people.get(person)?.removed !== false) picked.delete(person);
		const ids = groups.size ? ["", ...groups.keys()] : [];
		for (const id of ids) if (!tables.has(id)) tables.set(id, createTable(room, id, { pick, seat, picked }));
		for (const id of [...tables.keys()].filter((id) => !ids.includes(id))) tables.delete(id);
		const elements = ids.flatMap((id) => tables.get(id)?.element ?? []);
		if (elements.length !== list.children.length || elements.some((element, at) => element !== list.children[at])) list.replaceChildren(...elements);
		for (const table of tables.values()) table.draw();
		told.hidden = !groups.size;
		say(told, picked.size ? n("{count} person chosen: now choose the group", "{count} people chosen: now choose the group", picked.size) : t("To move people, choose them and then their group."));
	}

	return { element: h("div", told, list), draw };
}

/** A group, or all who sit in none. @param {Room} room @param {string} id @param {{pick(person: string): void, seat(people: Iterable<string>, group: string | null): void, picked: Set<string>}} hands */
function createTable(room, id, { pick, seat, picked }) {
	const [name, count, people, verbs] = [h("h3"), h("span.soft"), h("ul.seats"), h("div.lead-verbs")];
	const here = button({ icon: "down", class: "primary" }, () => {
		const chosen = [...picked];
		seat(chosen, id || null);
		/** @type {HTMLElement | null} */ (people.querySelector(`[data-id="${CSS.escape(chosen[0] ?? "")}"]`))?.focus();
	}, h("span", t("Put here")));
	const stone = h("select", { on: { change: () => room.session.ask({ kind: "group.edit", group: id, stone: stone.value || null }) } });
	const element = h("section.lead-group", { "data-group": id, on: {
		dragover: (event) => event.preventDefault(),
		drop(event) {
			event.preventDefault();
			const person = event.dataTransfer?.getData("text/plain") ?? "";
			if (room.shown.people.has(person)) seat([person], id || null);
		},
	} }, h("div.lead-group-head", name, count, here), people, id && h("label.stone-choice", t("Works at"), stone), verbs);
	return {
		element,
		draw() {
			const group = room.shown.groups.get(id);
			const seated = membersOf(room.shown).filter((person) => id ? person.group === id : !room.shown.groups.has(person.group ?? "") && person.role === "participant");
			say(name, group?.name ?? t("In no group"));
			say(count, n("{count} person", "{count} people", seated.length));
			element.hidden = !id && !seated.length;
			here.hidden = !picked.size;
			dress(here, { "aria-label": t("Put here: {name}", { name: group?.name ?? t("In no group") }) });
			refill(people, ...seated.map((person) => h("li", chip(person))));
			for (const [at, person] of seated.entries()) carried(people.children[at]?.firstElementChild, person.id);
			if (group) drawGroup(group);
		},
	};

	/** @param {Person} person */
	function chip({ id: person, name, role }) {
		return button({ text: role === "facilitator" ? t("{name} (facilitator)", { name }) : name, "data-id": person, "aria-pressed": String(picked.has(person)), draggable: "true", class: room.session.online.has(person) ? "" : "away" }, () => pick(person));
	}

	/** @param {Group} group */
	function drawGroup({ stone: own }) {
		const presents = room.shown.workshop?.presenting === id;
		const stones = [...room.stones().map(({ id, name }) => [id, name]), ...own && !room.stones().some(({ id }) => id === own) ? [[own, room.nameAt(own)]] : []];
		refill(stone, ...[["", t("where everybody is")], ...stones].map(([value, text]) => h("option", { value }, text)));
		stone.value = own ?? "";
		const present = () => room.session.ask({ kind: "group.present", group: presents ? null : id });
		refill(verbs, button({ icon: "pencil", text: t("Rename"), class: "plain", "data-id": "rename" }, () => rename(room, id)),
			button({ icon: "screen", text: presents ? t("Stop reporting back") : t("Report back"), "aria-pressed": String(presents), "data-id": presents ? "stop" : "report" }, present));
	}
}

/** A mouse carries one to another group. @param {Element | undefined | null} element @param {string} person */
function carried(element, person) {
	if (element instanceof HTMLElement) element.ondragstart = (event) => event.dataTransfer?.setData("text/plain", person);
}
