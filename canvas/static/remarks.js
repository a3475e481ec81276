/** What people say of a note: their signs, and how many comments there are. */

import { button, dress, h, icon, say } from "./element.js";
import { t } from "./words.js";

/** Gathered once for all that is drawn together. @type {Map<string, Comment[]> | null} */ let gathered = null;

/** Which there are, and who put them here. @param {Room} room @param {string} note */
function signsAt({ shown }, note) {
	/** @type {[Sign, IconName, string][]} */ const signs = [["agree", "thumb", t("I agree")], ["heart", "heart", t("I like this")], ["question", "question-mark", t("I have a question")], ["star", "star", t("Important")]];
	return signs.map(([sign, shape, name]) => ({ sign, shape, name, people: [...shown.reactions.get(note)?.get(sign) ?? []] }));
}

/** Comments by note, the oldest first. @param {State} state */
export const commentsByNote = ({ comments }) => Map.groupBy(comments.values(), ({ note }) => note);

/** @param {Room} room @param {string} note */
export function commentsAt({ shown }, note) {
	if (!gathered) queueMicrotask(() => { gathered = null; });
	return (gathered ??= commentsByNote(shown)).get(note) ?? [];
}

/** How many signs and comments a note has, for its foot; null where there are none. @param {Room} room @param {Note} note */
export function reactionsOf(room, { id }) {
	if (!room.session.shown.reactions.has(id) && !commentsAt(room, id).length) return null;
	const told = [...signsAt(room, id), { shape: /** @type {const} */ ("comment"), name: t("Comments"), people: commentsAt(room, id) }].filter(({ people }) => people.length);
	return told.length ? h("span.signs", told.map(({ shape, name, people }) => h("span", { title: name }, icon(shape), h("span.unseen", name), String(people.length)))) : null;
}

/** Four buttons; who pressed which stands in their titles. @param {Room} room @param {Note} note */
export function reactionButtons(room, { id: note }) {
	const me = room.session.you?.person ?? "";
	const buttons = signsAt(room, note).map(({ sign, shape }, at) => button({ icon: shape, class: "tool" }, () => {
		room.session.ask({ kind: "reaction.set", note, sign, on: !signsAt(room, note)[at]?.people.includes(me) });
		draw();
	}, h("span.figure")));
	const row = h("span.signs", { role: "group", "aria-label": t("What do you think of it?") }, buttons);
	const draw = () => signsAt(room, note).forEach(({ name, people }, at) => {
		const title = [name, people.map((person) => room.nameOf(person)).join(", ")].filter(Boolean).join(": ");
		const element = /** @type {HTMLElement} */ (buttons[at]);
		dress(element, { "aria-pressed": String(people.includes(me)), title, "aria-label": title });
		say(element.lastElementChild, String(people.length || ""));
	});
	draw();
	room.watch(row, draw);
	return row;
}
