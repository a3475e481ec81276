/** Clusters that the server proposes: nothing happens to the board until somebody accepts one. */

import { openDialog } from "./dialog.js";
import { button, h } from "./element.js";
import { CLUSTER_TITLE } from "./limits.js";
import { tidies } from "./tools.js";
import { n, t } from "./words.js";

/** @param {Room} room */
export async function open(room) {
	const { actions, here, toasts } = room;
	const content = h("div.proposals", { "aria-live": "polite" }, h("p.soft", t("Reading the notes…")));
	const dialog = openDialog(room.element, t("Suggested clusters"), [content], "wide");
	/** @type {{groups: Proposal[]}} */ const { groups } = await room.fetch("suggestions", { method: "POST", body: JSON.stringify({ stone: here }) }).catch(() => ({}));
	const proposals = groups?.map(propose);
	if (!proposals) content.replaceChildren(h("p.error", t("There are no suggestions now. Try again in a moment.")));
	else if (!proposals.length) content.replaceChildren(h("p", t("No notes here are alike enough to make a cluster of.")));
	else content.replaceChildren(
		h("p.soft", t("Notes that look alike. Leave out what does not belong, change the title, and make the clusters that you want to keep.")),
		...proposals.map(({ element }) => element),
		button({ text: t("Make all clusters"), class: "primary" }, () => { for (const { make } of proposals) make(); }),
	);

	/** @param {Proposal} group */
	function propose({ title, notes }) {
		const field = h("input", { value: title, maxlength: CLUSTER_TITLE, "aria-label": t("Title of the cluster") });
		const rows = notes.flatMap((id) => room.shown.notes.get(id) ?? []).map(({ id, text }) => ({ id, text, box: h("input", { type: "checkbox", checked: true }) }));
		const accept = button({}, make);
		const element = h("section.proposal", { on: { change: count } }, field, rows.map(({ text, box }) => h("label", box, h("span", { dir: "auto" }, text))), accept);
		/** As they are now: others go on meanwhile. */
		const chosen = () => rows.filter(({ box }) => box.checked).flatMap(({ id }) => room.shown.notes.get(id) ?? []);
		count();
		return { element, make };

		function count() {
			accept.textContent = n("Make cluster of {count} note", "Make cluster of {count} notes", chosen().length);
			accept.disabled = chosen().length < 2;
		}

		function make() {
			if (!element.isConnected || accept.disabled) return;
			element.remove();
			if (actions.cluster(chosen(), field.value.trim() || title)) offerTidying();
			if (!content.querySelector(".proposal")) dialog.close();
		}
	}

	/** The notes of a cluster lie where they lay. */
	function offerTidying() {
		const [tool] = tidies(room);
		if (tool && actions.leads) toasts.show(t("The notes are a cluster now."), { label: tool.name, act: () => tool.act(room.notesAt(here), { edit() {} }) });
	}
}
