/** The path: ten stones in shallow water between two banks. Shows where the group is and where you are; a click goes there. */

import { FRAMING } from "./changes.js";
import { dress, h, say, svg } from "./element.js";
import { icon } from "./icons.js";
import { n, t } from "./words.js";

/** How far each stone lies from the middle of the river, in pixels; the river in water.svg is drawn for these. */
const HEIGHTS = [6, 8, 1, -10, -14, -2, 8, 7, -6, -14];

/** @param {Room} room */
export function createPath(room) {
  const steps = [{ id: FRAMING, name: t("Start") }, ...room.texts.stones].map((stone) => createStep(room, stone));
  const river = svg("svg.river", { viewBox: "0 0 1200 84", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("use", { href: "#river" }));
  const strip = h("div.strip", river, h("ol.stones", steps.map(({ item }) => item), farBank(room)));
  let shown = "";

  return {
    element: h("nav.path", { "aria-label": t("The path") }, strip),
    draw() {
      const counts = room.counts();
      const here = room.place.here.stone;
      for (const { id, item, draw } of steps) {
        draw(counts.get(id) ?? 0);
        if (id === here && here !== shown) centre(strip, item);
      }
      shown = here;
    },
  };
}

/** @param {Room} room @param {{id: string, name: string, number?: number}} stone the near bank has no number */
function createStep(room, { id, name, number }) {
  const mark = svg("text.stone-mark", { y: 6 });
  const picture = svg("svg.stone-picture", { viewBox: "-40 -34 80 68", "aria-hidden": "true", style: `--rise:${HEIGHTS[(number ?? 0) - 1] ?? 0}px` },
    svg("use", { href: number ? `#stone-${number}` : "#bank" }), mark);
  const [count, facts] = [h("span.stone-count"), h("span.unseen")];
  const content = [picture, number && h("span.unseen", t("Stone {number}", { number })), h("span.stone-name", name), count, facts];
  const button = room.isWatched ? h("div.stone", content)
    : h("button.stone", { type: "button", on: { click: (/** @type {MouseEvent} */ event) => room.goTo(id, event.altKey) } }, content);
  const item = h("li", { "data-stone": id }, button);

  return {
    id, item,
    /** @param {number} notes */
    draw(notes) {
      const { place, session } = room;
      const [here, group, finished] = [place.here.stone === id, place.room.stone === id, session.shown.finished.has(id)];
      for (const [state, is] of Object.entries({ here, group, finished })) item.classList.toggle(state, is);
      say(mark, finished && !here ? "✓" : String(number ?? ""));
      say(count, notes ? n("{count} note", "{count} notes", notes) : "");
      say(facts, [finished && t("finished"), group && t("the group is here")].filter(Boolean).join(", "));
      dress(button, { "aria-current": here && "step" });
    },
  };
}

/** What the walk leads to. @param {Room} room */
function farBank({ isWatched, data: { pages } }) {
  return h("li.far", !isWatched && [
    h("a", { href: pages.index }, icon("score"), t("Score")),
    h("a", { href: pages.stories }, icon("story"), t("Stories")),
    h("a", { href: pages.report }, icon("report"), t("Report"))]);
}

/** On a phone the path is a strip: the stone one is at comes to its middle. @param {HTMLElement} strip @param {HTMLElement} item */
function centre(strip, item) {
  if (strip.scrollWidth > strip.clientWidth) strip.scrollTo({ left: item.offsetLeft - (strip.clientWidth - item.offsetWidth) / 2, behavior: "instant" });
}
