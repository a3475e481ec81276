/** What the session brought that could become an action: conclusions of stones, and the notes with most votes. */

import { button, h, refill } from "../element.js";
import { WHAT } from "../limits.js";
import { countsOf } from "../votes/results.js";
import { n, t } from "../words.js";
import { mayAct } from "./actions.js";

const MOST = 12;

/** @param {Room} room @param {(wish: {what: string, stone: string, note: string | null}) => void} take */
export function createOffers(room, take) {
	const list = h("ul.offers");
	const element = h("section", { "aria-label": t("What the session brought"), hidden: true },
		h("h2", t("What the session brought")), h("p.soft", t("One click makes it an action.")), list);

	/** @param {Offer} offer */
	const row = ({ id, what, told, stone, note }) => h("li.offer", button({ icon: "plus", label: t("Make this an action"), "data-id": id, class: "plain" }, () => take({ what, stone, note })),
		h("div", h("p", { dir: "auto" }, what), h("p.soft", told)));

	return {
		element,
		draw() {
			const offers = mayAct(room) ? offersOf(room) : [];
			element.hidden = !offers.length;
			refill(list, offers.map(row));
			// A drawing that is as it was keeps its buttons, which hold the offer of before: the same one.
		},
	};
}

/** Conclusions in the order of the path, then notes, those with most votes first. @type {(room: Room) => Offer[]} */
export function offersOf(room) {
	const actions = [...room.shown.actions.values()];
	const concluded = [...room.shown.stones.values()].filter(({ stone, conclusion }) => conclusion && !actions.some((one) => one.stone === stone && !one.note));
	const place = new Map(room.stones().map(({ id }, at) => [id, at]));
	concluded.sort((one, other) => (place.get(one.stone) ?? Infinity) - (place.get(other.stone) ?? Infinity));
	return [
		...concluded.map(({ stone, conclusion }) => ({ id: `stone ${stone}`, what: cut(conclusion), stone, note: null, told: t("conclusion of {name}", { name: room.nameAt(stone) }) })),
		...chosen(room).filter(({ id }) => !actions.some(({ note }) => note === id)).slice(0, MOST).map((note) => offerOf(room, note)),
	];
}

/** @param {Room} room @param {Note & {count: number}} note @returns {Offer} */
const offerOf = (room, { id, text, stone, count }) => ({ id: `note ${id}`, what: cut(text), stone, note: id, told: `${n("{count} dot", "{count} dots", count)}, ${room.nameAt(stone)}` });

/** The notes that got dots, those with most first. @param {Room} room @returns {(Note & {count: number})[]} */
function chosen(room) {
	const counts = countsOf(room);
	const notes = [...counts].flatMap(([id, count]) => {
		const note = room.shown.notes.get(id);
		return note?.audience === "all" ? { ...note, count } : [];
	});
	return notes.sort((one, other) => other.count - one.count || one.created - other.created);
}

/** An action is one line of so many signs. @param {string} text */
function cut(text) {
	const line = text.replace(/\s+/g, " ").trim();
	return [...line].length <= WHAT ? line : `${[...line].slice(0, WHAT - 1).join("").trimEnd()}…`;
}
