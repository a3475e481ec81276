/** The three fields of a user story, for a new one, one from a note, or one that is edited. */

import { newId, PARKING } from "./changes.js";
import { button, h, say } from "./element.js";
import { STORY_PART } from "./limits.js";
import { t } from "./words.js";

export class StoryForm {
  /** @type {Story | null} */ #edited = null;
  /** @type {Note | null} */ #source = null;

  /** @param {Room} room @param {() => void} kept */
  constructor(room, kept) {
    this.room = room;
    this.kept = kept;
    this.role = field(t("As a"), t("visitor, volunteer, colleague"));
    this.want = field(t("I want"), t("to do or know something"));
    this.benefit = field(t("so that"), t("what it is good for"));
    this.parts = [this.role, this.want, this.benefit];
    this.from = h("p", { class: "soft from" });
    this.wrong = h("p", { class: "error", role: "alert" });
    this.save = h("button", { class: "primary", type: "submit" });
    this.cancel = button({ text: t("Cancel") }, () => this.#clear());
    this.element = h("form", { class: "story-form" }, this.from, ...this.parts.map(({ element }) => element), this.wrong,
      h("div", { class: "row-of-buttons" }, this.save, this.cancel));
    this.#fill(JSON.parse(room.memory.get("story") || "[]"));
    this.#draw();
    this.element.addEventListener("input", () => this.#remember());
    this.element.addEventListener("submit", (event) => this.#submit(event));
    this.element.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {Note | null} note what the story is made from */
  begin(note) {
    if (note) {
      this.#clear();
      this.#source = note;
      this.#fill(["", note.text]);
      this.#draw();
    }
    this.role.area.focus();
  }

  /** @param {Story} story */
  edit(story) {
    this.#clear();
    this.#edited = story;
    this.#fill([story.role, story.want, story.benefit]);
    this.#draw();
    this.role.area.focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !(event.target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    this.element.requestSubmit();
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const [role = "", want = "", benefit = ""] = this.parts.map(({ area }) => area.value.trim());
    say(this.wrong, wrongWith([role, want, benefit]));
    if (this.wrong.textContent) return this.want.area.focus();
    this.#ask({ role, want, benefit });
    this.#clear();
    this.role.area.focus();
    return this.kept();
  }

  /** @param {{role: string, want: string, benefit: string}} told */
  #ask(told) {
    const { session, place } = this.room;
    if (this.#edited) return session.ask({ kind: "story.edit", story: this.#edited.id, ...told });
    const stone = this.#source?.stone ?? place.here.stone;
    const origin = { stone: stone === PARKING ? null : stone, note: this.#source?.id ?? null };
    return session.ask({ kind: "story.add", story: newId(), ...origin, ...told }, { author: session.you?.person ?? null, created: Date.now() });
  }

  #clear() {
    this.#edited = null;
    this.#source = null;
    this.#fill([]);
    this.#remember();
    this.#draw();
  }

  /** @param {string[]} texts */
  #fill(texts) {
    this.parts.forEach(({ area }, index) => { area.value = texts[index] ?? ""; });
  }

  /** What is typed for a new story survives a reload. */
  #remember() {
    if (!this.#edited) this.room.memory.set("story", JSON.stringify(this.parts.map(({ area }) => area.value)));
  }

  #draw() {
    say(this.wrong, "");
    say(this.save, this.#edited ? t("Save the story") : t("Add the story"));
    this.cancel.hidden = !this.#edited && !this.#source;
    this.from.hidden = !this.#source;
    if (this.#source) say(this.from, t("From the note “{text}”", { text: shortened(this.#source.text) }));
  }
}

/** @param {string[]} parts role, want, benefit */
function wrongWith(parts) {
  if (!parts[1]) return t("Fill in what is wanted; the rest may wait.");
  const long = parts.some((part) => [...part].length > STORY_PART);
  return long ? t("Each part holds at most {most} characters.", { most: STORY_PART }) : "";
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
