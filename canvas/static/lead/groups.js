/** People in groups, for who leads: divided at random or by hand, each at a stone of its own or all with the room. */

import { newId } from "../changes.js";
import { button, h, refill, say } from "../element.js";
import { askText } from "../form.js";
import { wear } from "../later.js";
import { GROUPS, NAME } from "../limits.js";
import { n, t } from "../words.js";
import { confirm } from "./confirm.js";
import { dealt, freshNames, goodCount, shuffled, smallest } from "./dividing.js";
import { membersOf } from "./people.js";
import { createSeats } from "./seats.js";

/** @param {Room} room @returns {Drawn} */
export function createGroups(room) {
	const [dividing, seats] = [createDividing(room), createSeats(room)];
	const verbs = h("div.lead-verbs");
	wear(room.element, "lead/people.css");
	return {
		element: h("section.lead-section", dividing.element, seats.element, verbs),
		draw({ all, keys }) {
			if (!all && ![...keys].some((key) => /^(people|groups|online|workshop|stones)/.test(key))) return;
			const divided = room.shown.groups.size > 0;
			dividing.draw(divided);
			seats.draw();
			refill(verbs, ...divided ? verbsOf(room) : []);
		},
	};
}

/** How many groups, and how they are filled. @param {Room} room */
function createDividing(room) {
	const number = h("input", { type: "number", min: 1, max: GROUPS, required: true, inputmode: "numeric" });
	const told = h("p.soft", { role: "status" });
	const count = () => Math.max(1, Math.min(GROUPS, Math.round(Number(number.value)) || 1));
	const random = button({ icon: "people", text: t("Divide at random"), class: "primary" }, () => {
		const act = () => divide(room, count(), presentOf(room));
		room.shown.groups.size ? confirm(room, { title: t("Divide anew?"), told: [t("Everybody gets another seat. What was written stays under the name of the group it was written in.")], action: t("Divide at random") }, act) : act();
	});
	const byHand = button({ text: t("Empty groups, to fill by hand") }, () => divide(room, count(), []));
	const form = h("form.ask", { on: { submit: (event) => { event.preventDefault(); random.click(); }, input: tell } }, h("label", t("How many groups"), number), told, h("div.lead-verbs", random, byHand));
	const [summary, element] = [h("summary", t("Divide anew")), h("details")];
	element.append(summary, form);
	let shown = false;

	function tell() {
		const [people, groups] = [presentOf(room).length, count()];
		const [few, most] = [Math.floor(people / groups), Math.ceil(people / groups)];
		const each = few === most ? n("{count} person each", "{count} people each", few) : t("{few} or {most} people each", { few, most });
		say(told, `${n("{count} person is here who does not lead", "{count} people are here who do not lead", people)}: ${each}`);
	}

	return {
		element,
		/** @param {boolean} divided */
		draw(divided) {
			if (!number.value) number.value = String(goodCount(presentOf(room).length));
			summary.hidden = !divided;
			byHand.hidden = divided;
			if (shown !== divided || !divided) element.open = !divided;
			shown = divided;
			tell();
		},
	};
}

/** Who is here and does not lead. @param {Room} room */
const presentOf = (room) => room.present().filter(({ role }) => role === "participant");

/** Groups that remain keep their names and stones. @param {Room} room @param {number} count @param {Person[]} people */
function divide(room, count, people) {
	const { groups, workshop } = room.shown;
	const kept = [...groups.values()].slice(0, count).map(({ id, name, stone }) => ({ group: id, name, stone }));
	const names = freshNames(workshop?.language ?? "", kept.map(({ name }) => name), count - kept.length);
	const all = [...kept, ...names.map((name) => ({ group: newId(), name, stone: null }))];
	const seats = dealt(shuffled(people), count);
	room.session.ask({ kind: "groups.set", groups: all.map((one, at) => ({ ...one, people: (seats[at] ?? []).map(({ id }) => id) })) });
}

/** As they are now, to be told with a change. @param {Room} room */
const asTheyAre = ({ shown: { groups, people } }) => [...groups.values()].map(({ id, name, stone }) => ({ group: id, name, stone, people: [...people.values()].filter(({ group }) => group === id).map(({ id }) => id) }));

/** What is done with all of them. @param {Room} room @returns {Child[]} */
function verbsOf(room) {
	const { session, shown: { groups, workshop } } = room;
	const late = presentOf(room).filter(({ group }) => !groups.has(group ?? ""));
	const apart = [...groups.values()].filter(({ stone }) => stone);
	const everybody = n("Give {count} person a seat", "Give {count} people a seat", late.length);
	return [
		late.length > 0 && button({ icon: "person-plus", text: everybody, class: "primary", "data-id": "late" }, () => seatLate(room)),
		groups.size < GROUPS && button({ icon: "plus", text: t("One more group"), "data-id": "more" }, () => {
			const [name = ""] = freshNames(workshop?.language ?? "", [...groups.values()].map(({ name }) => name), 1);
			session.ask({ kind: "groups.set", groups: [...asTheyAre(room), { group: newId(), name, stone: null, people: [] }] });
		}),
		apart.length < groups.size && button({ icon: "expand", text: t("Each its own stone"), "data-id": "apart" }, () => spread(room)),
		apart.length > 0 && button({ icon: "collapse", text: t("Everybody together"), "data-id": "together" }, () => reunite(room)),
		button({ icon: "trash", text: t("No more groups"), class: "plain", "data-id": "dissolve" }, () => confirm(room, { title: t("No more groups?"), told: [t("Everybody is together again. The names of the groups stay under what they wrote.")], action: t("No more groups") }, () => session.ask({ kind: "groups.set", groups: [] }))),
	];
}

/** Who came late, one by one where there are fewest. @param {Room} room */
function seatLate(room) {
	const { groups } = room.shown;
	const sizes = new Map([...groups.keys()].map((id) => [id, membersOf(room.shown).filter(({ group }) => group === id).length]));
	for (const { id } of presentOf(room).filter(({ group }) => !groups.has(group ?? ""))) {
		const group = smallest(sizes);
		if (!group) return;
		sizes.set(group, (sizes.get(group) ?? 0) + 1);
		room.session.ask({ kind: "person.seat", person: id, group });
	}
}

/** From where the room is on, each group the next stone. @param {Room} room */
function spread(room) {
	const stones = room.stones().filter(({ spare }) => !spare);
	const from = Math.max(0, stones.findIndex(({ id }) => id === room.shown.workshop?.stone));
	[...room.shown.groups.keys()].forEach((group, at) => room.session.ask({ kind: "group.edit", group, stone: stones[(from + at) % stones.length]?.id }));
}

/** All groups are where the room is again. @param {Room} room */
function reunite({ session, shown }) {
	for (const { id, stone } of [...shown.groups.values()]) if (stone) session.ask({ kind: "group.edit", group: id, stone: null });
}

/** @param {Room} room @param {string} group */
export async function rename(room, group) {
	const value = room.shown.groups.get(group)?.name ?? "";
	const name = await askText(room, { title: t("Name of the group"), label: t("Name"), value, most: NAME, action: t("Save"), needed: true });
	if (name && name !== value) room.session.ask({ kind: "group.edit", group, name });
}
