/** The line to write in, always there: type, Enter, next. */

import { newId } from "./changes.js";
import { button, h, say } from "./element.js";
import { icon } from "./icons.js";
import { NOTE_TEXT } from "./limits.js";
import { same } from "./place.js";
import { swatches } from "./toolbar.js";
import { t } from "./words.js";

/** From here on the line tells how many signs are left. */
const NEARLY = NOTE_TEXT - 200;

/** Where the browser cannot let a field grow by itself, it grows by its line breaks. */
const GROWS = globalThis.CSS?.supports("field-sizing", "content");

/** @param {Room} room @param {{added: (note: string) => void, aimed: (at: {x: number, y: number} | null) => void}} hooks */
export function createComposer(room, hooks) {
  const memory = room.memory;
  let note = newId();
  let colour = /** @type {Colour} */ (memory.get("colour") ?? "yellow");
  /** @type {Spot | null} */ let begun = null;
  /** @type {Point | null} */ let at = null;

  const area = h("textarea", { rows: "1", placeholder: t("Write a note and press Enter"), "aria-label": t("Write a note and press Enter"), enterkeyhint: "send", dir: "auto" });
  const left = h("span", { class: "left", "aria-live": "polite" });
  const goes = h("p", { class: "goes", hidden: true });
  const add = button({ text: t("Add"), class: "primary add" }, () => submit());
  const colours = swatches(colour, (chosen) => { colour = chosen; memory.set("colour", chosen); element.dataset.colour = chosen; area.focus(); });
  const sketch = button({ icon: icon("sketch"), text: t("Sketch"), class: "sketch" }, () => room.actions.sketch(null));
  const typing = h("p", { class: "typing", "aria-hidden": "true" });
  const element = h("div", { class: "composer", "data-colour": colour }, typing, goes, h("div", { class: "line" }, area, left), h("div", { class: "composer-tools" }, colours, sketch, add));

  area.value = memory.get("draft") ?? "";
  area.addEventListener("input", changed);
  area.addEventListener("blur", () => room.writing(null));
  area.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); submit(); }
    if (event.key === "Escape") { aim(null); area.blur(); room.element.focus({ preventScroll: true }); }
  });

  function changed() {
    memory.set("draft", area.value);
    begun = area.value ? begun ?? { ...room.spot() } : null;
    room.writing(area.value ? note : null, false);
    drawLine();
  }

  function submit() {
    const text = area.value.trim();
    if (!text || room.actions.tooLong(text)) return;
    const spot = begun ?? room.spot();
    const added = note;
    room.actions.addNote({ note: added, text, colour, spot, at: spot.stone === room.place.here.stone ? at : null });
    note = newId();
    area.value = "";
    aim(null);
    changed();
    area.focus();
    hooks.added(added);
  }

  /** @param {Point | null} point where the next note goes, or null for the next free place */
  function aim(point) {
    at = point;
    hooks.aimed(point);
    if (point) area.focus();
  }

  function drawLine() {
    const length = [...area.value].length;
    if (!GROWS) area.rows = Math.min(4, area.value.split("\n").length);
    say(left, length > NEARLY ? String(NOTE_TEXT - length) : "");
    left.classList.toggle("over", length > NOTE_TEXT);
    add.hidden = !area.value.trim();
    const elsewhere = begun && !same(begun, room.spot()) && begun.stone !== room.place.here.stone ? room.stone(begun.stone) : undefined;
    goes.hidden = !elsewhere;
    if (elsewhere) say(goes, t("This note goes to {name}, where you began it.", { name: elsewhere.name }));
  }

  function drawTyping() {
    const names = room.presence.fresh()
      .filter(([, doing]) => doing.typing && doing.stone === room.place.here.stone && !room.session.shown.notes.has(doing.typing))
      .map(([person]) => room.nameOf(person)).filter(Boolean);
    const [first = "", second = ""] = names;
    say(typing, names.length === 0 ? "" : names.length === 1 ? t("{name} is typing…", { name: first })
      : names.length === 2 ? t("{one} and {other} are typing…", { one: first, other: second })
        : t("{count} people are typing…", { count: names.length }));
  }

  return {
    element, aim, drawTyping,
    focus: () => area.focus(),
    draw() {
      element.hidden = !room.actions.mayWrite;
      drawLine();
    },
  };
}
