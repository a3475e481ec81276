/** Asking whether somebody means it, with what will happen in a sentence. */

import { openDialog } from "../dialog.js";
import { button, h } from "../element.js";
import { t } from "../words.js";

/** @param {Room} room @param {{title: string, told: string[], action: string, stay?: string}} wish @param {() => void} act */
export function confirm({ element }, { title, told, action, stay = t("Leave it as it is") }, act) {
	const dialog = openDialog(element, title, [
		...told.map((sentence) => h("p", sentence)),
		h("div.dialog-verbs", button({ text: stay }, () => dialog.close()), button({ text: action, class: "primary" }, () => { dialog.close(); act(); })),
	]);
}
