/** What is known of a workshop, asked in the ways that the parts of the room need. */

import { authorOf } from "./authors.js";
import { FRAMING, PARKING } from "./changes.js";
import { stops } from "./stop.js";
import { everyStone, walked } from "./walk.js";
import { t } from "./words.js";

/** @type {(room: Room) => Known} */
export const createKnown = (room) => ({
	boards: null,
	walk: null,
	seen: null,

	stones() {
		const { stones, workshop } = room.shown;
		return room.walk ??= walked(everyStone(room.texts.stones, stones), workshop?.programme ?? [], (id) => room.notesAt(id)[0] ?? room.storiesAt(id)[0] ?? stones.get(id)?.conclusion);
	},

	/** One that is not walked is shown all the same, to who comes by. */
	stone(id) {
		if (id === PARKING) return room.texts.parking;
		const found = room.stones().find((stone) => stone.id === id) ?? everyStone(room.texts.stones, room.shown.stones).find((stone) => stone.id === id);
		return found && { number: room.stones().length + 1, ...found };
	},

	nameAt: (id) => room.stone(id)?.name ?? stops()[id] ?? t("Start"),

	beside(by) {
		const { programme = [], step } = room.shown.workshop ?? {};
		const steps = programme.length ? programme.map(({ step, kind, stone }) => ({ step, id: stone ?? kind })) : [FRAMING, ...room.stones().map(({ id }) => id)].map((id) => ({ id }));
		const left = programme.findIndex((one) => one.step === step);
		// Two breaks are told apart by the step; who is beside the programme goes on from where it was left.
		const at = steps[left]?.id === room.here ? left : steps.findIndex(({ id }) => id === room.here);
		const beside = at < 0 ? programme.length && room.here !== FRAMING ? left + (by > 0 ? by : by + 1) : room.here === FRAMING ? by - 1 : -1 : at + by;
		const found = steps[beside];
		return found && { ...found, name: room.nameAt(found.id) };
	},

	notesAt(stone) {
		room.boards ??= Map.groupBy(room.shown.notes.values(), (note) => note.stone);
		return room.boards.get(stone) ?? [];
	},

	chosen: () => [...room.selection.ids].flatMap((id) => room.shown.notes.get(id) ?? []).filter(({ stone }) => stone === room.here),

	storiesAt: (id) => [...room.shown.stories.values()].filter(({ stone }) => (stone ?? PARKING) === id).sort((one, other) => one.created - other.created),

	authorOf: (note) => authorOf(room.shown, note),

	groupOf: (person) => room.shown.groups.get(room.shown.people.get(person)?.group ?? ""),

	meant() {
		const { workshop } = room.shown;
		const { person = "", role } = room.session.you ?? {};
		const stone = role === "participant" ? room.groupOf(person)?.stone : null;
		return stone ? { stone, question: null } : { stone: workshop?.stone || FRAMING, question: workshop?.question ?? null };
	},

	nameOf: (person) => room.shown.people.get(person)?.name ?? "",

	present() {
		const people = [...room.session.online].flatMap((id) => room.shown.people.get(id) ?? []);
		return people.filter(({ role }) => role === "facilitator" || role === "participant").sort((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }));
	},
});
