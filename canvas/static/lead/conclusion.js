/** What the group concludes at a stone, in a dialog: when it is finished, or later. */

import { openDialog } from "../dialog.js";
import { h } from "../element.js";
import { createForm } from "../form.js";
import { CONCLUSION } from "../limits.js";
import { t } from "../words.js";

/** @param {Room} room @param {string} stone @param {boolean} [finishes] */
export function open(room, stone, finishes = false) {
	const { session, shown, element } = room;
	const said = shown.stones.get(stone)?.conclusion ?? "";
	const field = h("textarea", { rows: 5, maxlength: CONCLUSION, placeholder: t("What do we take with us from here?") }, said);
	const form = createForm(finishes ? t("Finish") : t("Save"), () => {
		const conclusion = field.value.trim();
		if (finishes) session.ask({ kind: "stone.finish", stone, finished: true, conclusion });
		else if (conclusion !== said) session.ask({ kind: "stone.edit", stone, conclusion });
		dialog.close();
	}, h("label", t("Conclusion"), field), h("p.soft", t("Everybody sees it here, and it stands in the report. It can stay empty.")));
	const dialog = openDialog(element, finishes ? t("Finish {name}", { name: room.nameAt(stone) }) : t("Conclusion of {name}", { name: room.nameAt(stone) }), [form]);
	field.focus();
	field.setSelectionRange(said.length, said.length);
}
