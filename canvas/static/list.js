/** The same notes as a list, under their questions: everything by keyboard and screen reader, and the better view on a phone. */

import { authorOf, drawState } from "./card.js";
import { editInPlace } from "./editor.js";
import { h, say } from "./element.js";
import { colourNames, toolsFor } from "./toolbar.js";
import { n, t } from "./words.js";

export class List {
  /** @type {Map<string, Row>} */ rows = new Map();
  /** @type {Map<string, {section: HTMLElement, list: HTMLElement, count: HTMLElement}>} */ sections = new Map();
  /** @type {string | null} */ selected = null;
  /** @type {Editor | null} */ editing = null;

  /** @param {Room} room */
  constructor(room) {
    this.room = room;
    this.groups = h("div", { class: "groups" });
    this.empty = h("p", { class: "empty" });
    this.element = h("section", { class: "list", "aria-label": t("List of notes") }, this.groups);
    this.element.addEventListener("focusin", (event) => this.#focused(event));
    this.element.addEventListener("click", (event) => this.#clicked(event));
    this.element.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Draws the whole list; rows and groups keep their elements, so focus and open editors stay. @param {Stone} stone */
  draw(stone) {
    const notes = this.room.notesAt(stone.id).sort((one, other) => one.created - other.created || (one.id < other.id ? -1 : 1));
    const kept = new Set(notes.map(({ id }) => id));
    for (const [id, row] of this.rows) if (!kept.has(id)) this.#remove(id, row);
    const sections = this.#sections(stone, notes);
    say(this.empty, this.room.actions.mayWrite ? t("Nothing here yet. Write the first note below.") : t("Nothing here yet."));
    reorder(this.groups, sections.length ? sections : [this.empty]);
  }

  /** @param {string} id */
  reveal(id) {
    this.rows.get(id)?.element.scrollIntoView({ block: "nearest" });
  }

  /** @param {Stone} stone @param {Note[]} notes */
  #sections(stone, notes) {
    const known = new Set(stone.questions.map(({ id }) => id));
    const asked = [...stone.questions, { id: "", text: t("Without a question") }];
    return asked.flatMap(({ id, text }) => {
      const own = notes.filter((note) => (known.has(note.question ?? "") ? note.question === id : id === ""));
      return own.length ? [this.#drawSection(`${stone.id} ${id}`, text, own)] : [];
    });
  }

  /** @param {string} key @param {string} title @param {Note[]} notes */
  #drawSection(key, title, notes) {
    let group = this.sections.get(key);
    if (!group) this.sections.set(key, group = createSection(title));
    say(group.count, ` ${n("{count} note", "{count} notes", notes.length)}`);
    reorder(group.list, notes.map((note) => this.#drawRow(note)));
    return group.section;
  }

  /** @param {Note} note */
  #drawRow(note) {
    let row = this.rows.get(note.id);
    if (!row || Boolean(row.picture) !== Boolean(note.picture)) this.rows.set(note.id, row = createRow(note));
    const { element, words, by, picture } = row;
    element.dataset.colour = note.colour;
    say(words, note.text);
    say(by, [authorOf(note, this.room), note.picture ? t("sketch") : colourNames()[note.colour]].filter(Boolean).join(" · "));
    if (picture && note.picture && !picture.src.includes(note.picture)) picture.src = `${this.room.data.pictures}${note.picture}`;
    drawState(element, note, this.room);
    if (note.id === this.selected && !this.editing) this.#drawTools(row, note);
    return element;
  }

  /** @param {Row} row @param {Note} note */
  #drawTools(row, note) {
    if (row.tools.childElementCount) return;
    row.tools.replaceChildren(...toolsFor(this.room, note, { edit: () => this.edit(note.id) }));
  }

  /** @param {string} id */
  edit(id) {
    const note = this.room.session.shown.notes.get(id);
    const row = this.rows.get(id);
    if (!note || !row || !this.room.actions.mayEdit(note)) return;
    if (note.picture) return this.room.actions.sketch(note);
    row.element.classList.add("editing");
    this.room.writing(id);
    this.editing = editInPlace(row.words, note.text, {
      keep: (text) => this.room.actions.editText(note, text),
      ended: () => {
        this.editing = null;
        row.element.classList.remove("editing");
        this.room.writing(null);
        row.element.focus();
      },
    });
    return undefined;
  }

  // Focus and keys

  /** @param {string} id @param {Row} row */
  #remove(id, row) {
    const next = /** @type {HTMLElement | null} */ (row.element.nextElementSibling ?? row.element.previousElementSibling);
    const had = row.element.contains(/** @type {Node | null} */ (this.#active()));
    this.rows.delete(id);
    row.element.remove();
    if (had) next?.focus();
  }

  #active() {
    const root = this.element.getRootNode();
    return root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
  }

  /** @param {Event} event */
  #focused(event) {
    const id = rowAt(event)?.dataset.note ?? null;
    if (id === this.selected) return;
    if (this.selected) this.rows.get(this.selected)?.tools.replaceChildren();
    this.selected = id;
    const note = id ? this.room.session.shown.notes.get(id) : undefined;
    const row = id ? this.rows.get(id) : undefined;
    if (row && note) this.#drawTools(row, note);
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const row = rowAt(event);
    if (row && event.target instanceof Element && !event.target.closest("button, textarea")) {
      row.focus();
      if (event.detail === 2) this.edit(row.dataset.note ?? "");
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const row = rowAt(event);
    if (!row || event.target !== row) return;
    const id = row.dataset.note ?? "";
    const note = this.room.session.shown.notes.get(id);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") this.#goOn(row, event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter") this.edit(id);
    else if (event.key === "Delete" && note && this.room.actions.mayEdit(note)) this.room.actions.remove(note);
    else return;
    event.preventDefault();
  }

  /** @param {HTMLElement} row @param {number} by */
  #goOn(row, by) {
    const all = /** @type {HTMLElement[]} */ ([...this.groups.querySelectorAll("li[data-note]")]);
    all[all.indexOf(row) + by]?.focus();
  }
}

/** @param {string} title */
function createSection(title) {
  const count = h("span", { class: "soft" });
  const list = h("ul", {});
  return { section: h("section", {}, h("h3", {}, title, count), list), list, count };
}

/** @param {Note} note @returns {Row} */
function createRow(note) {
  const words = h("p", { class: "row-text", dir: "auto" });
  const by = h("p", { class: "row-by" });
  const tools = h("div", { class: "row-tools" });
  const picture = note.picture ? h("img", { class: "row-picture", alt: "", loading: "lazy" }) : null;
  const element = h("li", { class: "row", "data-note": note.id, tabindex: "0" }, picture, h("div", { class: "row-main" }, words, by), tools);
  return { element, words, tools, by, picture };
}

/** @param {Event} event @returns {HTMLElement | null} */
function rowAt(event) {
  return event.target instanceof Element ? event.target.closest("li[data-note]") : null;
}

/** Puts children in order and moves only what is out of place, for a moved element loses its focus. @param {Element} parent @param {Element[]} children */
function reorder(parent, children) {
  children.forEach((child, index) => {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  });
  while (parent.children.length > children.length) parent.lastElementChild?.remove();
}
