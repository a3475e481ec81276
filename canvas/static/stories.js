/** The user stories of the stone in view: told in three fields, or made from a note. */

import { newId } from "./changes.js";
import { button, h, say } from "./element.js";
import { icon } from "./icons.js";
import { StoryForm } from "./storyform.js";
import { t } from "./words.js";

/** @param {Room} room */
export function createStories(room) {
  const title = h("h2", { tabindex: "-1" });
  const list = h("ul", { class: "story-list" });
  const close = button({ icon: icon("close"), label: t("Close"), class: "plain" }, () => room.closeStories());
  const many = h("a", { class: "many", href: room.data.pages.stories }, t("All stories, and pasting many at once"));
  const form = new StoryForm(room, () => draw());
  const element = h("aside", { class: "stories", "aria-label": t("User stories"), hidden: true },
    h("div", { class: "panel-head" }, title, close), list, form.element, many);
  element.addEventListener("keydown", (event) => { if (event.key === "Escape") room.closeStories(); });

  function draw() {
    if (element.hidden) return;
    const stone = room.stone(room.place.here.stone);
    if (!stone) return room.closeStories();
    const stories = room.storiesAt(stone.id);
    say(title, t("User stories at {name}", { name: stone.name }));
    form.element.hidden = !room.actions.mayWrite;
    list.replaceChildren(...(stories.length ? stories.map((story) => drawStory(room, story, (told) => form.edit(told)))
      : [h("li", { class: "soft" }, t("None yet. A story tells who wants what, and why."))]));
    return undefined;
  }

  return {
    element, draw,
    /** @param {Note | null} note what the story is made from */
    open(note) {
      element.hidden = false;
      draw();
      if (note || room.actions.mayWrite) form.begin(note);
      else title.focus();
    },
    close() { element.hidden = true; },
  };
}

/** @param {Room} room @param {Story} story @param {(story: Story) => void} edit */
function drawStory(room, story, edit) {
  const failed = room.session.waitingFor(`stories:${story.id}`).find((pending) => pending.failed !== null);
  const sentence = h("p", { dir: "auto" },
    ...(story.role ? [h("span", { class: "soft" }, `${t("As a")} `), story.role, " ", h("span", { class: "soft" }, `${t("I want")} `)] : []), story.want,
    ...(story.benefit ? [h("span", { class: "soft" }, ` ${t("so that")} `), story.benefit] : []));
  const tools = room.actions.mayEdit(story) ? h("div", { class: "story-tools" },
    button({ icon: icon("pencil"), label: t("Edit this story"), class: "plain" }, () => edit(story)),
    button({ icon: icon("trash"), label: t("Delete this story"), class: "plain" }, () => remove(room, story))) : null;
  return h("li", { class: "story" }, h("div", {}, sentence, story.note && h("p", { class: "soft from" }, t("from a note")),
    failed && h("p", { class: "error" }, failed.failed, " ", button({ text: t("Try again") }, () => room.session.retry(failed.id)))), tools);
}

/** @param {Room} room @param {Story} story */
function remove(room, story) {
  const { id, author: _author, created: _created, ...told } = story;
  room.session.ask({ kind: "story.delete", story: id });
  const again = () => room.session.ask({ kind: "story.add", story: newId(), ...told }, { author: room.session.you?.person ?? null, created: Date.now() });
  room.toasts.show(t("Story deleted"), { label: t("Undo"), act: again });
}
