/** The colours of notes: their names, what they mean in this workshop, and the row to choose from. */

import { button, h } from "./element.js";
import { COLOURS } from "./limits.js";
import { t } from "./words.js";

/** @param {Room} room @param {Colour} colour what it means here, or else its name */
export function nameOfColour(room, colour) {
  return room.session.shown.workshop?.legend[colour] ?? {
    yellow: t("Yellow"), orange: t("Orange"), pink: t("Pink"), purple: t("Purple"),
    blue: t("Blue"), teal: t("Teal"), green: t("Green"), grey: t("Grey"),
  }[colour];
}

/** A row of colours of which one may be chosen. @param {Room} room @param {Colour | undefined} chosen @param {(colour: Colour) => void} choose */
export function swatches(room, chosen, choose) {
  const group = h("div", { class: "swatches", role: "group", "aria-label": t("Colour") });
  for (const colour of COLOURS) {
    group.append(button({ class: "swatch", "data-colour": colour, label: nameOfColour(room, colour), "aria-pressed": String(colour === chosen) }, () => {
      for (const other of group.children) other.setAttribute("aria-pressed", String(other.getAttribute("data-colour") === colour));
      choose(colour);
    }));
  }
  return group;
}

/** What colours mean here, for who looks at the board; null where nothing was agreed. @param {Room} room */
export function createLegend(room) {
  const element = h("ul", { class: "legend", "aria-label": t("What colours mean") });
  return {
    element,
    draw() {
      const legend = room.session.shown.workshop?.legend ?? {};
      element.replaceChildren(...COLOURS.filter((colour) => legend[colour]).map((colour) => h("li", { "data-colour": colour }, legend[colour])));
    },
  };
}
