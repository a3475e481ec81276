/** Editing a note where it stands: Enter and Escape keep the text, Shift + Enter begins a line. */

import { h } from "./element.js";
import { t } from "./words.js";

/** Puts an editor in place of an element until its text is kept. @type {EditInPlace} */
export const editInPlace = (words, text, { keep, ended }) => {
	let over = false;
	const area = h("textarea.note-editor", { "aria-label": t("Text of the note"), dir: "auto", rows: "1", style: words.style.cssText, on: {
		blur: () => { if (document.hasFocus()) finish(); },
		keydown(event) {
			const leaves = event.key === "Escape";
			if (event.isComposing || !(leaves || (event.key === "Enter" && !event.shiftKey))) return;
			event.preventDefault();
			event.stopPropagation();
			// The key that opened the editor may still be held down.
			if (!event.repeat) finish(leaves);
		},
	} });

	/** An emptied note is deleted, unless one only leaves it. */
	const finish = (leaves = false) => {
		if (over) return;
		over = true;
		if (!leaves || area.value.trim()) keep(area.value);
		const held = area.matches(":focus");
		words.hidden = false;
		area.remove();
		ended(held);
	};

	area.value = text;
	words.hidden = true;
	words.after(area);
	area.focus();
	area.setSelectionRange(text.length, text.length);
	return { finish };
};
