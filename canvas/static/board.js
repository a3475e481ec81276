/** The board of a stone: notes under one layer that pans and zooms. */

import { createCard, drawCard, placeCard } from "./card.js";
import { editInPlace } from "./editor.js";
import { button, h, say } from "./element.js";
import { icon } from "./icons.js";
import { NOTE_HEIGHT, NOTE_WIDTH } from "./limits.js";
import { listenToPointer } from "./pointer.js";
import { toScreen } from "./camera.js";
import { toolsFor } from "./toolbar.js";
import { Viewport } from "./viewport.js";
import { t } from "./words.js";

const TOOLBAR_AIR = 10;
const BATCH = 150;
/** What the message at a note that was not saved takes, more or less. */
const FAILED_HEIGHT = 110;

export class Board {
  /** @type {Map<string, Card>} */ cards = new Map();
  /** @type {string | null} */ selected = null;
  /** @type {string | null} */ stone = null;
  /** @type {Editor | null} */ editing = null;
  #quick = true;
  #drawing = 0;

  /** @param {Room} room @param {{aim?: (point: Point) => void, fit?: () => void}} [hooks] `fit` also runs after each drawing */
  constructor(room, hooks = {}) {
    this.room = room;
    this.aim = hooks.aim ?? (() => {});
    this.fit = hooks.fit ?? (() => {});
    this.ground = h("div", { class: "ground" });
    this.layer = h("div", { class: "layer", role: "list", "aria-label": t("Notes on the board") });
    this.toolbar = h("div", { class: "toolbar", role: "toolbar", "aria-label": t("This note"), hidden: true });
    this.empty = h("p", { class: "empty" }, t("Nothing here yet. Write the first note below."));
    this.element = h("section", { class: "board", "aria-label": t("Board"), tabindex: "0" }, this.ground, this.empty, this.layer, this.toolbar);
    this.viewport = new Viewport({ window: this.element, layer: this.layer, ground: this.ground },
      { notes: () => this.notes(), moved: () => this.#moved(), fit: hooks.fit });
    this.percent = button({ text: "100 %", label: t("Actual size"), class: "percent" }, () => this.viewport.actualSize());
    this.element.append(this.#zoomButtons());
    this.layer.addEventListener("focusin", (event) => {
      if (event.target instanceof HTMLElement && event.target.matches(".note")) this.select(event.target.dataset.note ?? null);
    });
    this.unlisten = listenToPointer(this);
  }

  stop() {
    cancelAnimationFrame(this.#drawing);
    this.viewport.stop();
    this.unlisten();
  }

  notes() {
    return this.stone ? this.room.notesAt(this.stone) : [];
  }

  /** @param {string} id */
  note(id) {
    return this.room.session.shown.notes.get(id);
  }

  /** @param {string} stone @param {Touched} touched */
  draw(stone, touched) {
    if (stone !== this.stone || touched.all) this.#drawAll(stone);
    else for (const key of touched.keys) this.#drawTouched(key);
    this.empty.hidden = this.cards.size > 0 || !this.room.actions.mayWrite;
    this.#drawToolbar();
    this.fit();
  }

  // Drawing

  /** @param {string} stone */
  #drawAll(stone) {
    const other = stone !== this.stone;
    this.stone = stone;
    if (other) this.select(null);
    const notes = new Map(this.notes().map((note) => [note.id, note]));
    for (const id of [...this.cards.keys()]) if (!notes.has(id)) this.#remove(id);
    if (other && this.viewport.size.width > 0) this.viewport.fitAll(false);
    this.#drawBatch([...notes.keys()]);
  }

  /** A full board comes in a few frames, so that going to it never takes long. @param {string[]} ids */
  #drawBatch(ids) {
    cancelAnimationFrame(this.#drawing);
    this.#quick = true;
    for (const id of ids.splice(0, BATCH)) {
      const note = this.note(id);
      if (note && note.stone === this.stone) this.#drawNote(note);
    }
    this.#quick = false;
    this.#keepOneStop();
    const unsaved = this.layer.querySelector(".unsaved")?.getAttribute("data-note");
    if (unsaved) this.reveal(unsaved);
    if (ids.length) this.#drawing = requestAnimationFrame(() => { this.#drawBatch(ids); this.fit(); });
  }

  /** @param {string} key */
  #drawTouched(key) {
    const [table, id] = [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)];
    if (table === "people") for (const note of this.notes()) if (note.author === id) this.#drawNote(note);
    if (table !== "notes") return;
    const note = this.note(id);
    if (note && note.stone === this.stone) this.#drawNote(note);
    else this.#remove(id);
    if (this.cards.get(id)?.element.classList.contains("unsaved")) this.reveal(id);
    this.#keepOneStop();
  }

  /** @param {Note} note */
  #drawNote(note) {
    let card = this.cards.get(note.id);
    // A photograph cannot become a text: a changed kind of note is a new card.
    if (card && Boolean(card.picture) !== Boolean(note.picture)) card = void this.#remove(note.id);
    if (!card) {
      card = createCard(note);
      this.cards.set(note.id, card);
      if (!this.#quick) card.element.classList.add("arriving");
      this.layer.append(card.element);
    }
    if (!card.element.classList.contains("dragging")) drawCard(card, note, this.room);
  }

  /** @param {string} id @returns {void} */
  #remove(id) {
    const card = this.cards.get(id);
    if (!card) return;
    if (this.selected === id) this.select(null);
    this.cards.delete(id);
    card.element.remove();
  }

  /** One note of the board is a stop for the tab key; the arrows go on from there. */
  #keepOneStop() {
    if (this.layer.querySelector(".note[tabindex='0']")) return;
    this.layer.querySelector(".note")?.setAttribute("tabindex", "0");
  }

  // What others do

  /** Shows who types in a note, and notes that others are dragging. */
  drawPresence() {
    const doing = this.room.presence.fresh();
    const drags = new Map(doing.flatMap(([person, { drag }]) => (drag ? [[drag.note, { ...drag, person }]] : [])));
    for (const element of this.layer.querySelectorAll(".lifted, .typed")) this.#calm(/** @type {HTMLElement} */ (element), drags);
    for (const [id, { x, y, person }] of drags) {
      const card = this.cards.get(id);
      if (!card || card.element.classList.contains("dragging")) continue;
      card.element.classList.add("lifted");
      card.element.dataset.busy = this.room.nameOf(person);
      placeCard(card.element, x, y);
    }
    for (const [person, { typing }] of doing) {
      const card = typing ? this.cards.get(typing) : undefined;
      card?.element.classList.add("typed");
      if (card) card.element.dataset.busy = t("{name} is typing…", { name: this.room.nameOf(person) });
    }
  }

  /** @param {HTMLElement} element @param {Map<string, unknown>} drags */
  #calm(element, drags) {
    element.classList.remove("typed");
    delete element.dataset.busy;
    const note = this.note(element.dataset.note ?? "");
    if (drags.has(element.dataset.note ?? "")) return;
    element.classList.remove("lifted");
    if (note && !element.classList.contains("dragging")) placeCard(element, note.x, note.y);
  }

  // Selection

  /** @param {string | null} id */
  select(id) {
    if (this.selected === id) return;
    if (this.selected) this.cards.get(this.selected)?.element.classList.remove("selected");
    this.selected = id;
    const chosen = id ? this.cards.get(id)?.element : undefined;
    chosen?.classList.add("selected");
    if (id && chosen?.classList.contains("cut")) this.reveal(id);
    this.#drawToolbar(true);
  }

  /** @param {string} id */
  focus(id) {
    const card = this.cards.get(id);
    if (!card) return;
    for (const other of this.layer.querySelectorAll(".note[tabindex='0']")) other.setAttribute("tabindex", "-1");
    card.element.setAttribute("tabindex", "0");
    card.element.focus({ preventScroll: true });
    this.select(id);
  }

  /** @param {string} id */
  edit(id) {
    const note = this.note(id);
    const card = this.cards.get(id);
    if (!note || !card || !this.room.actions.mayEdit(note)) return;
    if (note.picture) return this.room.actions.sketch(note);
    this.editing?.finish();
    this.select(id);
    this.reveal(id);
    card.element.classList.add("editing");
    this.toolbar.hidden = true;
    this.room.writing(note.id);
    this.editing = editInPlace(card.words, note.text, {
      keep: (text) => this.room.actions.editText(note, text),
      ended: () => this.#edited(id),
    });
    return undefined;
  }

  /** @param {string} id */
  #edited(id) {
    this.editing = null;
    const card = this.cards.get(id);
    const note = this.note(id);
    card?.element.classList.remove("editing");
    if (card && note) drawCard(card, note, this.room);
    this.room.writing(null);
    this.focus(id);
    this.#drawToolbar(true);
  }

  /** @param {boolean} [anew] */
  #drawToolbar(anew = false) {
    const note = this.selected ? this.note(this.selected) : undefined;
    this.toolbar.hidden = !note || this.editing !== null;
    if (!note || this.toolbar.hidden) return;
    if (anew) this.toolbar.replaceChildren(...toolsFor(this.room, note, { edit: () => this.edit(note.id) }));
    this.toolbar.hidden = this.toolbar.childElementCount === 0;
    this.placeToolbar(note);
  }

  /** Over the note, or under it where there is no room above. @param {Point} note */
  placeToolbar(note) {
    const { camera, size } = this.viewport;
    const { x, y } = toScreen(camera, { x: note.x + NOTE_WIDTH / 2, y: note.y });
    const [width, height] = [this.toolbar.offsetWidth, this.toolbar.offsetHeight];
    const left = Math.max(8, Math.min(size.width - width - 8, x - width / 2));
    const above = y - height - TOOLBAR_AIR;
    const top = above > 8 ? above : y + NOTE_HEIGHT * camera.scale + TOOLBAR_AIR;
    this.toolbar.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  // Looking

  /** Brings a note into view and shows which it is. @param {string} id */
  reveal(id) {
    const note = this.note(id);
    const element = this.cards.get(id)?.element;
    if (!note || !element) return;
    const failed = element.classList.contains("unsaved") ? FAILED_HEIGHT : 0;
    this.viewport.reveal(note, failed + element.offsetHeight - NOTE_HEIGHT);
  }

  #moved() {
    say(/** @type {Element} */ (this.percent.firstElementChild), `${Math.round(this.viewport.camera.scale * 100)} %`);
    const note = this.selected ? this.note(this.selected) : undefined;
    if (note && !this.toolbar.hidden) this.placeToolbar(note);
  }

  #zoomButtons() {
    return h("div", { class: "zoom", role: "group", "aria-label": t("Zoom") },
      button({ icon: icon("minus"), label: t("Zoom out") }, () => this.viewport.zoom(1 / 1.25)),
      this.percent,
      button({ icon: icon("plus"), label: t("Zoom in") }, () => this.viewport.zoom(1.25)),
      button({ text: t("All"), label: t("Show all notes") }, () => this.viewport.fitAll()));
  }
}
