/** The user stories of the stone in view: told in three fields, or made from a note. */

import { newId } from "./changes.js";
import { button, h, say } from "./element.js";
import { icon } from "./icons.js";
import { STORY_PART } from "./limits.js";
import { t } from "./words.js";

/** @param {Room} room */
export function createStories(room) {
  const title = h("h2", { tabindex: "-1" });
  const list = h("ul", { class: "story-list" });
  const close = button({ icon: icon("close"), label: t("Close"), class: "plain" }, () => room.closeStories());
  const many = h("a", { class: "many", href: room.data.pages.stories }, t("All stories, and pasting many at once"));
  const form = createForm(room, () => draw());
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
    list.replaceChildren(...(stories.length ? stories.map((story) => drawStory(room, story, form.edit))
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

/** @param {Room} room @param {() => void} drawn */
function createForm(room, drawn) {
  /** @type {Story | null} */ let edited = null;
  /** @type {Note | null} */ let source = null;
  const role = field(t("As a"), t("visitor, volunteer, colleague"));
  const want = field(t("I want"), t("to do or know something"));
  const benefit = field(t("so that"), t("what it is good for"));
  const from = h("p", { class: "soft from" });
  const wrong = h("p", { class: "error", role: "alert" });
  const save = h("button", { class: "primary", type: "submit" }, t("Add the story"));
  const cancel = button({ text: t("Cancel") }, () => clear());
  const element = h("form", { class: "story-form" }, from, role.element, want.element, benefit.element, wrong, h("div", { class: "row-of-buttons" }, save, cancel));

  const parts = [role, want, benefit];
  const remember = () => room.memory.set("story", edited ? "" : JSON.stringify(parts.map(({ area }) => area.value)));
  element.addEventListener("input", remember);
  parts.forEach(({ area }, index) => { area.value = draftOf(room)[index] ?? ""; });

  element.addEventListener("submit", (event) => {
    event.preventDefault();
    if (keep()) { clear(); role.area.focus(); drawn(); }
  });
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !(event.target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    element.requestSubmit();
  });

  function keep() {
    const told = { role: role.area.value.trim(), want: want.area.value.trim(), benefit: benefit.area.value.trim() };
    const long = Object.values(told).find((part) => [...part].length > STORY_PART);
    say(wrong, !told.want ? t("Fill in what is wanted; the rest may wait.") : long ? t("Each part holds at most {most} characters.", { most: STORY_PART }) : "");
    if (wrong.textContent) { want.area.focus(); return false; }
    if (edited) room.session.ask({ kind: "story.edit", story: edited.id, ...told });
    else {
      room.session.ask({ kind: "story.add", story: newId(), stone: source?.stone ?? room.place.here.stone, ...told, note: source?.id ?? null },
        { author: room.session.you?.person ?? null, created: Date.now() });
    }
    return true;
  }

  function clear() {
    edited = null;
    source = null;
    for (const { area } of parts) area.value = "";
    remember();
    drawForm();
  }

  function drawForm() {
    say(wrong, "");
    say(save, edited ? t("Save the story") : t("Add the story"));
    cancel.hidden = !edited && !source;
    from.hidden = !source;
    if (source) say(from, t("From the note “{text}”", { text: shortened(source.text) }));
  }

  drawForm();
  return {
    element,
    /** @param {Note | null} note */
    begin(note) {
      if (note) {
        clear();
        source = note;
        want.area.value = note.text;
        drawForm();
      }
      role.area.focus();
    },
    /** @param {Story} story */
    edit(story) {
      clear();
      edited = story;
      [role.area.value, want.area.value, benefit.area.value] = [story.role, story.want, story.benefit];
      drawForm();
      role.area.focus();
    },
  };
}

/** What was typed before a reload. @param {Room} room @returns {string[]} */
function draftOf(room) {
  return JSON.parse(room.memory.get("story") || "[]");
}

/** @param {string} text */
function shortened(text) {
  return text.length > 80 ? `${text.slice(0, 78)}…` : text;
}

/** @param {string} label @param {string} hint */
function field(label, hint) {
  const area = h("textarea", { rows: "1", placeholder: hint, dir: "auto" });
  return { element: h("label", { class: "field" }, h("span", {}, label), area), area };
}
