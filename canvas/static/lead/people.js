/** Everybody who takes part, for who leads: who is here, who may write, who leads, who is one with another, who goes. */

import { button, dress, h, refill, say } from "../element.js";
import { askText } from "../form.js";
import { wear } from "../later.js";
import { NAME } from "../limits.js";
import { n, t } from "../words.js";
import { confirm } from "./confirm.js";
import { createEntrance } from "./entrance.js";
import { merge } from "./merging.js";

/** @param {Room} room @returns {Drawn} */
export function createPeopleLead(room) {
	const [count, list] = [h("p.soft", { role: "status" }), h("ul.lead-people")];
	const nobody = h("p", t("Nobody joined yet. Show the code, or share the address."));
	const entrance = createEntrance(room);
	/** @type {Map<string, ReturnType<typeof createRow>>} */ const rows = new Map();
	wear(room.element, "lead/people.css");

	/** One unfolds at a time. @param {string} id */
	const unfold = (id) => { for (const [other, row] of rows) row.unfold(other === id && !row.open); };

	return {
		element: h("section.lead-section", count, nobody, list, entrance.element),
		draw({ all, keys }) {
			if (!all && ![...keys].some((key) => /^(people|groups|online|workshop)/.test(key))) return;
			const people = membersOf(room.shown);
			const here = people.filter(({ id }) => room.session.online.has(id)).length;
			say(count, [n("{count} person is here", "{count} people are here", here), people.length > here && n("{count} is away", "{count} are away", people.length - here)].filter(Boolean).join(", "));
			nobody.hidden = people.length > 1;
			for (const { id } of people) if (!rows.has(id)) rows.set(id, createRow(room, id, () => unfold(id)));
			for (const id of [...rows.keys()].filter((id) => !people.some((one) => one.id === id))) rows.delete(id);
			const elements = people.flatMap(({ id }) => rows.get(id)?.element ?? []);
			if (elements.some((element, at) => list.children[at] !== element) || list.children.length !== elements.length) list.replaceChildren(...elements);
			for (const row of rows.values()) row.draw();
			entrance.draw();
		},
	};
}

/** Who takes part, by name. @param {State} state */
export const membersOf = ({ people }) => [...people.values()].filter(({ removed }) => !removed).sort((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }));

/** @param {Room} room @param {string} id @param {() => void} toggle */
function createRow(room, id, toggle) {
	const [name, about] = [h("span.person-name"), h("span.soft")];
	const head = button({ class: "person", "aria-expanded": "false" }, toggle, h("span.online", { "aria-hidden": "true" }), h("span.person-words", name, about));
	const verbs = h("div.person-verbs", { hidden: true });
	const row = {
		open: false,
		element: h("li", { "data-person": id }, head, verbs),
		/** @param {boolean} open */
		unfold(open) {
			row.open = open;
			row.draw();
		},
		draw() {
			const person = room.shown.people.get(id);
			if (!person) return;
			const online = room.session.online.has(id);
			say(name, person.name);
			say(about, factsOf(room, person, online).join(" · "));
			row.element.classList.toggle("away", !online);
			dress(head, { "aria-expanded": String(row.open) });
			verbs.hidden = !row.open;
			refill(verbs, ...row.open ? verbsOf(room, person) : []);
		},
	};
	return row;
}

/** @param {Room} room @param {Person} person @param {boolean} online */
function factsOf(room, { id, role, muted, ready }, online) {
	return [
		id === room.session.you?.person && t("you"), role === "facilitator" && t("facilitator"), !online && t("away"),
		muted && t("may only look"), ready && t("is done"), room.groupOf(id)?.name,
	].filter(Boolean);
}

/** What can be done with somebody. @param {Room} room @param {Person} person */
function verbsOf(room, { id, name, role, muted }) {
	const { session } = room;
	const [me, leads] = [id === session.you?.person, role === "facilitator"];
	const ask = (/** @type {string} */ kind, values = {}) => session.ask({ kind, person: id, ...values });
	/** @type {[IconName, string, () => unknown, unknown][]} */ const all = [
		["pencil", t("Change the name"), () => rename(room, id), true],
		["lock", muted ? t("Let write again") : t("Let only look"), () => ask("person.mute", { muted: !muted }), !leads],
		["lead", leads ? t("No longer let lead") : t("Let lead too"), () => handOver(room, id), !leads || leadersOf(room).length > 1],
		["people", t("Is the same person as…"), () => merge(room, id), !me],
		["close", t("Show out"), () => showOut(room, id), !me],
	];
	return all.filter(([, , , fits]) => fits).map(([shape, text, act]) => button({ icon: shape, text, class: "plain", "data-id": text, "aria-label": `${text}: ${name}` }, act));
}

/** @param {Room} room */
const leadersOf = ({ shown }) => membersOf(shown).filter(({ role }) => role === "facilitator");

/** @param {Room} room @param {string} person */
async function rename(room, person) {
	const value = room.nameOf(person);
	const name = await askText(room, { title: t("Change the name"), label: t("Name"), value, most: NAME, action: t("Save"), needed: true });
	if (name && name !== value) room.session.ask({ kind: "person.rename", person, name });
}

/** @param {Room} room @param {string} person */
function handOver(room, person) {
	const [name, leads] = [room.nameOf(person), room.shown.people.get(person)?.role === "facilitator"];
	const act = () => room.session.ask({ kind: "person.lead", person, leads: !leads });
	if (person === room.session.you?.person) {
		return confirm(room, { title: t("No longer lead?"), told: [t("You take part from then on. Others go on leading.")], action: t("No longer lead") }, act);
	}
	if (leads) return confirm(room, { title: t("Should {name} no longer lead?", { name }), told: [t("{name} takes part from then on.", { name }), t("Who has the address for facilitators can come back with it. A new one is made in the settings.")], action: t("No longer let lead") }, act);
	return confirm(room, { title: t("Should {name} lead too?", { name }), told: [t("{name} can then do all that you can, also show people out.", { name })], action: t("Let lead too") }, act);
}

/** @param {Room} room @param {string} person */
function showOut(room, person) {
	const { name = "", role } = room.shown.people.get(person) ?? {};
	const told = [t("{name} is out at once. Their notes stay.", { name }), t("The join code becomes another one: the old code and its QR code stop working. Who is in stays in.")];
	if (role === "facilitator") told.push(t("The addresses for facilitators, the shared screen and readers stop working too. New ones are made in the settings."));
	confirm(room, { title: t("Show {name} out?", { name }), told, action: t("Show out") }, () => room.session.ask({ kind: "person.remove", person }));
}
