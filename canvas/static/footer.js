/** The facilitator's verbs, together at the bottom, with back and on at the ends. */

import { button, dress, h, say } from "./element.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** @param {Room} room */
export function createFooter(room) {
  const { place, session } = room;
  const [before, after] = [h("span"), h("span")];
  const back = button({ icon: "back", class: "end" }, () => step(-1), before);
  const on = button({ class: "end on" }, () => step(1), after, icon("on"));
  const finish = button({}, () => session.ask({ kind: "stone.finish", stone: place.here.stone, finished: !isFinished() }));
  const alone = button({ icon: "eye", text: t("Look around alone"), class: "toggle" }, () => room.lead(!place.leading));
  const here = button({ icon: "group", text: t("Bring everyone here"), class: "primary" }, () => room.bringEveryone());
  const element = h("footer.footer", back, h("div.verbs", alone, here, finish), on);

  const step = (/** @type {number} */ by) => room.goTo(room.beside(by)?.id ?? "framing");
  const isFinished = () => session.shown.finished.has(place.here.stone);

  return {
    element,
    draw() {
      element.hidden = !room.actions.leads;
      const [previous, stone, next] = [-1, 0, 1].map((by) => room.beside(by));
      back.style.visibility = stone ? "" : "hidden";
      on.style.visibility = next ? "" : "hidden";
      say(before, previous?.name ?? t("Start"));
      say(after, next?.name ?? "");
      finish.hidden = !stone;
      finish.replaceChildren(icon(isFinished() ? "again" : "check"), h("span", isFinished() ? t("Open this stone again") : t("Finish this stone")));
      dress(alone, { "aria-pressed": String(!place.leading) });
      here.hidden = place.following;
      on.classList.toggle("primary", here.hidden && stone !== undefined);
    },
  };
}
