/** What can be done with one note: colours, edit, story, delete. The board hangs it over the note, the list beside it. */

import { button, h } from "./element.js";
import { icon } from "./icons.js";
import { COLOURS } from "./limits.js";
import { t } from "./words.js";

/** @returns {Record<Colour, string>} */
export function colourNames() {
  return {
    yellow: t("Yellow"), orange: t("Orange"), pink: t("Pink"), purple: t("Purple"),
    blue: t("Blue"), teal: t("Teal"), green: t("Green"), grey: t("Grey"),
  };
}

/**
 * The buttons for one note, by what this person may do.
 * @param {Room} room @param {Note} note @param {{edit: () => void, recoloured?: () => void}} how
 */
export function toolsFor(room, note, { edit, recoloured = () => {} }) {
  const { actions } = room;
  /** @type {Node[]} */ const tools = [];
  if (actions.mayEdit(note)) {
    if (!note.picture) tools.push(swatches(note.colour, (colour) => { actions.recolour(note, colour); recoloured(); }));
    tools.push(note.picture
      ? button({ icon: icon("sketch"), text: t("Go on drawing"), class: "tool" }, () => actions.sketch(note))
      : button({ icon: icon("pencil"), label: t("Edit"), class: "tool" }, edit));
  }
  if (actions.mayWrite) tools.push(button({ icon: icon("story"), text: t("Make a story"), class: "tool" }, () => room.openStories(note)));
  if (actions.mayEdit(note)) tools.push(button({ icon: icon("trash"), label: t("Delete"), class: "tool" }, () => actions.remove(note)));
  return tools;
}

/** A row of colours of which one is chosen. @param {Colour} chosen @param {(colour: Colour) => void} choose */
export function swatches(chosen, choose) {
  const names = colourNames();
  const group = h("div", { class: "swatches", role: "group", "aria-label": t("Colour") });
  for (const colour of COLOURS) {
    group.append(button({ class: "swatch", "data-colour": colour, label: names[colour], "aria-pressed": String(colour === chosen) }, () => {
      for (const other of group.children) other.setAttribute("aria-pressed", String(other.getAttribute("data-colour") === colour));
      choose(colour);
    }));
  }
  return group;
}
