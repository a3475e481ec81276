/** The path: ten stones in shallow water between two banks. Shows where the group is and where you are; a click goes there. */

import { FRAMING } from "./changes.js";
import { dress, h, say, svg } from "./element.js";
import { icon } from "./icons.js";
import { outline, ring, ripple, river } from "./water.js";
import { n, t } from "./words.js";

/** How far each stone lies from the middle of the river, in pixels. */
const HEIGHTS = [6, 8, 1, -10, -14, -2, 8, 7, -6, -14];

/** @param {Room} room */
export function createPath(room) {
  /** @type {Map<string, Step>} */ const steps = new Map();
  const list = h("ol", { class: "stones" });
  const water = svg("svg", { class: "river", viewBox: "0 0 1200 84", preserveAspectRatio: "none", "aria-hidden": "true" }, ...river(HEIGHTS));
  const strip = h("div", { class: "strip" }, water, list);
  const element = h("nav", { class: "path", "aria-label": t("The path") }, strip);
  const near = createBank(room);
  list.append(near.item);
  steps.set(FRAMING, near);
  room.texts.stones.forEach((stone, index) => {
    const step = createStep(room, stone.id, index, stone.name);
    steps.set(stone.id, step);
    list.append(step.item);
  });
  list.append(farBank(room));
  let shown = "";

  return {
    element,
    draw() {
      const counts = room.counts();
      for (const [id, step] of steps) drawStep(step, id, room, counts.get(id) ?? 0);
      const here = room.place.here.stone;
      if (here !== shown) centre(strip, steps.get(here)?.item);
      shown = here;
    },
  };
}

/** @param {Room} room @param {string} id @param {number} index @param {string} title @returns {Step} */
function createStep(room, id, index, title) {
  const mark = svg("text", { x: 0, y: 6, class: "stone-mark" });
  const picture = svg("svg", { class: "stone-picture", viewBox: "-40 -34 80 68", "aria-hidden": "true", style: `--rise:${HEIGHTS[index]}px` },
    svg("path", { class: "stone-ripple", d: ripple(index) }),
    svg("path", { class: "stone-shadow", d: outline(index), transform: "translate(2.500 4)" }),
    svg("path", { class: "stone-shape", d: outline(index) }),
    svg("path", { class: "stone-ring", d: ring(index) }), mark);
  return stepOf(room, id, title, picture, mark);
}

/** @param {Room} room @returns {Step} the near bank */
function createBank(room) {
  const mark = svg("text", { x: 0, y: 6, class: "stone-mark" });
  const picture = svg("svg", { class: "stone-picture bank", viewBox: "-40 -34 80 68", "aria-hidden": "true", style: "--rise:0px" },
    svg("path", { class: "stone-ring", d: ring(3) }),
    svg("path", { class: "flag", d: "M-7 20V-18M-7 -17c7-4 11 3 20 0v15c-9 3-13-4-20 0" }), mark);
  return stepOf(room, FRAMING, t("Start"), picture, mark);
}

/** @param {Room} room @param {string} id @param {string} title @param {SVGElement} picture @param {SVGTextElement} mark @returns {Step} */
function stepOf(room, id, title, picture, mark) {
  const name = h("span", { class: "stone-name" }, title);
  const count = h("span", { class: "stone-count" });
  const number = h("span", { class: "unseen" }, room.stone(id) ? t("Stone {number}", { number: room.stone(id)?.number ?? "" }) : "");
  const facts = h("span", { class: "unseen" });
  const content = [picture, number, name, count, facts];
  const go = (/** @type {MouseEvent} */ event) => room.goTo(id, event.altKey);
  const button = room.isWatched ? h("div", { class: "stone" }, ...content) : h("button", { class: "stone", type: "button", on: { click: go } }, ...content);
  return { item: h("li", { "data-stone": id }, button), button, facts, count, mark };
}

/** @param {Step} step @param {string} id @param {Room} room @param {number} count */
function drawStep({ item, button, facts, count: counted, mark }, id, room, count) {
  const { place, session } = room;
  const stone = room.stone(id);
  const finished = session.shown.finished.has(id);
  const [here, group] = [place.here.stone === id, place.room.stone === id];
  item.classList.toggle("here", here);
  item.classList.toggle("group", group);
  item.classList.toggle("finished", finished);
  say(mark, !stone ? "" : finished && !here ? "✓" : String(stone.number));
  say(counted, count ? n("{count} note", "{count} notes", count) : "");
  say(facts, [finished && t("finished"), group && t("the group is here")].filter(Boolean).join(", "));
  dress(button, { "aria-current": here && "step" });
}

/** @param {Room} room the far bank: what the walk leads to */
function farBank(room) {
  const { pages } = room.data;
  if (room.isWatched) return h("li", { class: "far" });
  return h("li", { class: "far" },
    h("a", { href: pages.index }, icon("score"), t("Score")),
    h("a", { href: pages.stories }, icon("story"), t("Stories")),
    h("a", { href: pages.report }, icon("report"), t("Report")));
}

/** On a phone the path is a strip: the stone one is at comes to its middle. @param {HTMLElement} strip @param {HTMLElement | undefined} item */
function centre(strip, item) {
  if (!item || strip.scrollWidth <= strip.clientWidth) return;
  strip.scrollTo({ left: item.offsetLeft - (strip.clientWidth - item.offsetWidth) / 2, behavior: "instant" });
}
