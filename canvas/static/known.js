/** What is known of a workshop, asked in the ways that the parts of the room need. */

import { PARKING } from "./changes.js";
import { stops } from "./stop.js";
import { t } from "./words.js";

/** @type {(room: Room) => Known} */
export const createKnown = (room) => ({
	boards: null,

	stone: (id) => id === PARKING ? room.texts.parking : room.texts.stones.find((stone) => stone.id === id),

	nameAt: (id) => room.stone(id)?.name ?? stops()[id] ?? t("Start"),

	beside(by) {
		const at = room.texts.stones.findIndex(({ id }) => id === room.here);
		return room.here === PARKING ? undefined : room.texts.stones[at + by];
	},

	notesAt(stone) {
		room.boards ??= Map.groupBy(room.shown.notes.values(), (note) => note.stone);
		return room.boards.get(stone) ?? [];
	},

	chosen: () => [...room.selection.ids].flatMap((id) => room.shown.notes.get(id) ?? []).filter(({ stone }) => stone === room.here),

	storiesAt: (id) => [...room.shown.stories.values()].filter(({ stone }) => (stone ?? PARKING) === id).sort((one, other) => one.created - other.created),

	nameOf: (person) => room.shown.people.get(person)?.name ?? "",

	present() {
		const people = [...room.session.online].flatMap((id) => room.shown.people.get(id) ?? []);
		return people.filter(({ role }) => role === "facilitator" || role === "participant").sort((one, other) => one.name.localeCompare(other.name));
	},
});
