/** Making a link: from a note to the one that is clicked next, on any board. */

import { t } from "./words.js";

/** @type {(room: Room) => Linking} */
export const createLinking = ({ actions, element, session, toasts }) => ({
	from: null,

	begin([start, end]) {
		if (start && end) return actions.link(start, end);
		this.from = start?.id ?? null;
		element.classList.add("linking");
		toasts.show(t("Now choose the note it leads to, here or at another stone."), { label: t("Stop"), act: () => this.stop() });
	},

	finish(id) {
		const [start, end] = [this.from ?? "", id].map((one) => session.shown.notes.get(one));
		this.stop();
		if (start && end && start !== end) actions.link(start, end);
	},

	stop() {
		this.from = null;
		element.classList.remove("linking");
		toasts.clear();
	},
});
