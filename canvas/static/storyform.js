/** The three fields of a user story, for a new one, one from a note, or one that is edited. */

import { newId, PARKING } from "./changes.js";
import { button, h, say } from "./element.js";
import { STORY_PART } from "./limits.js";
import { t } from "./words.js";

export class StoryForm {
  /** @type {Story | null} */ #edited = null;
  /** @type {Note | null} */ #source = null;
  #from = h("p.soft.from");
  #wrong = h("p.error", { role: "alert" });
  #save = h("button.primary", { type: "submit" });
  #cancel = button({ text: t("Cancel") }, () => this.#begin());
  #labels = [t("As a"), t("I want"), t("so that")];
  #areas = [t("visitor, volunteer, colleague"), t("to do or know something"), t("what it is good for")].map((placeholder) =>
    h("textarea", { rows: "1", placeholder, dir: "auto" }));

  /** @param {Room} room @param {() => void} kept */
  constructor(room, kept) {
    this.room = room;
    this.kept = kept;
    this.element = h("form.story-form", { on: {
      input: () => this.#remember(),
      submit: (/** @type {Event} */ event) => this.#submit(event),
      keydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
    } }, this.#from, this.#areas.map((area, index) => h("label.field", h("span", this.#labels[index]), area)), this.#wrong,
    h("div.row-of-buttons", this.#save, this.#cancel));
    this.#fill(JSON.parse(room.memory.get("story") || "[]"));
  }

  /** @param {Note | null} note what the story is made from */
  begin(note) {
    if (note) {
      this.#begin();
      this.#source = note;
      this.#fill(["", note.text]);
    }
    this.#areas[0]?.focus();
  }

  /** @param {Story} story */
  edit(story) {
    this.#begin();
    this.#edited = story;
    this.#fill([story.role, story.want, story.benefit]);
    this.#areas[0]?.focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !(event.target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    this.element.requestSubmit();
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const [role = "", want = "", benefit = ""] = this.#areas.map(({ value }) => value.trim());
    say(this.#wrong, wrongWith([role, want, benefit]));
    if (this.#wrong.textContent) return this.#areas[1]?.focus();
    this.#ask({ role, want, benefit });
    this.#begin();
    this.#areas[0]?.focus();
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

  /** An empty form for a new story. */
  #begin() {
    this.#edited = this.#source = null;
    this.#fill([]);
    this.#remember();
  }

  /** @param {string[]} texts */
  #fill(texts) {
    const source = this.#source?.text ?? "";
    this.#areas.forEach((area, index) => { area.value = texts[index] ?? ""; });
    say(this.#wrong, "");
    say(this.#save, this.#edited ? t("Save the story") : t("Add the story"));
    this.#cancel.hidden = !this.#edited && !this.#source;
    this.#from.hidden = !this.#source;
    say(this.#from, t("From the note “{text}”", { text: source.length > 80 ? `${source.slice(0, 78)}…` : source }));
  }

  /** What is typed for a new story survives a reload. */
  #remember() {
    if (!this.#edited) this.room.memory.set("story", JSON.stringify(this.#areas.map(({ value }) => value)));
  }
}

/** @param {string[]} parts role, want, benefit */
function wrongWith(parts) {
  if (!parts[1]) return t("Fill in what is wanted; the rest may wait.");
  return parts.some((part) => [...part].length > STORY_PART) ? t("Each part holds at most {most} characters.", { most: STORY_PART }) : "";
}
