/** What people say of a note: their signs, and how many comments there are. */

import { button, dress, h, icon, say } from "./element.js";
import { t } from "./words.js";

/** Gathered once for all that is drawn together. @type {Map<string, Comment[]> | null} */ let gathered = null;

/** Which signs there are, and who put them here. @param {Room} room @param {string} note */
function signsAt({ shown }, note) {
	/** @type {[Sign, IconName, string][]} */ const signs = [["agree", "thumb", t("I agree")], ["heart", "heart", t("I like this")], ["question", "question-mark", t("I have a question")], ["star", "star", t("Important")]];
	return signs.map(([sign, shape, name]) => ({ sign, shape, name, people: [...shown.reactions.get(note)?.get(sign) ?? []] }));
}

/** The oldest first. @param {State} state */
export const commentsByNote = ({ comments }) => Map.groupBy(comments.values(), ({ note }) => note);

/** @param {Room} room @param {string} note */
export function commentsAt({ shown }, note) {
	if (!gathered) queueMicrotask(() => { gathered = null; });
	return (gathered ??= commentsByNote(shown)).get(note) ?? [];
}

/** For the foot of a note; null where there are none. @param {Room} room @param {Note} note */
export function reactionsOf(room, { id }) {
	const comments = commentsAt(room, id);
	if (!comments.length && !room.shown.reactions.has(id)) return null;
	const told = [...signsAt(room, id), { shape: /** @type {const} */ ("comment"), name: t("Comments"), people: comments }].filter(({ people }) => people.length);
	return h("span.signs", told.map(({ shape, name, people }) => h("span", { title: name }, icon(shape), h("span.unseen", name), String(people.length))));
}

/** Who pressed which stands in their titles. @param {Room} room @param {Note} note */
export function reactionButtons(room, { id: note }) {
	const me = room.session.you?.person ?? "";
	const buttons = signsAt(room, note).map(({ sign, shape }) => button({ icon: shape, class: "tool" }, () => {
		room.session.ask({ kind: "reaction.set", note, sign, on: !room.shown.reactions.get(note)?.get(sign)?.has(me) });
		draw();
	}, h("span.figure")));
	const row = h("span.signs", { role: "group", "aria-label": t("What do you think of it?") }, buttons);
	const draw = () => signsAt(room, note).forEach(({ name, people }, at) => {
		const element = /** @type {HTMLElement} */ (buttons[at]);
		const title = [name, people.map((person) => room.nameOf(person)).join(", ")].filter(Boolean).join(": ");
		dress(element, { "aria-pressed": String(people.includes(me)), title, "aria-label": title });
		say(element.lastElementChild, String(people.length || ""));
	});
	draw();
	room.watch(row, draw);
	return row;
}
