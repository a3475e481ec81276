/** The user stories of the stone in view: told in three fields, or made from a note. */

import { newId } from "./changes.js";
import { button, h, say } from "./element.js";
import { StoryForm } from "./storyform.js";
import { t } from "./words.js";

/** @param {Room} room */
export function createStories(room) {
  const { actions, session } = room;
  const title = h("h2", { tabindex: "-1" });
  const list = h("ul.story-list");
  const form = new StoryForm(room, () => draw());
  const close = () => room.closeStories();
  const keydown = (/** @type {KeyboardEvent} */ { key }) => key === "Escape" && close();
  const element = h("aside.stories", { "aria-label": t("User stories"), hidden: true, on: { keydown } },
    h("div.panel-head", title, button({ icon: "close", label: t("Close"), class: "plain" }, close)), list, form.element,
    h("a.many", { href: room.data.pages.stories }, t("All stories, and pasting many at once")));

  function draw() {
    if (element.hidden) return;
    const stone = room.stone(room.place.here.stone);
    if (!stone) return close();
    const stories = room.storiesAt(stone.id);
    say(title, t("User stories at {name}", { name: stone.name }));
    form.element.hidden = !actions.mayWrite;
    list.replaceChildren(...(stories.length ? stories.map(row) : [h("li.soft", t("None yet. A story tells who wants what, and why."))]));
  }

  /** @param {Story} story */
  function row(story) {
    const failed = session.waitingFor(`stories:${story.id}`).find((pending) => pending.failed !== null);
    return h("li.story", h("div", sentence(story), story.note && h("p.soft.from", t("from a note")),
      failed && h("p.error", failed.failed, " ", button({ text: t("Try again") }, () => session.retry(failed.id)))),
    actions.mayEdit(story) && h("div.story-tools",
      button({ icon: "pencil", label: t("Edit this story"), class: "plain" }, () => form.edit(story)),
      button({ icon: "trash", label: t("Delete this story"), class: "plain" }, () => remove(story))));
  }

  /** @param {Story} story */
  function remove({ id, author: _author, created: _created, ...told }) {
    session.ask({ kind: "story.delete", story: id });
    const act = () => session.ask({ kind: "story.add", story: newId(), ...told }, { author: session.you?.person ?? null, created: Date.now() });
    room.toasts.show(t("Story deleted"), { label: t("Undo"), act });
  }

  return {
    element, draw, close() { element.hidden = true; },
    /** @param {Note | null} note what the story is made from */
    open(note) {
      element.hidden = false;
      draw();
      if (note || actions.mayWrite) form.begin(note);
      else title.focus();
    },
  };
}

/** @param {Story} story */
function sentence({ role, want, benefit }) {
  const soft = (/** @type {string} */ words) => h("span.soft", words);
  return h("p", { dir: "auto" }, role && [soft(`${t("As a")} `), role, " ", soft(`${t("I want")} `)], want, benefit && [soft(` ${t("so that")} `), benefit]);
}
