/** What came of votes. Pure, no DOM. */

import { takingPart } from "../turnout.js";
import { t } from "../words.js";

/** @typedef {Pick<Room, "shown" | "tallies">} Counted */
/** @typedef {Pick<Vote, "stones" | "notes">} About */

/** The round that runs. @param {State} state */
export const runningOf = ({ votes }) => [...votes.values()].find(({ closed }) => closed === null);

/** Those that are over, the latest first. @param {State} state */
export const pastOf = ({ votes }) => [...votes.values()].filter(({ closed }) => closed !== null).sort((one, other) => other.created - one.created);

/** The vote that was closed since the session began and the room came here: its result stays until the room goes on. @param {State} state */
export function resultOf(state) {
	const { begun, arrived, stone } = state.workshop ?? {};
	const since = Math.max(begun ?? 0, arrived ?? 0);
	const [last] = pastOf(state);
	// What who leads closes just now has no moment yet.
	return since && last && (last.closed || Infinity) > since && last.stones.includes(stone ?? "") ? last : undefined;
}

/** Is a vote about this note? @param {About} vote @param {Note} note */
export const isAmong = ({ stones, notes }, { id, stone, audience = "all" }) => audience === "all" && stones.includes(stone) && (!notes || notes.includes(id));

/** The notes that a vote is about, in the order in which they came. @param {Counted} room @param {About} vote */
export const candidatesOf = ({ shown }, vote) => [...shown.notes.values()].filter((note) => isAmong(vote, note)).sort(byAge);

/** The notes with dots as far as everybody may see them, the most first; `place` is shared, `share` is of all dots. @param {Counted} room @param {Vote} vote @returns {Result[]} */
export function resultsOf({ shown, tallies }, { id }) {
	const found = [...tallies.get(id)?.notes ?? []].flatMap(([key, count]) => {
		const note = shown.notes.get(key);
		return note && count > 0 ? [{ note, count }] : [];
	}).sort((one, other) => other.count - one.count || byAge(one.note, other.note));
	const all = found.reduce((sum, { count }) => sum + count, 0);
	return found.map(({ note, count }) => ({ note, count, share: count / all, place: 1 + found.findIndex((one) => one.count === count) }));
}

/** So many of them, and those that are level with the last. @param {Result[]} results @param {number} most */
export const topOf = (results, most) => results.filter(({ place }) => place <= most);

/** The dots of every note that has some, by the last round in which it got any. @param {Counted} room @returns {Map<string, number>} */
export function countsOf({ shown, tallies }) {
	const rounds = [...shown.votes.values()].sort((one, other) => one.created - other.created);
	return new Map(rounds.flatMap(({ id }) => [...tallies.get(id)?.notes ?? []]).filter(([, count]) => count > 0));
}

/** Who is here, and how many of them put a dot. @param {Room} room @param {Vote} vote */
export function votedOf(room, { id }) {
	const { voters = 0 } = room.tallies.get(id) ?? {};
	const all = Math.max(voters, takingPart(room).length);
	return t("{count} of {all} voted", { count: voters, all });
}

/** @param {Note} one @param {Note} other */
const byAge = (one, other) => one.created - other.created || (one.id < other.id ? -1 : 1);
