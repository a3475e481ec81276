/** One's own dots in the vote that runs: how many lie where, how many are left, and putting them. */

import { dotsAt } from "../state.js";
import { n, t } from "../words.js";
import { answersOf, isAmong, runningOf } from "./results.js";

/** @typedef {ReturnType<typeof createBallot>} Ballot */

/** @param {Room} room */
export function createBallot(room) {
	const { session, toasts } = room;

	const ballot = {
		/** The vote that runs, where this person has dots in it. */
		get vote() { return room.actions.mayWrite ? runningOf(room.shown) : undefined; },

		/** Dots at deleted notes are back. */
		get left() {
			const { vote } = this;
			const { dots, notes } = room.shown;
			const mine = dotsAt({ vote: vote?.id, note: "" });
			return [...dots].reduce((left, [at, count]) => at.startsWith(mine) && notes.has(at.slice(mine.length)) ? left - count : left, vote?.dots ?? 0);
		},

		/** How many of one's dots are at a note. @param {string} note */
		at(note) {
			return room.shown.dots.get(dotsAt({ vote: this.vote?.id, note })) ?? 0;
		},

		/** May a dot go here, or come from here? @param {Note} note */
		fits(note) {
			const { vote } = this;
			return vote !== undefined && !vote.answers && (isAmong(vote, note) || this.at(note.id) > 0);
		},

		/** Another dot fits here. @param {Note} note */
		mayAdd(note) {
			const { vote } = this;
			return vote !== undefined && isAmong(vote, note) && this.left > 0 && this.at(note.id) < vote.each;
		},

		/** One dot more at a note, or one less. @param {Note} note @param {1 | -1} by */
		put(note, by) {
			const { vote } = this;
			const count = this.at(note.id) + by;
			if (!vote || count < 0) return;
			if (by > 0 && count > vote.each) return toasts.show(n("Only {count} dot fits on one note in this vote.", "At most {count} of your dots fit on one note in this vote.", vote.each));
			if (by > 0 && !this.left) return toasts.show(t("You have no dots left. Take one back from another note first."));
			session.ask({ kind: "dots.set", vote: vote.id, note: note.id, count });
			toasts.tell(`${n("{count} dot of yours here", "{count} dots of yours here", count)}. ${leftTold(this.left)}.`);
		},

		/** An answer, or no longer; who may give one only gives up the one before. @param {string} note its place */
		answer(note) {
			const { vote } = this;
			if (!vote?.answers) return;
			const count = this.at(note) ? 0 : 1;
			const gone = count && vote.dots === 1 ? answersOf(vote).map(({ id }) => id).filter((id) => id !== note && this.at(id)) : [];
			session.ask({ kind: "dots.set", vote: vote.id, note, count }, { gone });
		},
	};
	return ballot;
}

/** @param {number} left */
export const leftTold = (left) => left ? n("{count} dot left", "{count} dots left", left) : t("No dots left");
