/** What a search finds. Pure, no DOM. */

import { authorOf } from "./authors.js";
import { PARKING } from "./changes.js";
import { commentsByNote } from "./remarks.js";

/** Without accents and capitals. @param {any[]} texts */
const plain = (...texts) => texts.join("\n").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether a note or story is what somebody looks for; null where they look for nothing. @param {State} state @param {Wish} wish @param {Map<string, number>} [dots] by note */
export function finderOf(state, { text: wish = "", reacted, voted, loose, ...same }, dots) {
	const words = plain(wish).split(/\s+/).filter(Boolean);
	const wanted = Object.entries(same).filter(([, value]) => value);
	if (!words.length && !wanted.length && !reacted && !voted && !loose) return null;
	const comments = commentsByNote(state);
	return (/** @type {any} */ record) => {
		// A story has no colour, question, cluster, reactions or dots, and so falls out where one asks for these.
		if (wanted.some(([name, value]) => (record[name] ?? PARKING) !== value)) return false;
		if ((reacted && !state.reactions.has(record.id)) || (loose && record.cluster !== null)) return false;
		if (voted && !dots?.get(record.id)) return false;
		if (!words.length) return true;
		const { id, text, role, want, benefit, cluster } = record;
		const around = [authorOf(state, record), state.clusters.get(cluster)?.title, ...(comments.get(id) ?? []).map((comment) => comment.text)];
		const told = plain(text, role, want, benefit, ...around);
		return words.every((word) => told.includes(word));
	};
}

/** By board, in the order of the path; where one asks for those with dots, the most first. @param {State} state @param {Wish} wish @param {string[]} boards @param {Map<string, number>} [dots] */
export function found(state, wish, boards, dots) {
	const fits = finderOf(state, wish, dots) ?? (() => false);
	const all = [...state.notes.values(), ...state.stories.values()].filter(fits);
	if (wish.voted) all.sort((one, other) => (dots?.get(other.id) ?? 0) - (dots?.get(one.id) ?? 0));
	const groups = Map.groupBy(all, ({ stone }) => stone ?? PARKING);
	return boards.flatMap((board) => ({ board, records: groups.get(board) ?? [] })).filter(({ records }) => records.length);
}
