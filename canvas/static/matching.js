/** What a search finds. Pure, no DOM. */

import { PARKING } from "./changes.js";
import { commentsByNote } from "./remarks.js";

/** What records say, read once: a record that changes is another. @type {WeakMap<object, string>} */ const read = new WeakMap();

/** Texts as they are compared: without accents and capitals. @param {any[]} texts */
const plain = (...texts) => texts.join("\n").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * Tells of notes and stories whether they are what somebody looks for; null where they look for nothing.
 * @param {State} state @param {Wish} wish
 */
export function finderOf(state, { text = "", author, stone, question, colour, reacted, loose }) {
	const words = plain(text).split(/\s+/).filter(Boolean);
	if (![...words, author, stone, question, colour, reacted, loose].some(Boolean)) return null;
	const comments = commentsByNote(state);
	return (/** @type {any} */ record) => {
		// A story has no colour, question, cluster or reactions, and so falls out where one asks for these.
		if ((author && record.author !== author) || (stone && (record.stone ?? PARKING) !== stone) || (question && record.question !== question)) return false;
		if ((colour && record.colour !== colour) || (reacted && !state.reactions.has(record.id)) || (loose && record.cluster !== null)) return false;
		if (!words.length) return true;
		if (!read.has(record)) read.set(record, plain(record.text, record.behalf, record.role, record.want, record.benefit));
		const around = plain(state.people.get(record.author)?.name, state.clusters.get(record.cluster)?.title, ...(comments.get(record.id) ?? []).map(({ text }) => text));
		return words.every((word) => read.get(record)?.includes(word) || around.includes(word));
	};
}

/** All that fits, by board in the order of the path. @param {State} state @param {Wish} wish @param {string[]} boards */
export function found(state, wish, boards) {
	const fits = finderOf(state, wish);
	const groups = Map.groupBy(/** @type {(Note | Story)[]} */ (fits ? [...state.notes.values(), ...state.stories.values()].filter(fits) : []), ({ stone }) => stone ?? PARKING);
	return boards.flatMap((board) => groups.has(board) ? [{ board, records: groups.get(board) ?? [] }] : []);
}
