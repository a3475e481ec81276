/** The line to write in, always there: type, Enter, next. */

import { newId } from "./changes.js";
import { button, h, say } from "./element.js";
import { icon } from "./icons.js";
import { NAME, NOTE_TEXT } from "./limits.js";
import { swatches } from "./colours.js";
import { askText } from "./form.js";
import { addPieces, offer } from "./paste.js";
import { boxOf, placeBeside } from "./places.js";
import { t } from "./words.js";

/** From here on the line tells how many signs are left. */
const NEARLY = NOTE_TEXT - 200;

/** Where the browser cannot let a field grow by itself, it grows by its line breaks. */
const GROWS = globalThis.CSS?.supports("field-sizing", "content");

export class Composer {
  #note = newId();
  /** @type {Spot | null} */ #begun = null;
  /** @type {Point | null} */ #at = null;
  #behalf = "";

  /** @param {Room} room @param {{added: (note: string) => void, aimed: (at: Point | null) => void}} hooks */
  constructor(room, hooks) {
    this.room = room;
    this.hooks = hooks;
    this.colour = /** @type {Colour} */ (room.memory.get("colour") ?? "yellow");
    const invitation = t("Write a note and press Enter");
    this.area = h("textarea", { rows: "1", placeholder: invitation, "aria-label": invitation, enterkeyhint: "send", dir: "auto" });
    this.left = h("span", { class: "left", "aria-live": "polite" });
    this.goes = h("p", { class: "goes", hidden: true });
    this.typing = h("p", { class: "typing", "aria-hidden": "true" });
    this.add = button({ text: t("Add"), class: "primary add" }, () => this.#submit());
    this.many = button({ text: "–", class: "many-notes", hidden: true }, () => this.#split());
    this.voice = button({ icon: "person-plus", text: "–", label: t("Write for somebody"), class: "voice" }, () => this.#speakFor());
    this.colours = h("span.colours");
    const sketch = button({ icon: icon("sketch"), text: t("Sketch"), class: "sketch" }, () => room.actions.sketch(null));
    this.element = h("div", { class: "composer", "data-colour": this.colour }, this.typing, this.goes,
      h("div", { class: "line" }, this.area, this.left),
      h("div", { class: "composer-tools" }, this.colours, this.voice, sketch, this.many, this.add));
    this.area.value = room.memory.get("draft") ?? "";
    this.area.addEventListener("input", () => this.#changed());
    this.area.addEventListener("blur", () => room.writing(null));
    this.area.addEventListener("keydown", (event) => this.#key(event));
  }

  draw() {
    this.element.hidden = !this.room.actions.mayWrite;
    const legend = JSON.stringify(this.room.session.shown.workshop?.legend);
    if (this.colours.dataset.legend !== legend) {
      this.colours.dataset.legend = legend;
      this.colours.replaceChildren(swatches(this.room, this.colour, (colour) => this.#choose(colour)));
    }
    this.#drawLine();
  }

  focus() {
    this.area.focus();
  }

  /** @param {Point | null} point where the next note goes, or null for the next free place */
  aim(point) {
    this.#at = point;
    this.hooks.aimed(point);
    if (point) this.area.focus();
  }

  /** Who else writes a new note here. */
  drawTyping() {
    const { presence, place, session } = this.room;
    const names = presence.fresh()
      .filter(([, { typing, stone }]) => typing && stone === place.here.stone && !session.shown.notes.has(typing))
      .map(([person]) => this.room.nameOf(person)).filter(Boolean);
    say(this.typing, typingOf(names));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    }
    if (event.key !== "Escape") return;
    this.aim(null);
    this.area.blur();
    this.room.element.focus({ preventScroll: true });
  }

  #changed() {
    const { value } = this.area;
    this.room.memory.set("draft", value);
    this.#begun = value ? this.#begun ?? this.room.spot() : null;
    this.room.writing(value ? this.#note : null, false);
    this.#drawLine();
  }

  #submit() {
    const { room, area, colour } = this;
    const text = area.value.trim();
    if (!text || room.actions.tooLong(text)) return;
    const spot = this.#begun ?? room.spot();
    const note = this.#note;
    const at = spot.stone === room.place.here.stone ? this.#at : null;
    room.actions.addNote({ note, text, colour, spot, behalf: this.#behalf, at });
    this.#note = newId();
    area.value = "";
    this.aim(at && placeBeside(boxOf(at), room.notesAt(spot.stone).map(boxOf)));
    this.#changed();
    area.focus();
    this.hooks.added(note);
  }

  /** What was pasted becomes a note for each line or cell. */
  #split() {
    addPieces(this.room, this.area.value);
    this.area.value = "";
    this.#changed();
    this.area.focus();
  }

  async #speakFor() {
    const behalf = await askText(this.room, { title: t("Write for somebody"), label: t("Who says it? Leave empty to write for yourself"), value: this.#behalf, most: NAME, action: t("Save") });
    if (behalf !== null) this.#behalf = behalf;
    this.#drawLine();
    this.area.focus();
  }

  /** @param {Colour} colour */
  #choose(colour) {
    this.colour = colour;
    this.room.memory.set("colour", colour);
    this.element.dataset.colour = colour;
    this.area.focus();
  }

  #drawLine() {
    const { area, left, add, goes, room } = this;
    const length = [...area.value].length;
    if (!GROWS) area.rows = Math.min(4, area.value.split("\n").length);
    say(left, length > NEARLY ? String(NOTE_TEXT - length) : "");
    left.classList.toggle("over", length > NOTE_TEXT);
    add.hidden = !area.value.trim();
    const offered = offer(area.value);
    this.many.hidden = !offered;
    say(/** @type {Element} */ (this.many.firstElementChild), offered ?? "");
    say(/** @type {Element} */ (this.voice.lastElementChild), this.#behalf);
    this.voice.classList.toggle("on", this.#behalf !== "");
    const elsewhere = this.#begun && this.#begun.stone !== room.place.here.stone ? room.stone(this.#begun.stone) : undefined;
    goes.hidden = !elsewhere;
    if (elsewhere) say(goes, t("This note goes to {name}, where you began it.", { name: elsewhere.name }));
  }
}

/** @param {string[]} names */
function typingOf(names) {
  const [one = "", other = ""] = names;
  switch (names.length) {
    case 0: return "";
    case 1: return t("{name} is typing…", { name: one });
    case 2: return t("{one} and {other} are typing…", { one, other });
    default: return t("{count} people are typing…", { count: names.length });
  }
}
