/** The left side of a stone: its name, one question in view, its prompts; the other questions folded. */

import { button, dress, h, say } from "./element.js";
import { icon } from "./icons.js";
import { createParking } from "./parking.js";
import { t } from "./words.js";

/** @param {Room} room */
export function createQuestion(room) {
  const [where, name, text] = [h("p", { class: "where" }), h("h1"), h("h2", { class: "question-text" })];
  const prompts = h("ul", { class: "prompts" });
  const count = h("span", { class: "of" });
  const back = button({ icon: icon("back"), label: t("Previous question") }, () => step(room, -1));
  const on = button({ icon: icon("on"), label: t("Next question") }, () => step(room, 1));
  const others = h("ol", { class: "others" });
  const all = h("details", { class: "all" }, h("summary", {}, t("All questions"), icon("down")), others);
  const stories = createStoriesButton(room);
  const parking = createParking(room);
  const turn = h("div", { class: "turn" }, back, count, on);
  const more = button({ icon: icon("down"), label: t("More about this question"), class: "plain more", "aria-expanded": "false" }, () => {
    dress(more, { "aria-expanded": String(fold.classList.toggle("unfolded")) });
  });
  const fold = h("div", { class: "fold" }, h("div", { class: "question-head" }, where, name, text, more),
    h("div", { class: "question-body" }, prompts, turn, all));
  const element = h("aside", { class: "question", "aria-label": t("The question") }, fold, stories.element, parking.element);
  let shown = "";

  return {
    element,
    draw() {
      const stone = room.stone(room.place.here.stone);
      element.hidden = !stone;
      parking.draw();
      if (!stone) return;
      for (const part of [where, turn, all, more]) part.hidden = !stone.number; // the parking lot asks nothing
      const at = indexOf(stone, room.place.here.question);
      const question = stone.questions[at];
      say(where, t("Stone {number} of {all}", { number: stone.number ?? 0, all: room.texts.stones.length }));
      say(name, stone.name);
      stories.draw(stone);
      if (shown === stone.id + question?.id) return;
      shown = stone.id + question?.id;
      say(text, question?.text ?? stone.lead);
      prompts.replaceChildren(...(question?.prompts ?? []).map((prompt) => h("li", {}, prompt)));
      say(count, t("Question {at} of {all}", { at: at + 1, all: stone.questions.length }));
      back.disabled = at <= 0;
      on.disabled = at >= stone.questions.length - 1;
      others.replaceChildren(...stone.questions.map((other) => otherQuestion(room, other, other === question)));
    },
  };
}

/** @param {Room} room @param {Question} question @param {boolean} current */
function otherQuestion(room, { id, text }, current) {
  return h("li", {}, button({ text, "aria-current": current && "true" }, () => room.goToQuestion(id)));
}

/** @param {Room} room */
function createStoriesButton(room) {
  const count = h("strong", { class: "figure" });
  const element = button({ icon: icon("story"), text: t("User stories"), class: "stories-button" }, () => room.openStories(null));
  element.append(count);
  return { element, draw: (/** @type {Stone} */ stone) => say(count, String(room.storiesAt(stone.id).length)) };
}

/** The question in view; the first one where the room names none. @param {Stone} stone @param {string | null} question */
export function indexOf(stone, question) {
  return Math.max(0, stone.questions.findIndex(({ id }) => id === question));
}

/** @param {Room} room @param {number} by */
function step(room, by) {
  const stone = room.stone(room.place.here.stone);
  const next = stone?.questions[indexOf(stone, room.place.here.question) + by];
  if (next) room.goToQuestion(next.id);
}
