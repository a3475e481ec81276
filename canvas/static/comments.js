/** A window with what people said of a note, and a field to say more. */

import { newId } from "./changes.js";
import { serverNow } from "./clock.js";
import { openDialog } from "./dialog.js";
import { button, h, refill, say } from "./element.js";
import { createForm, failureOf } from "./form.js";
import { COMMENT } from "./limits.js";
import { commentsAt } from "./remarks.js";
import { n, t } from "./words.js";

/** @param {Room} room @param {Note} note */
export function open(room, { id: note, text: quoted }) {
	const { session, actions } = room;
	const [count, list] = [h("p.soft", { role: "status" }), h("ol.remarks")];
	const field = h("textarea", { rows: 2, maxlength: COMMENT, "aria-label": t("Your comment"), placeholder: t("Your comment") });
	const form = createForm(t("Add comment"), () => {
		const text = field.value.trim();
		if (text) session.ask({ kind: "comment.add", comment: newId(), note, text });
		field.value = "";
	}, field);
	const dialog = openDialog(room.element, t("Comments"), [h("p.quoted", { dir: "auto" }, quoted), count, list, actions.mayWrite && form]);
	draw();
	room.watch(dialog, draw);
	field.focus();

	function draw() {
		const comments = commentsAt(room, note);
		say(count, n("{count} comment", "{count} comments", comments.length));
		refill(list, comments.map(({ id, text, author, created }) => h("li",
			h("p.soft", room.shown.workshop?.authors !== "nobody" && `${room.nameOf(author ?? "")} · `, ago(created, room.data.language)), h("p", { dir: "auto" }, text),
			actions.mayEdit({ author }) && button({ icon: "trash", label: t("Delete this comment"), class: "plain", "data-id": id }, () => remove(id)),
			failureOf(room, `comments:${id}`))));
	}

	/** @param {string} comment */
	function remove(comment) {
		session.ask({ kind: "comment.delete", comment });
		field.focus();
	}
}

/** A time as people tell it. @param {number} at @param {string} language */
export function ago(at, language, now = serverNow()) {
	const minutes = Math.floor((now - at) / 60000);
	if (minutes < 1) return t("just now");
	const [count, unit] = minutes < 60 ? [minutes, "minute"] : minutes < 1440 ? [minutes / 60, "hour"] : [minutes / 1440, "day"];
	return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-Math.floor(count), /** @type {any} */ (unit));
}
