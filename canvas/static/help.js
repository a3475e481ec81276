/** What every key does. */

import { openDialog } from "./dialog.js";
import { h } from "./element.js";
import { toolsOf } from "./tools.js";
import { t } from "./words.js";

/** @param {Room} room */
export function open(room) {
	const { direct, rest } = toolsOf(room);
	// Tools that share a key are told once; Enter stands above.
	const tools = Map.groupBy([...direct, ...rest].filter(({ key }) => key && key !== "Enter"), ({ key = "" }) => key);
	const rows = [
		[t("Enter"), t("in the writing line: add the note; on a note: edit it")],
		[t("Shift + Enter"), t("begin a new line in a note")],
		[t("Escape"), t("leave what you were doing; what you wrote stays")],
		["N", t("write a note")],
		["/", t("search")],
		[t("Arrows"), t("go from note to note; on the empty board, look around")],
		[t("Ctrl or Cmd + arrows"), t("move the note; with Shift, further")],
		[t("Space"), t("choose one more note, or leave it out")],
		["Ctrl + A", t("choose all notes")],
		["Ctrl + Z", t("undo what you did; with Shift, do it again")],
		["Ctrl + C, X, V", t("copy, cut and paste notes, lists and cells")],
		...[...tools].map(([key, [tool]]) => [key.replace("+", " + ").replace("Delete", t("Delete")), tool?.name]),
		["+  −", t("zoom in and out")],
		["0  Z", t("show all notes; the chosen ones")],
		["V", t("a plain drag chooses notes; once more: it moves the board")],
		["O", t("overview of all stones")],
		["L", t("board or list")],
		...room.actions.leads ? [["Shift + S", t("this screen is shared: hide what is private; once more: show it")]] : [],
		["?", t("this help")],
	].map(([key, what]) => h("div", h("dt", h("kbd", key)), h("dd", what)));
	openDialog(room.element, t("Keys"), [h("dl.keys", rows),
		h("p.soft", t("With a mouse or finger: drag the empty board to look around, click a note twice to edit it, click the empty board twice to write a note there. Drop a note on another to make a cluster. Shift and drag draws a frame that chooses notes; a long press chooses on a phone."))], "wide");
}
