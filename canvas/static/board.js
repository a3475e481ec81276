/** The board of a stone: notes, their frames and arrows under one layer that pans and zooms. */

import { boundsOf, inReadingOrder, toWorld } from "./camera.js";
import { createCard, drawCard, placeCard } from "./card.js";
import { Clusters } from "./clusters.js";
import { Cursors } from "./cursors.js";
import { editInPlace } from "./editor.js";
import { button, h, say } from "./element.js";
import { Floating } from "./floating.js";
import { within } from "./gestures.js";
import { Hands } from "./hands.js";
import { Links } from "./links.js";
import { boxOf } from "./places.js";
import { listenToPointer } from "./pointer.js";
import { Shelves } from "./shelves.js";
import { Viewport } from "./viewport.js";
import { t } from "./words.js";

/** So few chosen notes are laid over all others. */
const FEW = 100;
/** So many notes come in the first frame, then twice as many in each. */
const BATCH = 150;
/** What the message at a note that was not saved takes, more or less. */
const FAILED_HEIGHT = 110;

export class Board {
	/** @type {Map<string, Card>} */ cards = new Map();
	/** @type {string | null} */ stone = null;
	/** @type {Editor | null} */ editing = null;
	/** Whether a plain drag on the ground chooses notes, rather than pans. */
	marquee = false;
	shelves = new Shelves();
	/** @type {Set<string>} */ #chosen = new Set();
	#quick = true;
	/** What could be done when it was drawn. */ #rights = "";
	#drawing = 0;

	/** @param {Room} room @param {{aim?: (point: Point) => void, fit?: () => void}} [hooks] `fit` also runs after each drawing */
	constructor(room, { aim = () => {}, fit } = {}) {
		this.room = room;
		this.aim = aim;
		this.fit = fit ?? (() => {});
		this.hands = new Hands(this);
		this.clusters = new Clusters(this);
		this.links = new Links(this);
		this.cursors = new Cursors(this);
		this.floating = new Floating(this);
		const ground = h("div.ground");
		this.notesLayer = this.shelves.element;
		this.layer = h("div.layer", h("div.sheet"), this.clusters.element, this.links.lines, this.notesLayer, this.links.signs);
		this.empty = h("p.empty", t("Nothing here yet. Write the first note below."));
		this.percent = button({ text: "100 %", label: t("Actual size"), class: "percent" }, () => this.viewport.actualSize());
		const zoom = h("div.zoom", { role: "group", "aria-label": t("Zoom") },
			button({ icon: "minus", label: t("Zoom out") }, () => this.viewport.zoom(0.8)), this.percent,
			button({ icon: "plus", label: t("Zoom in") }, () => this.viewport.zoom(1.25)),
			button({ text: t("All"), label: t("Show all notes") }, () => this.viewport.fitAll()));
		this.element = h("section.board", { "aria-label": t("Board"), tabindex: 0 }, ground, this.empty, this.layer, this.cursors.element, this.floating.element, zoom, h("div.shield"));
		this.viewport = new Viewport({ window: this.element, layer: this.layer, ground }, { bounds: () => this.bounds(), moved: () => this.#moved(), fit });
		this.notesLayer.addEventListener("focusin", ({ target }) => {
			const id = target instanceof HTMLElement && target.matches(".note:focus-visible") ? target.dataset.note : undefined;
			if (id && !this.shelves.moving && !room.selection.ids.has(id)) room.selection.set([id]);
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

	/** @param {string} stone @param {Touched} touched */
	draw(stone, touched) {
		const rights = this.room.rights.told(stone) + this.room.shown.workshop?.authors;
		if (stone !== this.stone || touched.all || touched.keys.has("sought") || rights !== this.#rights) this.#drawAll(stone);
		else for (const key of touched.keys) this.#drawTouched(key);
		this.#rights = rights;
		this.drawTies();
		this.#keepOneStop();
		this.empty.hidden = this.cards.size > 0 || !this.room.rights.mayWriteAt(stone);
		this.drawSelection();
		this.fit();
	}

	// Drawing

	/** @param {string} stone */
	#drawAll(stone) {
		const other = stone !== this.stone;
		if (other) this.pointer.cancel();
		this.stone = stone;
		const ids = [...this.notes()].sort((one, two) => one.z - two.z).map(({ id }) => id);
		const here = new Set(ids);
		for (const id of [...this.cards.keys()]) if (!here.has(id)) this.#remove(id);
		if (!this.cards.size) this.shelves.clear();
		this.clusters.draw();
		if (other && this.viewport.size.width > 0) this.viewport.fitAll(false);
		this.#drawBatch(ids, BATCH);
	}

	/** A full board comes in a few frames, so that going to it never takes long. @param {string[]} ids @param {number} most */
	#drawBatch(ids, most) {
		cancelAnimationFrame(this.#drawing);
		this.#quick = true;
		for (const id of ids.splice(0, most)) this.#drawNote(id);
		this.#quick = false;
		if (ids.length) this.#drawing = requestAnimationFrame(() => { this.#drawBatch(ids, most * 2); this.fit(); });
	}

	/** @param {string} key */
	#drawTouched(key) {
		const [table = "", id = ""] = key.split(/:(.*)/s);
		const { comments } = this.room.session.shown;
		/** @type {Record<string, (note: Note) => unknown>} */ const tied = {
			people: ({ author }) => author === id,
			clusters: ({ cluster }) => cluster === id,
			groups: ({ group }) => group === id || !id,
			comments: (note) => comments.get(id)?.note === note.id || this.cards.get(note.id)?.marks.firstChild,
		};
		const fits = tied[table];
		if (fits) for (const note of this.notes()) if (fits(note)) this.#drawNote(note.id);
		if (table !== "notes" && table !== "reactions") return;
		this.#drawNote(id);
		if (this.cards.get(id)?.element.classList.contains("unsaved")) this.reveal(id);
	}

	/** @param {string} id */
	#drawNote(id) {
		const note = this.note(id);
		if (!note || note.stone !== this.stone) return this.#remove(id);
		let card = this.cards.get(id);
		// A photograph cannot become a text: a changed kind of note is a new card.
		if (card && Boolean(card.picture) !== Boolean(note.picture)) card = void this.#remove(id);
		if (!card) {
			card = createCard(note);
			this.cards.set(id, card);
			if (!this.#quick) card.element.classList.add("arriving");
		}
		card.element.hidden = this.clusters.hides(note);
		card.element.classList.toggle("dim", this.room.sought?.(note) === false);
		card.element.classList.toggle("selected", this.room.selection.ids.has(id));
		placeCard(card.element, note, this.hands.of(id));
		drawCard(card, note, this.room);
		return this.shelves.lay(card.element, note);
	}

	/** Puts a note where it belongs in height. @param {string} id */
	lay(id) {
		const [note, card] = [this.note(id), this.cards.get(id)];
		if (note && card) this.shelves.lay(card.element, note);
	}

	/** Frames and arrows; where notes are named, only if these are tied to anything. @param {string[]} [ids] */
	drawTies(ids) {
		if (!ids || this.links.any || ids.some((id) => this.note(id)?.cluster)) this.clusters.draw();
		if (this.links.any) this.links.draw();
	}

	/** @param {string} id @returns {void} */
	#remove(id) {
		const card = this.cards.get(id);
		this.cards.delete(id);
		if (card?.element.classList.contains("editing")) this.editing?.finish();
		card?.element.remove();
	}

	/** One note of the board is a stop for the tab key; the arrows go on from there. */
	#keepOneStop() {
		if (this.notesLayer.querySelector(".note[tabindex='0']:not([hidden])")) return;
		this.notesLayer.querySelector(".note:not([hidden])")?.setAttribute("tabindex", "0");
	}

	/** Shows what others do: carry, type, point. */
	drawPresence() {
		this.hands.draw();
		this.cursors.draw();
	}

	// Selection

	drawSelection() {
		const { ids } = this.room.selection;
		for (const id of this.#chosen) if (!ids.has(id)) this.cards.get(id)?.element.classList.remove("selected");
		for (const id of ids) this.cards.get(id)?.element.classList.add("selected");
		for (const id of new Set([...this.#chosen, ...ids.size < FEW ? ids : []])) this.lay(id);
		const fresh = ids !== this.#chosen;
		this.#chosen = ids;
		const [only = ""] = ids;
		if (fresh && ids.size === 1 && this.cards.get(only)?.element.classList.contains("cut")) this.reveal(only);
		this.floating.draw();
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

	/** The note after or before these, in reading order, gets the focus; the board where there is none. @param {Note[]} notes */
	focusBeside(notes) {
		const [last, gone] = [notes.at(-1)?.id, new Set(notes.map(({ id }) => id))];
		const order = inReadingOrder(this.notes().filter((note) => note.id === last || !(gone.has(note.id) || this.clusters.hides(note))));
		const at = order.findIndex(({ id }) => id === last);
		const next = order[at + 1] ?? order[at - 1];
		next ? this.focus(next.id) : this.element.focus();
	}

	/** @param {string} id */
	edit(id) {
		const [note, card] = [this.note(id), this.cards.get(id)];
		if (!note || !card || !this.room.actions.mayType(note)) return;
		if (note.sketch) return this.room.actions.sketch(note);
		this.editing?.finish();
		this.room.selection.set([id]);
		this.reveal(id);
		card.element.classList.add("editing");
		this.room.writing(id);
		this.editing = editInPlace(card.words, note.text, {
			keep: (text) => this.room.actions.editText(note, text),
			ended: (held) => this.#edited(id, card, held),
		});
		return this.floating.draw();
	}

	/** @param {string} id @param {Card} card @param {boolean} held */
	#edited(id, { element }, held) {
		this.editing = null;
		element.classList.remove("editing");
		this.#drawNote(id);
		this.room.writing(null);
		if (held) this.focus(id);
		this.floating.draw();
	}

	// Looking

	/** @param {MouseEvent} event @returns {Point} where on the board that is */
	pointAt(event) {
		return toWorld(this.viewport.camera, within(this, event));
	}

	/** Brings a note into view and shows which it is. @param {string} id */
	reveal(id) {
		const note = this.note(id);
		if (!note) return;
		const element = this.cards.get(id)?.element;
		const box = (this.clusters.hides(note) ? this.clusters.frames.get(note.cluster ?? "")?.box : undefined) ?? boxOf(note);
		this.viewport.show({ ...box, height: Math.max(box.height, element?.offsetHeight ?? 0) + (element?.classList.contains("unsaved") ? FAILED_HEIGHT : 0) });
	}

	/** The chosen notes fill the view. */
	zoomToChosen() {
		const box = boundsOf(this.chosen());
		if (box) this.viewport.fitBox(box);
	}

	#moved() {
		say(/** @type {Element} */ (this.percent.firstElementChild), `${Math.round(this.viewport.camera.scale * 100)} %`);
		this.floating.place();
		if (this.cursors.shown.size) this.cursors.draw();
	}
}
