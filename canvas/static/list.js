/** The same notes as a list, by cluster and question: everything by keyboard and screen reader, and the better view on a phone. */

import { authorOf, drawState } from "./card.js";
import { nameOfColour } from "./colours.js";
import { editInPlace } from "./editor.js";
import { button, dress, h, say } from "./element.js";
import { reactionsOf } from "./remarks.js";
import { toolsFor } from "./tools.js";
import { n, t } from "./words.js";

export class List {
  /** @type {Map<string, Row>} */ rows = new Map();
  /** @type {Map<string, {section: HTMLElement, title: HTMLElement, list: HTMLElement, count: HTMLElement}>} */ sections = new Map();
  /** @type {Editor | null} */ editing = null;
  #told = "";

  /** @param {Room} room */
  constructor(room) {
    this.room = room;
    this.groups = h("div.groups");
    this.empty = h("p.empty");
    this.chosen = h("div.chosen-tools", { role: "toolbar", "aria-label": t("Chosen notes"), hidden: true });
    this.element = h("section.list", { "aria-label": t("List of notes"), on: {
      focusin: (/** @type {Event} */ event) => this.#focused(event),
      click: (/** @type {MouseEvent} */ event) => this.#clicked(event),
      keydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
    } }, this.chosen, this.groups);
  }

  /** Draws the whole list; rows and groups keep their elements, so focus and open editors stay. @param {Stone} stone */
  draw(stone) {
    const notes = this.room.notesAt(stone.id).sort((one, other) => one.created - other.created || (one.id < other.id ? -1 : 1));
    const kept = new Set(notes.map(({ id }) => id));
    for (const [id, row] of this.rows) if (!kept.has(id)) this.#remove(id, row);
    const sections = [...this.#clusters(notes), ...this.#questions(stone, notes.filter((note) => !this.#clusterOf(note)))];
    say(this.empty, this.room.actions.mayWrite ? t("Nothing here yet. Write the first note below.") : t("Nothing here yet."));
    reorder(this.groups, sections.length ? sections : [this.empty]);
    this.drawSelection();
  }

  /** @param {string} id */
  reveal(id) {
    this.rows.get(id)?.element.scrollIntoView({ block: "nearest" });
  }

  /** @param {Note} note */
  #clusterOf({ cluster }) {
    return cluster ? this.room.session.shown.clusters.get(cluster) : undefined;
  }

  /** @param {Note[]} notes */
  #clusters(notes) {
    const ids = [...new Set(notes.flatMap((note) => this.#clusterOf(note)?.id ?? []))];
    return ids.map((id) => {
      const own = notes.filter(({ cluster }) => cluster === id);
      const section = this.#drawSection(`cluster ${id}`, this.room.session.shown.clusters.get(id)?.title ?? "", own, id);
      return section;
    });
  }

  /** @param {Stone} stone @param {Note[]} notes */
  #questions(stone, notes) {
    const known = new Set(stone.questions.map(({ id }) => id));
    const asked = [...stone.questions, { id: "", text: known.size ? t("Without a question") : t("Notes") }];
    return asked.flatMap(({ id, text }) => {
      const own = notes.filter((note) => (known.has(note.question ?? "") ? note.question === id : id === ""));
      return own.length ? [this.#drawSection(`${stone.id} ${id}`, text, own)] : [];
    });
  }

  /** @param {string} key @param {string} title @param {Note[]} notes @param {string} [cluster] */
  #drawSection(key, title, notes, cluster) {
    let group = this.sections.get(key);
    if (!group) {
      const [heading, count, list] = [h("span"), h("span.soft"), h("ul")];
      const choose = cluster && button({ icon: "cluster", label: t("Choose this cluster"), class: "plain" }, () => {
        this.room.selection.set(this.room.notesAt(this.room.place.here.stone).filter((note) => note.cluster === cluster).map(({ id }) => id));
      });
      group = { section: h("section", h("h3", choose, heading, count), list), title: heading, list, count };
      this.sections.set(key, group);
    }
    say(group.title, title);
    say(group.count, ` ${n("{count} note", "{count} notes", notes.length)}`);
    reorder(group.list, notes.map((note) => this.#drawRow(note)));
    return group.section;
  }

  /** @param {Note} note */
  #drawRow(note) {
    let row = this.rows.get(note.id);
    if (!row || Boolean(row.picture) !== Boolean(note.picture)) this.rows.set(note.id, row = createRow(note));
    const { element, words, by, picture } = row;
    dress(element, { "data-colour": note.colour });
    element.classList.toggle("dim", this.room.sought?.(note) === false);
    say(words, note.text);
    const about = [authorOf(note, this.room), note.sketch ? t("sketch") : note.picture ? t("picture") : nameOfColour(this.room, note.colour), ...this.#links(note)];
    by.replaceChildren(about.filter(Boolean).join(" · "), reactionsOf(this.room, note) ?? "");
    if (picture && note.picture && !picture.src.endsWith(note.picture)) picture.src = this.room.data.pictures + note.picture;
    drawState(element, note, this.room);
    return element;
  }

  /** @param {Note} note */
  #links(note) {
    const { links, notes } = this.room.session.shown;
    return [...links.values()].filter(({ start }) => start === note.id).flatMap(({ end, word }) => {
      const to = notes.get(end);
      return to ? [t("leads to {text}", { text: (word ? `${to.text} (${word})` : to.text).slice(0, 60) })] : [];
    });
  }

  /** One chosen note has its tools beside it, several have them above the list. */
  drawSelection() {
    const notes = this.room.chosen().filter(({ id }) => this.rows.has(id));
    const told = JSON.stringify(notes.map(({ id, colour, size, cluster }) => [id, colour, size, cluster]));
    for (const [id, { element }] of this.rows) element.classList.toggle("selected", this.room.selection.ids.has(id));
    if (told === this.#told || this.editing) return;
    this.#told = told;
    for (const { tools } of this.rows.values()) tools.replaceChildren();
    this.chosen.hidden = notes.length < 2;
    const place = notes.length === 1 ? this.rows.get(notes[0]?.id ?? "")?.tools : this.chosen;
    place?.replaceChildren(notes.length > 1 ? h("span", n("{count} note chosen", "{count} notes chosen", notes.length)) : "", ...notes.length ? toolsFor(this.room, notes, this) : []);
  }

  /** @param {string} id */
  edit(id) {
    const note = this.room.session.shown.notes.get(id);
    const row = this.rows.get(id);
    if (!note || !row || !this.room.actions.mayType(note)) return;
    if (note.sketch) return this.room.actions.sketch(note);
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
    const root = this.element.getRootNode();
    const had = (root instanceof ShadowRoot || root instanceof Document) && row.element.contains(root.activeElement);
    this.rows.delete(id);
    row.element.remove();
    if (had) next?.focus();
  }

  /** @param {Event} event */
  #focused(event) {
    const id = rowAt(event)?.dataset.note;
    if (id && !this.room.selection.ids.has(id) && rowAt(event)?.matches(":focus-visible")) this.room.selection.set([id]);
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const row = rowAt(event);
    const id = row?.dataset.note;
    if (!row || !id || !(event.target instanceof Element) || event.target.closest("button, textarea, .popover")) return;
    if (this.room.linking.from) return this.room.linking.finish(id);
    if (event.shiftKey || event.ctrlKey || event.metaKey) return this.room.selection.toggle(id);
    this.room.selection.set([id]);
    row.focus();
    if (event.detail === 2) this.edit(id);
    return undefined;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const row = rowAt(event);
    if (!row || event.target !== row || event.ctrlKey || event.metaKey) return;
    const id = row.dataset.note ?? "";
    if (event.key === "ArrowDown" || event.key === "ArrowUp") this.#goOn(row, event.key === "ArrowDown" ? 1 : -1, event.shiftKey);
    else if (event.key === " ") this.room.selection.toggle(id);
    else if (event.key === "Enter" && this.room.linking.from) this.room.linking.finish(id);
    else return;
    event.preventDefault();
  }

  /** @param {HTMLElement} row @param {number} by @param {boolean} also chooses that one too */
  #goOn(row, by, also) {
    const all = /** @type {HTMLElement[]} */ ([...this.groups.querySelectorAll("li[data-note]")]);
    const next = all[all.indexOf(row) + by];
    const { ids } = this.room.selection;
    if (also && next) this.room.selection.set([...ids, next.dataset.note ?? ""]);
    else this.room.selection.set([next?.dataset.note ?? row.dataset.note ?? ""]);
    next?.focus();
  }
}

/** @param {Note} note @returns {Row} */
function createRow(note) {
  const [words, by, tools] = [h("p.row-text", { dir: "auto" }), h("p.row-by"), h("div.row-tools")];
  const picture = note.picture ? h("img.row-picture", { alt: "", loading: "lazy" }) : null;
  return { element: h("li.row", { "data-note": note.id, tabindex: 0 }, picture, h("div.row-main", words, by), tools), words, tools, by, picture };
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
