/** A text that the server did not take, and that no note or story shows: to look at, to save again or to let go. */

import { openDialog } from "./dialog.js";
import { button, dress, h } from "./element.js";
import { createForm } from "./form.js";
import { CONCLUSION, NAME, SCRIPT, WHAT, WORD } from "./limits.js";
import { t } from "./words.js";

/** @type {Record<string, number>} */
const LONGEST = { text: SCRIPT, what: WHAT, who: NAME, conclusion: CONCLUSION, word: WORD };

/** @param {Room} room @param {Pending} failed */
export function open({ session, element }, { id, do: change, failed }) {
	const [name = "text", most = SCRIPT] = Object.entries(LONGEST).find(([field]) => field in change) ?? [];
	// Where somebody else wrote there too, who saves has seen both.
	const now = "was" in change ? session.truth.scripts.get(change.step) ?? "" : null;
	const field = h("textarea", { rows: 5, maxlength: most, dir: "auto" }, change[name]);
	const form = createForm(t("Save"), () => {
		session.giveUp(id);
		session.ask({ ...change, [name]: field.value.trim(), ...now !== null && { was: now } });
		dialog.close();
	}, h("p.error", failed), now && h("div", h("p.soft", t("What stands there now")), h("p.quoted", { dir: "auto" }, now)), h("label", t("What you wrote"), field),
	button({ text: t("Let it go") }, () => { session.giveUp(id); dialog.close(); }));
	dress(form, { "data-private": change.kind === "script.set" });
	const dialog = openDialog(element, t("This text is not saved yet"), [form]);
	field.focus();
}
