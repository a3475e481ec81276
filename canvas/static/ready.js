/** "I am done": everybody says so for themselves, until the room moves. */

import { button, dress } from "./element.js";
import { t } from "./words.js";

/** @param {Room} room */
export function createReady(room) {
	const me = () => room.shown.people.get(room.session.you?.person ?? "");
	const element = button({ icon: "check", text: t("I am done"), class: "ready" }, () => room.session.ask({ kind: "ready.set", on: !me()?.ready }));
	return {
		element,
		draw() {
			const { workshop } = room.shown;
			element.hidden = me()?.role !== "participant" || !room.stone(workshop?.stone ?? "")?.number || Boolean(workshop?.closed);
			dress(element, { "aria-pressed": String(Boolean(me()?.ready)) });
		},
	};
}
