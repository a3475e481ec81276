/** Asking for texts, and what stands at one that is not saved. */

import { openDialog } from "./dialog.js";
import { button, h } from "./element.js";
import { t } from "./words.js";

/** The text as it was typed, or null where nobody wants to say one. @type {(room: Room, wish: TextWish) => Promise<string | null>} */
export const askText = ({ element }, { title, label, action, most, value = "", needed, preview, remove }) => new Promise((resolve) => {
	/** @type {string | null} */ let answer = null;
	const field = h("input", { maxlength: most, required: needed, autocomplete: "off", value });
	const form = createForm(action, () => {
		answer = field.value.trim();
		if (answer || !needed) dialog.close();
	}, preview, h("label", label, field), remove && button({ text: remove[0] }, () => { dialog.close(); remove[1](); }));
	const dialog = openDialog(element, title, [form]);
	dialog.addEventListener("close", () => resolve(answer));
	field.select();
});

/** @param {string} action @param {() => void} send @param {...Child} content */
export const createForm = (action, send, ...content) => h("form.ask", { on: sending(send) }, content, h("button.primary", { type: "submit" }, action));

/** Enter sends; in a field of several lines, Shift + Enter begins a new one. @type {(send: () => void) => Listeners} */
export const sending = (send) => ({
	submit(event) {
		event.preventDefault();
		send();
	},
	keydown(event) {
		const { target } = event;
		if (event.key !== "Enter" || event.shiftKey || event.isComposing || !(target instanceof HTMLTextAreaElement)) return;
		event.preventDefault();
		target.form?.requestSubmit();
	},
});

/** Why a record is not saved, and the way to try again. @param {Room} room @param {string} key */
export function failureOf({ session }, key) {
	const failed = session.waitingFor(key).find((pending) => pending.failed !== null);
	return failed && h("p.error", failed.failed, " ", button({ text: t("Try again"), "data-id": failed.id }, () => session.retry(failed.id)));
}
