/** The way to the parking lot, and back to where one was. */

import { FRAMING, PARKING } from "./changes.js";
import { button, h, say } from "./element.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** @param {Room} room */
export function createParking(room) {
  const [name, count] = [h("span"), h("strong.figure")];
  const element = button({ class: "stories-button" }, ({ altKey }) => room.goTo(isThere() ? last : PARKING, altKey));
  let last = FRAMING;
  const isThere = () => room.place.here.stone === PARKING;

  return {
    element,
    draw() {
      if (!isThere()) last = room.place.here.stone;
      say(name, isThere() ? t("Back to {name}", { name: room.stone(last)?.name ?? t("Start") }) : room.texts.parking.name);
      say(count, isThere() ? "" : String(room.notesAt(PARKING).length));
      element.replaceChildren(icon(isThere() ? "back" : "parking"), name, count);
    },
  };
}
