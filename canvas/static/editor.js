/** Editing a note where it stands: Enter keeps, Shift+Enter begins a line, Escape leaves it as it was. */

import { h } from "./element.js";
import { t } from "./words.js";

/**
 * Puts an editor in place of an element until the text is kept or left.
 * @param {HTMLElement} words @param {string} text
 * @param {{keep: (text: string) => boolean, ended: (held: boolean) => void}} hooks `keep` says whether the text could be kept, `ended` hears whether the focus was still here
 */
export function editInPlace(words, text, { keep, ended }) {
	const area = h("textarea.note-editor", { "aria-label": t("Text of the note"), dir: "auto", rows: "1", style: words.style.cssText });
	area.value = text;
	words.hidden = true;
	words.after(area);
	let over = false;

	const leave = () => {
		if (over) return;
		over = true;
		const held = area.matches(":focus");
		words.hidden = false;
		area.remove();
		ended(held);
	};
	const finish = () => {
		if (over) return;
		if (keep(area.value)) leave();
		else area.focus();
	};
	area.addEventListener("blur", () => { if (document.hasFocus()) finish(); });
	area.addEventListener("keydown", (event) => {
		if (event.isComposing) return;
		if (event.key === "Escape") leave();
		else if (event.key === "Enter" && !event.shiftKey) finish();
		else return;
		event.preventDefault();
		event.stopPropagation();
	});
	area.focus();
	area.setSelectionRange(text.length, text.length);
	return { finish, leave, area };
}
