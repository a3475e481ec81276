/** Making a link: from a note to the one that is clicked next, on any board. */

import { t } from "./words.js";

export class Linking {
	/** Where the link begins, while one is made. @type {string | null} */ from = null;

	/** @param {Room} room */
	constructor(room) {
		this.room = room;
	}

	/** @param {Note[]} notes one to begin at, or both ends */
	begin([start, end]) {
		if (start && end) return void this.room.actions.link(start, end);
		this.from = start?.id ?? null;
		this.room.element.classList.add("linking");
		return this.room.toasts.show(t("Now choose the note it leads to, here or at another stone."), { label: t("Stop"), act: () => this.stop() });
	}

	/** @param {string} end */
	finish(end) {
		const { notes } = this.room.session.shown;
		const [from, to] = [notes.get(this.from ?? ""), notes.get(end)];
		this.stop();
		if (from && to && from !== to) this.room.actions.link(from, to);
	}

	stop() {
		this.from = null;
		this.room.element.classList.remove("linking");
		this.room.toasts.clear();
	}
}
