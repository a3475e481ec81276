/** What who leads can count of a session: how far it is, time against plan, what lies where, who is quiet. Pure, no DOM. */

import { takingPart } from "../turnout.js";
import { minutesHere, paceOf, stepAt } from "./pace.js";

const MINUTE = 60_000;

/** @typedef {Pick<Room, "shown" | "tallies" | "session" | "place" | "present" | "stones" | "stone" | "notesAt">} Counted */
/** @typedef {{id: string, name: string, notes: number, hidden: number, dots: number, finished: boolean}} Count */

/** How long the room is where it is, and of how many minutes; without a plan `behind` and `ends` are null. @param {Workshop} workshop @param {number} now */
export function timeOf(workshop, now) {
	const { programme, arrived } = workshop;
	const [spent, { steps, behind }] = [minutesHere(workshop, now), paceOf(workshop, now)];
	const minutes = programme[stepAt(workshop)]?.minutes ?? 0;
	const over = programme.at(-1)?.minutes ?? 0;
	const last = steps.at(-1)?.expected;
	const ends = last ? last + over * MINUTE : now + Math.max(0, over - spent) * MINUTE;
	return { known: arrived !== null, spent, minutes, behind, ends: behind === null ? null : ends };
}

/** Where somebody works: at the stone of their group, else with the room. @param {Pick<Room, "shown">} room @param {string} stone @param {Person} person */
export const worksAt = ({ shown }, stone, { group }) => shown.groups.get(group ?? "")?.stone ?? stone;

/** Who wrote nothing where they work; null where people write without their names. Of hidden notes only whose they are is known, not where. @param {Counted} room @param {string} stone */
export function quietAt(room, stone) {
	if (room.shown.stones.get(stone)?.writing === "anonymous") return null;
	const { stones, people = {} } = room.session.hidden;
	return takingPart(room).filter((person) => {
		const [{ id }, at] = [person, worksAt(room, stone, person)];
		return !room.notesAt(at).some(({ author }) => author === id) && !(stones[at] && people[id]);
	});
}

/** @param {Counted} room @returns {Count[]} */
export function byStone(room) {
	const { session: { hidden: { stones: hidden } }, shown: { finished } } = room;
	const dots = dotsBy(room, ({ stone }) => stone);
	return room.stones().map(({ id, name }) => ({ id, name, notes: room.notesAt(id).filter(isOpen).length, hidden: hidden[id] ?? 0, dots: dots.get(id) ?? 0, finished: finished.has(id) }));
}

/** @param {Counted} room @returns {Count[]} */
export function byGroup(room) {
	const { session: { hidden: { groups: hidden = {} } }, shown: { notes, groups } } = room;
	const written = Map.groupBy([...notes.values()].filter(isOpen), ({ group }) => group);
	const dots = dotsBy(room, ({ group }) => group);
	return [...groups.values()].map(({ id, name }) => ({ id, name, notes: written.get(id)?.length ?? 0, hidden: hidden[id] ?? 0, dots: dots.get(id) ?? 0, finished: false }));
}

/** @param {Note} note */
const isOpen = ({ audience }) => audience === "all";

/** How many dots lie where. @param {Counted} room @param {(note: Note) => string | null} by */
function dotsBy(room, by) {
	/** @type {Map<string, number>} */ const found = new Map();
	for (const [vote, { notes }] of room.tallies) for (const [id, count] of room.shown.votes.get(vote)?.answers ? [] : notes) {
		const note = room.shown.notes.get(id);
		const key = note && by(note);
		if (key) found.set(key, (found.get(key) ?? 0) + count);
	}
	return found;
}
