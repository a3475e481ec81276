/** The facilitator's verbs, together at the bottom, with back and on at the ends. */

import { button, dress, h, say } from "./element.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** @param {Room} room */
export function createFooter(room) {
  const back = button({ icon: icon("back"), text: "–", class: "end" }, () => step(room, -1));
  const on = button({ text: "–", class: "end on" }, () => step(room, 1));
  on.append(icon("on"));
  const finish = button({ icon: icon("check"), text: "–" }, () => toggleFinished(room));
  const alone = button({ icon: icon("eye"), text: t("Look around alone"), class: "toggle" }, () => room.lead(!room.place.leading));
  const here = button({ icon: icon("group"), text: t("Bring everyone here"), class: "primary" }, () => room.bringEveryone());
  const element = h("footer", { class: "footer" }, back, h("div", { class: "verbs" }, alone, here, finish), on);
  return {
    element,
    draw() {
      element.hidden = !room.actions.leads;
      const [before, after] = [room.beside(-1), room.beside(1)];
      const stone = room.stone(room.place.here.stone);
      drawEnd(back, before, t("Start"), room.beside(0) !== undefined);
      drawEnd(on, after, "", after !== undefined);
      const finished = stone !== undefined && room.session.shown.finished.has(stone.id);
      finish.hidden = !stone?.number;
      finish.firstElementChild?.replaceWith(icon(finished ? "again" : "check"));
      say(/** @type {Element} */ (finish.querySelector("span")), finished ? t("Open this stone again") : t("Finish this stone"));
      dress(alone, { "aria-pressed": String(!room.place.leading) });
      here.hidden = room.place.following;
      on.classList.toggle("primary", here.hidden && stone !== undefined);
    },
  };
}

/** @param {HTMLElement} button @param {{name: string} | undefined} stone @param {string} otherwise @param {boolean} shown */
function drawEnd(button, stone, otherwise, shown) {
  button.style.visibility = shown ? "visible" : "hidden";
  say(/** @type {Element} */ (button.querySelector("span")), stone?.name ?? otherwise);
}

/** @param {Room} room @param {number} by */
function step(room, by) {
  room.goTo(room.beside(by)?.id ?? "framing");
}

/** @param {Room} room */
function toggleFinished(room) {
  const { stone } = room.place.here;
  room.session.ask({ kind: "stone.finish", stone, finished: !room.session.shown.finished.has(stone) });
}
