/** What came of votes. Pure, no DOM. */

import { takingPart } from "../turnout.js";
import { n, t } from "../words.js";

/** @typedef {Pick<Room, "shown" | "tallies">} Counted */
/** @typedef {Pick<Vote, "stones" | "notes" | "answers">} About */

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
	const here = last?.answers || (since && last?.stones.includes(stone ?? ""));
	return here && last && (last.closed || Infinity) > since ? last : undefined;
}

/** Is a vote about this note? @param {About} vote @param {Note} note */
export const isAmong = ({ stones, notes }, { id, stone, audience = "all" }) => audience === "all" && stones.includes(stone) && (!notes || notes.includes(id));

/** What a poll offers, under the places of its answers. @param {About} vote @returns {Candidate[]} */
export const answersOf = ({ answers }) => (answers ?? []).map((text, at) => ({ id: String(at + 1), text, created: at, picture: null, colour: null }));

/** What a vote is about: notes in the order in which they came, or answers as they were asked. @param {Counted} room @param {About} vote @returns {Candidate[]} */
export const candidatesOf = ({ shown }, vote) => vote.answers ? answersOf(vote) : [...shown.notes.values()].filter((note) => isAmong(vote, note)).sort(byAge);

/** As far as everybody may see them the notes with dots, the most first, or all answers as they were asked; `place` is shared, `share` is of all dots. @param {Counted} room @param {Vote} vote @returns {Result[]} */
export function resultsOf({ shown, tallies }, vote) {
	const counts = tallies.get(vote.id)?.notes ?? new Map();
	/** @type {Candidate[]} */ const lying = vote.answers ? answersOf(vote) : [...counts.keys()].flatMap((id) => shown.notes.get(id) ?? []);
	const found = lying.map((note) => ({ note, count: counts.get(note.id) ?? 0 })).filter(({ count }) => vote.answers || count > 0);
	if (!vote.answers) found.sort((one, other) => other.count - one.count || byAge(one.note, other.note));
	const all = found.reduce((sum, { count }) => sum + count, 0);
	return found.map(({ note, count }) => ({ note, count, share: count / (all || 1), place: 1 + found.filter((one) => one.count > count).length }));
}

/** So many of them, and those that are level with the last. @param {Result[]} results @param {number} most */
export const topOf = (results, most) => results.filter(({ place }) => place <= most);

/** The dots of every note that has some, by the last round in which it got any. @param {Counted} room @returns {Map<string, number>} */
export function countsOf({ shown, tallies }) {
	const rounds = [...shown.votes.values()].filter(({ answers }) => !answers).sort((one, other) => one.created - other.created);
	return new Map(rounds.flatMap(({ id }) => [...tallies.get(id)?.notes ?? []]).filter(([, count]) => count > 0));
}

/** Who is here, and how many of them put a dot. @param {Room} room @param {Vote} vote */
export function votedOf(room, { id }) {
	const { voters = 0 } = room.tallies.get(id) ?? {};
	const all = Math.max(voters, takingPart(room).length);
	return t("{count} of {all} voted", { count: voters, all });
}

/** What one may do. @param {Vote} vote */
export const ruleOf = ({ dots, each, hidden, answers }) => [
	answers ? dots > 1 ? t("choose as many as you like") : t("choose one") : n("{count} dot for everybody", "{count} dots for everybody", dots),
	!answers && each < dots && n("at most {count} per note", "at most {count} per note", each),
	hidden && t("results show at the end"),
].filter(Boolean).join(" · ");

/** @param {Candidate} one @param {Candidate} other */
const byAge = (one, other) => one.created - other.created || (one.id < other.id ? -1 : 1);
