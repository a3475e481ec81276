/** Clusters that the server proposes: nothing happens to the board until somebody accepts one. */

import { openDialog } from "./dialog.js";
import { button, h } from "./element.js";
import { CLUSTER_TITLE } from "./limits.js";
import { tidies } from "./tools.js";
import { n, t } from "./words.js";

/** @param {Room} room */
export async function openSuggestions(room) {
  const content = h("div.proposals", { "aria-live": "polite" }, h("p.soft", t("Reading the notes…")));
  const dialog = openDialog(room.element, t("Suggested clusters"), [content], "wide");
  try {
    const { groups } = await room.fetch("suggestions", { method: "POST", body: JSON.stringify({ stone: room.place.here.stone }) });
    content.replaceChildren(...drawAll(room, groups, () => dialog.close()));
  } catch {
    content.replaceChildren(h("p.error", t("There are no suggestions now. Try again in a moment.")));
  }
}

/** @param {Room} room @param {{title: string, notes: string[]}[]} groups @param {() => void} done */
function drawAll(room, groups, done) {
  const { stone } = room.place.here;
  const proposals = groups.map((group) => drawProposal(room, group, () => {
    const [tool] = tidies(room);
    // The notes of a cluster lie where they lay; laying them together is another wish.
    if (tool && room.actions.leads) room.toasts.show(t("The notes are a cluster now."), { label: tool.name, act: () => tool.act(room.notesAt(stone), /** @type {any} */ (null)) });
    if (!proposals.some(({ element }) => element.isConnected)) done();
  }));
  if (!proposals.length) return [h("p", t("No notes here are alike enough to make a cluster of."))];
  return [h("p.soft", t("Notes that look alike. Leave out what does not belong, change the title, and make the clusters that you want to keep.")),
    ...proposals.map(({ element }) => element),
    button({ text: t("Make all clusters"), class: "primary" }, () => { for (const { make } of proposals) make(); })];
}

/** @param {Room} room @param {{title: string, notes: string[]}} group @param {() => void} gone */
function drawProposal(room, { title, notes }, gone) {
  const field = h("input", { value: title, maxlength: CLUSTER_TITLE, "aria-label": t("Title of the cluster") });
  const boxes = notes.flatMap((id) => room.session.shown.notes.get(id) ?? []).map((note) => {
    const box = h("input", { type: "checkbox", checked: true });
    return { note, box, row: h("label", box, h("span", { dir: "auto" }, note.text)) };
  });
  const chosen = () => boxes.filter(({ box }) => box.checked).map(({ note }) => note);
  const accept = button({ text: "" }, () => make());
  const count = () => {
    accept.textContent = n("Make cluster of {count} note", "Make cluster of {count} notes", chosen().length);
    accept.disabled = chosen().length < 2;
  };
  function make() {
    if (!element.isConnected || chosen().length < 2) return;
    room.actions.cluster(chosen(), field.value.trim() || title);
    element.remove();
    gone();
  }
  const element = h("section.proposal", { on: { change: count } }, field, boxes.map(({ row }) => row), accept);
  count();
  return { element, make };
}
