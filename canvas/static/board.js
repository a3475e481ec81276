/** The board of a stone: notes, their frames and arrows under one layer that pans and zooms. */

import { boundsOf, inReadingOrder, toScreen, toWorld } from "./camera.js";
import { createCard, drawCard, placeCard } from "./card.js";
import { Clusters } from "./clusters.js";
import { Cursors } from "./cursors.js";
import { editInPlace } from "./editor.js";
import { button, h, say } from "./element.js";
import { icon } from "./icons.js";
import { Links } from "./links.js";
import { listenToPointer } from "./pointer.js";
import { boxOf } from "./places.js";
import { toolsFor } from "./tools.js";
import { Viewport } from "./viewport.js";
import { t } from "./words.js";

const TOOLBAR_AIR = 10;
const BATCH = 150;
/** What the message at a note that was not saved takes, more or less. */
const FAILED_HEIGHT = 110;

export class Board {
  /** @type {Map<string, Card>} */ cards = new Map();
  /** @type {string | null} */ stone = null;
  /** @type {Editor | null} */ editing = null;
  /** Whether a plain drag on the ground chooses notes, rather than pans. */
  marquee = false;
  /** How far notes hang from where they lie: one's own hand, and others'. @type {Map<string, Offset>} */ hanging = new Map();
  /** @type {Map<string, Offset & {person: string}>} */ #others = new Map();
  /** @type {Set<string>} */ #chosen = new Set();
  #quick = true;
  #drawing = 0;

  /** @param {Room} room @param {{aim?: (point: Point) => void, fit?: () => void}} [hooks] `fit` also runs after each drawing */
  constructor(room, hooks = {}) {
    this.room = room;
    this.aim = hooks.aim ?? (() => {});
    this.fit = hooks.fit ?? (() => {});
    this.clusters = new Clusters(this);
    this.links = new Links(this);
    this.cursors = new Cursors(this);
    this.ground = h("div", { class: "ground" });
    this.notesLayer = h("div", { class: "notes", role: "list", "aria-label": t("Notes on the board") });
    this.layer = h("div", { class: "layer" }, this.clusters.element, this.links.lines, this.notesLayer, this.links.signs);
    this.toolbar = h("div", { class: "toolbar", role: "toolbar", "aria-label": t("Chosen notes"), hidden: true });
    this.empty = h("p", { class: "empty" }, t("Nothing here yet. Write the first note below."));
    this.element = h("section", { class: "board", "aria-label": t("Board"), tabindex: "0" }, this.ground, this.empty, this.layer, this.cursors.element, this.toolbar);
    this.viewport = new Viewport({ window: this.element, layer: this.layer, ground: this.ground },
      { bounds: () => this.bounds(), moved: () => this.#moved(), fit: hooks.fit });
    this.percent = button({ text: "100 %", label: t("Actual size"), class: "percent" }, () => this.viewport.actualSize());
    this.element.append(this.#zoomButtons());
    this.notesLayer.addEventListener("focusin", (event) => {
      const id = event.target instanceof HTMLElement && event.target.matches(".note:focus-visible") ? event.target.dataset.note : undefined;
      if (id && !room.selection.ids.has(id)) room.selection.set([id]);
    });
    this.pointer = listenToPointer(this);
  }

  stop() {
    cancelAnimationFrame(this.#drawing);
    this.viewport.stop();
    this.pointer.stop();
  }

  notes() {
    return this.stone ? this.room.notesAt(this.stone) : [];
  }

  /** The box around all notes and frames. */
  bounds() {
    const box = boundsOf(this.notes());
    if (!box) return null;
    const boxes = [box, ...[...this.clusters.frames.values()].map((frame) => ({ ...frame.box, y: frame.box.y - 20 }))];
    const [x, y] = [Math.min(...boxes.map((one) => one.x)), Math.min(...boxes.map((one) => one.y))];
    return { x, y, width: Math.max(...boxes.map((one) => one.x + one.width)) - x, height: Math.max(...boxes.map((one) => one.y + one.height)) - y };
  }

  /** @param {string} id */
  note(id) {
    return this.room.session.shown.notes.get(id);
  }

  /** The chosen notes of this board. */
  chosen() {
    return this.room.chosen().filter(({ stone }) => stone === this.stone);
  }

  /** Where a note is now, in a hand or lying. @param {Note} note @returns {Point} */
  at({ id, x, y }) {
    const { dx, dy } = this.hanging.get(id) ?? this.#others.get(id) ?? { dx: 0, dy: 0 };
    return { x: x + dx, y: y + dy };
  }

  /** @param {string} stone @param {Touched} touched */
  draw(stone, touched) {
    if (stone !== this.stone || touched.all || touched.keys.has("sought")) this.#drawAll(stone);
    else for (const key of touched.keys) this.#drawTouched(key);
    this.#drawTies();
    this.empty.hidden = this.cards.size > 0 || !this.room.actions.mayWrite;
    this.drawSelection();
    this.fit();
  }

  // Drawing

  /** @param {string} stone */
  #drawAll(stone) {
    const other = stone !== this.stone;
    this.stone = stone;
    const notes = new Map(this.notes().map((note) => [note.id, note]));
    for (const id of [...this.cards.keys()]) if (!notes.has(id)) this.#remove(id);
    this.clusters.draw();
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
    const unsaved = this.notesLayer.querySelector(".unsaved")?.getAttribute("data-note");
    if (unsaved) this.reveal(unsaved);
    if (ids.length) this.#drawing = requestAnimationFrame(() => { this.#drawBatch(ids); this.fit(); });
  }

  /** @param {string} key */
  #drawTouched(key) {
    const [table, id] = [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)];
    if (table === "people") for (const note of this.notes()) if (note.author === id) this.#drawNote(note);
    if (table === "clusters") for (const note of this.notes()) if (note.cluster === id) this.#drawNote(note);
    if (table === "comments") for (const note of this.notes()) if (this.cards.get(note.id)?.marks.firstChild || this.room.session.shown.comments.get(id)?.note === note.id) this.#drawNote(note);
    if (!["notes", "reactions"].includes(table)) return;
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
      this.notesLayer.append(card.element);
    }
    const { element } = card;
    element.hidden = this.clusters.hides(note);
    element.classList.toggle("dim", this.room.sought?.(note) === false);
    placeCard(element, this.at(note));
    drawCard(card, note, this.room);
  }

  #drawTies() {
    this.clusters.draw();
    if (this.links.any) this.links.draw();
  }

  /** @param {string} id @returns {void} */
  #remove(id) {
    const card = this.cards.get(id);
    if (!card) return;
    this.cards.delete(id);
    card.element.remove();
  }

  /** One note of the board is a stop for the tab key; the arrows go on from there. */
  #keepOneStop() {
    if (this.notesLayer.querySelector(".note[tabindex='0']:not([hidden])")) return;
    this.notesLayer.querySelector(".note:not([hidden])")?.setAttribute("tabindex", "0");
  }

  // Hands

  /** Notes hang in one's own hand, or lie again. @param {string[]} ids @param {Offset | null} offset */
  hang(ids, offset) {
    let tied = this.links.any;
    for (const id of ids) {
      offset ? this.hanging.set(id, offset) : this.hanging.delete(id);
      const [note, card] = [this.note(id), this.cards.get(id)];
      if (!note || !card) continue;
      card.element.classList.toggle("dragging", offset !== null);
      placeCard(card.element, this.at(note));
      tied ||= note.cluster !== null;
    }
    this.toolbar.hidden = offset !== null;
    if (tied) this.#drawTies();
    if (!offset) this.drawSelection();
  }

  /** Shows who types in a note, notes in the hands of others, and where others point. */
  drawPresence() {
    const doing = this.room.presence.fresh();
    const before = this.#others;
    this.#others = new Map(doing.flatMap(([person, { drag }]) => (drag?.notes ?? []).map((id) => /** @type {[string, Offset & {person: string}]} */ ([id, { dx: drag?.dx ?? 0, dy: drag?.dy ?? 0, person }]))));
    const typing = new Map(doing.flatMap(([person, doing]) => (doing.typing ? [[doing.typing, person]] : [])));
    for (const element of this.notesLayer.querySelectorAll(".typed")) if (!typing.has(element.getAttribute("data-note") ?? "")) this.#busy(element, "typed", "");
    for (const id of before.keys()) if (!this.#others.has(id)) this.#carry(id, "");
    for (const [id, { person }] of this.#others) this.#carry(id, this.room.nameOf(person));
    for (const [id, person] of typing) this.#busy(this.cards.get(id)?.element, "typed", t("{name} is typing…", { name: this.room.nameOf(person) }));
    if (before.size || this.#others.size) this.#drawTies();
    this.cursors.draw();
  }

  /** @param {string} id @param {string} who carries it; nobody: it lies again */
  #carry(id, who) {
    const [note, card] = [this.note(id), this.cards.get(id)];
    if (!note || !card || this.hanging.has(id)) return;
    this.#busy(card.element, "lifted", who);
    placeCard(card.element, this.at(note));
  }

  /** @param {Element | undefined} element @param {string} how @param {string} what */
  #busy(element, how, what) {
    element?.classList.toggle(how, what !== "");
    if (what) element?.setAttribute("data-busy", what);
    else element?.removeAttribute("data-busy");
  }

  // Selection

  drawSelection() {
    const { ids } = this.room.selection;
    for (const id of this.#chosen) if (!ids.has(id)) this.cards.get(id)?.element.classList.remove("selected");
    for (const id of ids) this.cards.get(id)?.element.classList.add("selected");
    this.#chosen = ids;
    const [only] = ids;
    if (ids.size === 1 && only && this.cards.get(only)?.element.classList.contains("cut")) this.reveal(only);
    this.#drawToolbar();
  }

  /** @param {string} id */
  focus(id) {
    const card = this.cards.get(id);
    if (!card) return;
    for (const other of this.notesLayer.querySelectorAll(".note[tabindex='0']")) other.setAttribute("tabindex", "-1");
    card.element.setAttribute("tabindex", "0");
    this.room.selection.set([id]);
    card.element.focus({ preventScroll: true });
  }

  /** The note after or before one, in reading order, gets the focus; the board where there is none. @param {Note} note */
  focusBeside(note) {
    const order = inReadingOrder(this.notes());
    const at = order.findIndex(({ id }) => id === note.id);
    const next = order[at + 1] ?? order[at - 1];
    if (next) this.focus(next.id);
    else this.element.focus();
  }

  /** @param {string} id */
  edit(id) {
    const note = this.note(id);
    const card = this.cards.get(id);
    if (!note || !card || !this.room.actions.mayType(note)) return;
    if (note.sketch) return this.room.actions.sketch(note);
    this.editing?.finish();
    this.room.selection.set([id]);
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
    this.#drawToolbar();
  }

  #drawToolbar() {
    const notes = this.chosen();
    this.toolbar.hidden = !notes.length || this.editing !== null || this.hanging.size > 0;
    if (this.toolbar.hidden) return;
    const told = JSON.stringify(notes.map(({ id, colour, size, cluster }) => [id, colour, size, cluster]));
    if (this.toolbar.dataset.told !== told) {
      this.toolbar.dataset.told = told;
      const had = this.toolbar.contains(/** @type {ShadowRoot} */ (this.element.getRootNode()).activeElement);
      this.toolbar.replaceChildren(...toolsFor(this.room, notes, this));
      if (had) this.element.focus({ preventScroll: true });
    }
    this.#placeToolbar(notes);
  }

  /** Over the notes, or under them where there is no room above. @param {Note[]} notes */
  #placeToolbar(notes) {
    const { camera, size } = this.viewport;
    const frame = this.clusters.frames.get(notes[0]?.cluster ?? "");
    const whole = frame?.notes.length === notes.length && notes.every(({ cluster }) => cluster === notes[0]?.cluster);
    const box = whole ? { ...frame.box, y: frame.box.y - 18 } : boundsOf(notes.map((note) => ({ ...note, ...this.at(note) })));
    if (!box) return;
    const { x, y } = toScreen(camera, { x: box.x + box.width / 2, y: box.y });
    const [width, height] = [this.toolbar.offsetWidth, this.toolbar.offsetHeight];
    const left = Math.max(8, Math.min(size.width - width - 8, x - width / 2));
    const above = y - height - TOOLBAR_AIR;
    const top = above > 8 ? above : Math.min(size.height - height - 80, y + box.height * camera.scale + TOOLBAR_AIR);
    this.toolbar.style.transform = `translate(${Math.round(left)}px, ${Math.round(Math.max(8, top))}px)`;
  }

  // Looking

  /** @param {MouseEvent} event @returns {Point} where on the board that is */
  pointAt({ clientX, clientY }) {
    const { left, top } = this.element.getBoundingClientRect();
    return toWorld(this.viewport.camera, { x: clientX - left, y: clientY - top });
  }

  /** Brings a note into view and shows which it is. @param {string} id */
  reveal(id) {
    const note = this.note(id);
    const element = this.cards.get(id)?.element;
    if (!note || !element) return;
    const failed = element.classList.contains("unsaved") ? FAILED_HEIGHT : 0;
    const box = boxOf(note);
    this.viewport.show({ ...box, height: Math.max(box.height, element.offsetHeight) + failed });
  }

  /** The chosen notes fill the view. */
  zoomToChosen() {
    const box = boundsOf(this.chosen());
    if (box) this.viewport.fitBox(box);
  }

  #moved() {
    say(/** @type {Element} */ (this.percent.firstElementChild), `${Math.round(this.viewport.camera.scale * 100)} %`);
    if (!this.toolbar.hidden) this.#placeToolbar(this.chosen());
    if (this.cursors.shown.size) this.cursors.draw();
  }

  #zoomButtons() {
    return h("div", { class: "zoom", role: "group", "aria-label": t("Zoom") },
      button({ icon: icon("minus"), label: t("Zoom out") }, () => this.viewport.zoom(1 / 1.25)),
      this.percent,
      button({ icon: icon("plus"), label: t("Zoom in") }, () => this.viewport.zoom(1.25)),
      button({ text: t("All"), label: t("Show all notes") }, () => this.viewport.fitAll()));
  }
}
