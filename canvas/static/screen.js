/** The room as participants, facilitators and readers see it: all parts in their places. */

import { button, h, say } from "./element.js";
import { createFooter } from "./footer.js";
import { createFraming } from "./framing.js";
import { createHeader } from "./header.js";
import { icon } from "./icons.js";
import { listenToKeys } from "./keys.js";
import { listenToPaste } from "./paste.js";
import { createPath } from "./path.js";
import { createQuestion } from "./question.js";
import { Stage } from "./stage.js";
import { createSearch } from "./search.js";
import { createStories } from "./stories.js";
import { t } from "./words.js";

/** @param {Room} room @returns {Scene} */
export function createScreen(room) {
  const [header, path, footer] = [createHeader(room), createPath(room), createFooter(room)];
  const [question, framing, stories] = [createQuestion(room), createFraming(room), createStories(room)];
  const [stage, search] = [new Stage(room), createSearch(room)];
  listenToPaste(room, stage.board);
  const pill = createPill(room);
  const main = h("main", { class: "main" }, question.element, framing.element, stage.element, stories.element, search.element, pill.element);
  room.element.append(header.element, path.element, main, footer.element, room.toasts.element, room.toasts.spoken);
  listenToKeys(room, stage);
  let shown = room.place.here.stone;

  /** @param {Touched} touched */
  function draw(touched) {
    const atStone = Boolean(room.stone(room.place.here.stone));
    room.element.classList.toggle("leads", room.actions.leads);
    framing.element.hidden = atStone;
    stage.element.hidden = !atStone;
    for (const part of [header, path, question, footer, pill]) part.draw();
    if (!atStone) framing.draw();
    else stage.draw(touched);
    if (touched.all || touched.place || [...touched.keys].some((key) => key.startsWith("stories:"))) stories.draw();
    search.draw(touched);
    if (room.place.here.stone !== shown) arrive(room.place.here.stone);
  }

  /** The eye sees that the stone changed, and the ear hears it. @param {string} stone */
  function arrive(stone) {
    shown = stone;
    room.toasts.tell(t("Now at {name}", { name: room.stone(stone)?.name ?? t("Start") }));
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    for (const part of [question.element, framing.element, stage.board.layer]) part.animate({ opacity: [0, 1] }, { duration: 180, easing: "ease-out" });
  }

  return {
    draw,
    drawPresence: () => stage.drawPresence(),
    drawSelection: () => stage.drawSelection(),
    reveal: (id) => stage.reveal(id),
    nameCluster: (id) => stage.nameCluster(id),
    openSearch: () => search.open(),
    keep: () => stage.keep(),
    stop() { header.stop(); stage.board.stop(); },
    openStories(note) { search.close(); main.classList.add("with-stories"); stories.open(note); },
    closeStories() { main.classList.remove("with-stories"); stories.close(); },
  };
}

/** Tells that the group is elsewhere, and takes one back. @param {Room} room */
function createPill(room) {
  const words = h("span", {});
  const element = button({ icon: icon("group"), class: "pill", label: "" }, () => room.place.follow());
  element.removeAttribute("aria-label");
  element.append(words);
  return {
    element,
    draw() {
      const { following, here, room: group } = room.place;
      element.hidden = following;
      const name = room.stone(group.stone)?.name ?? t("Start");
      say(words, here.stone === group.stone ? t("The group is at another question: go there") : t("The group is at {name}: go there", { name }));
    },
  };
}
