/** Clusters that the server proposes: nothing happens to the board until somebody accepts one. */

import { openDialog } from "./dialog.js";
import { button, h } from "./element.js";
import { CLUSTER_TITLE } from "./limits.js";
import { tidies } from "./tools.js";
import { n, t } from "./words.js";

/** @param {Room} room */
export async function open(room) {
	const stone = room.here;
	const content = h("div.proposals", { "aria-live": "polite" }, h("p.soft", t("Reading the notes…")));
	const dialog = openDialog(room.element, t("Suggested clusters"), [content], "wide");
	try {
		const { groups } = await room.fetch("suggestions", { method: "POST", body: JSON.stringify({ stone }) });
		const proposals = /** @type {Group[]} */ (groups).map(propose);
		content.replaceChildren(...proposals.length ? [
			h("p.soft", t("Notes that look alike. Leave out what does not belong, change the title, and make the clusters that you want to keep.")),
			...proposals.map(({ element }) => element),
			button({ text: t("Make all clusters"), class: "primary" }, () => { for (const { make } of proposals) make(); }),
		] : [h("p", t("No notes here are alike enough to make a cluster of."))]);
	} catch {
		content.replaceChildren(h("p.error", t("There are no suggestions now. Try again in a moment.")));
	}

	/** @param {Group} group */
	function propose({ title, notes }) {
		const field = h("input", { value: title, maxlength: CLUSTER_TITLE, "aria-label": t("Title of the cluster") });
		const boxes = notes.flatMap((id) => room.shown.notes.get(id) ?? []).map((note) => ({ note, box: h("input", { type: "checkbox", checked: true }) }));
		const accept = button({}, make);
		const element = h("section.proposal", { on: { change: count } }, field, boxes.map(({ note, box }) => h("label", box, h("span", { dir: "auto" }, note.text))), accept);
		const chosen = () => boxes.filter(({ box }) => box.checked).map(({ note }) => note);
		count();
		return { element, make };

		function count() {
			accept.textContent = n("Make cluster of {count} note", "Make cluster of {count} notes", chosen().length);
			accept.disabled = chosen().length < 2;
		}

		function make() {
			if (!element.isConnected || accept.disabled) return;
			room.actions.cluster(chosen(), field.value.trim() || title);
			element.remove();
			offerTidying();
			if (!content.querySelector(".proposal")) dialog.close();
		}
	}

	/** The notes of a cluster lie where they lay. */
	function offerTidying() {
		const [tool] = tidies(room);
		if (tool && room.actions.leads) room.toasts.show(t("The notes are a cluster now."), { label: tool.name, act: () => tool.act(room.notesAt(stone), /** @type {any} */ (null)) });
	}
}
