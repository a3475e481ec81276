/** What hangs at a note: one's own dots, to put and to take back; how many there are in all, where that may be known. */

import { dress, h, say } from "../element.js";
import { n, t } from "../words.js";
import { runningOf } from "./results.js";

/** So many are drawn, more are counted. */
const DRAWN = 3;

/** @param {Room} room @param {import("./ballot.js").Ballot} ballot */
export function createMarks(room, ballot) {
	/** By the foot in which they lie. @type {Map<HTMLElement, {note: string, mark: {element: HTMLElement, draw(note: Note): void}, votes: boolean}>} */ const laid = new Map();
	/** @type {Map<string, number>} */ let counts = new Map();

	/** @param {HTMLElement} foot */
	function take(foot) {
		laid.get(foot)?.mark.element.remove();
		laid.delete(foot);
	}

	/** @type {Voting["lay"]} */
	function lay(foot, note) {
		const votes = ballot.fits(note);
		const known = laid.get(foot);
		if (known && (known.votes !== votes || known.note !== note.id)) take(foot);
		if (!votes && !counts.get(note.id)) return take(foot);
		const { mark } = laid.get(foot) ?? { mark: votes ? createVoter(note.id) : createResult() };
		laid.set(foot, { note: note.id, mark, votes });
		if (mark.element.parentNode !== foot) foot.append(mark.element);
		mark.draw(note);
		return undefined;
	}

	/** @param {string} id */
	function createVoter(id) {
		const act = (/** @type {1 | -1} */ by) => () => {
			const note = room.shown.notes.get(id);
			if (note) ballot.put(note, by);
		};
		const less = h("button", { type: "button", "aria-label": t("Take a dot back"), on: { click: act(-1) } }, "−");
		const more = h("button", { type: "button", "aria-label": t("Put a dot here"), on: { click: act(1) } }, "+");
		const [mine, total] = [h("span.mine", { "aria-hidden": "true" }), h("span.in-all")];
		const element = h("span.dots", { role: "group" }, total, less, mine, more);
		return {
			element,
			/** @param {Note} note */
			draw(note) {
				const own = ballot.at(id);
				const all = counts.get(id) ?? 0;
				// The notes of a board are one stop of the tab key.
				for (const one of [less, more]) one.tabIndex = element.closest(".note") ? -1 : 0;
				if (!own && less.matches(":focus")) more.focus();
				less.hidden = !own;
				say(mine, dotted(own));
				dress(more, { "aria-disabled": !ballot.mayAdd(note) && "true" });
				element.classList.toggle("some", own > 0);
				dress(element, { "aria-label": n("{count} dot of yours here", "{count} dots of yours here", own) });
				total.hidden = !all;
				say(total, String(all));
				total.title = n("{count} dot in all", "{count} dots in all", all);
			},
		};
	}

	function createResult() {
		const element = h("span.dots.result", h("span", { "aria-hidden": "true" }, "●"), h("strong"));
		return {
			element,
			/** @param {Note} note */
			draw({ id }) {
				const count = counts.get(id) ?? 0;
				say(element.lastElementChild, String(count));
				element.title = n("{count} dot in all", "{count} dots in all", count);
			},
		};
	}

	return {
		lay,
		/** @param {Map<string, number>} past the dots by note, where no vote runs */
		draw(past) {
			const vote = runningOf(room.shown);
			counts = vote && !vote.answers ? room.tallies.get(vote.id)?.notes ?? new Map() : past;
			for (const [foot, { note: id, mark }] of laid) {
				const note = room.shown.notes.get(id);
				if (note && foot.isConnected) mark.draw(note);
				else take(foot);
			}
		},
	};
}

/** @param {number} count */
const dotted = (count) => count > DRAWN ? `● ${count}` : "●".repeat(count);
