/** Where the notes are: the board or the list, the verbs of the whole board, and the line to write in. */

import { createBar } from "./bar.js";
import { Board } from "./board.js";
import { createLegend } from "./colours.js";
import { createComposer } from "./composer.js";
import { button, dress, h } from "./element.js";
import { askText } from "./form.js";
import { later } from "./later.js";
import { CLUSTER_TITLE } from "./limits.js";
import { t } from "./words.js";

const EVERYTHING = { all: true, place: true, keys: new Set() };
const IN_ROWS = /^(notes|people|groups|clusters|links|reactions|comments|sought|workshop|stones)/;

export class Stage {
	/** @type {import("./list.js").List | void} */ list = undefined;
	/** @type {Promise<void> | null} */ #coming = null;
	/** @type {string | null} */ #latest = null;
	/** The note that everybody looked at before. @type {string | null} */ #lit = null;
	#aim = h("div.aim", { "aria-hidden": "true", hidden: true });

	/** @param {Room} room */
	constructor(room) {
		this.room = room;
		this.composer = createComposer(room, { added: (note) => { this.#latest = note; }, aimed: (point) => this.#aimed(point) });
		this.board = new Board(room, { aim: (point) => this.composer.aim(point) });
		this.board.layer.append(this.#aim);
		this.bar = createBar(room, this);
		this.legend = createLegend(room);
		this.toBoard = button({ icon: "board", text: t("Board") }, () => this.#show("board"));
		this.toList = button({ icon: "list", text: t("List") }, () => this.#show("list"));
		const views = h("div.views", { role: "group", "aria-label": t("Look at the notes as") }, this.toBoard, this.toList);
		this.element = h("section.stage", this.board.element, h("div.stage-head", this.bar.element, this.legend.element, views), this.composer.element);
		this.mode = room.memory.get("mode") ?? (matchMedia("(max-width: 700px)").matches ? "list" : "board");
	}

	/** What shows the notes now. */
	get #view() {
		return this.mode === "board" ? this.board : this.list;
	}

	/** @param {Touched} touched */
	draw(touched) {
		const { board, list, composer, room: { here } } = this;
		if (!this.room.stone(here)) return;
		const onBoard = this.mode === "board";
		board.element.hidden = !onBoard;
		if (list) list.element.hidden = onBoard;
		dress(this.toBoard, { "aria-pressed": String(onBoard) });
		dress(this.toList, { "aria-pressed": String(!onBoard) });
		if (touched.place) composer.aim(null);
		if (onBoard) board.draw(here, touched);
		else if (!list) this.#fetchList();
		else if (touched.all || touched.place || [...touched.keys].some((key) => IN_ROWS.test(key))) list.draw();
		for (const part of [composer, this.bar, this.legend]) part.draw();
		this.#revealLatest(touched);
		this.#revealLit();
	}

	drawPresence() {
		this.board.drawPresence();
		this.composer.drawTyping();
	}

	drawSelection() {
		this.#view?.drawSelection();
	}

	/** What is being typed goes to the server now. */
	keep() {
		this.#view?.editing?.finish();
	}

	toggle() {
		this.#show(this.mode === "board" ? "list" : "board");
	}

	/** @param {string} id */
	edit(id) {
		this.#view?.edit(id);
	}

	/** Brings a note of this board into view, chosen. @param {string} id */
	reveal(id) {
		this.room.selection.set([id]);
		this.#view?.reveal(id);
	}

	/** @param {string} cluster */
	async nameCluster(cluster) {
		if (this.mode === "board") return this.board.clusters.rename(cluster);
		const { shown, session } = this.room;
		const value = shown.clusters.get(cluster)?.title;
		const title = await askText(this.room, { title: t("Name the cluster"), label: t("Title of the cluster"), value, most: CLUSTER_TITLE, action: t("Save"), needed: true });
		if (title && title !== value) session.ask({ kind: "cluster.edit", cluster, title });
		return undefined;
	}

	/** @param {string} mode */
	#show(mode) {
		const { room } = this;
		const focused = /** @type {ShadowRoot} */ (room.element.getRootNode()).activeElement;
		this.keep();
		room.memory.set("mode", this.mode = mode);
		this.draw(EVERYTHING);
		// What had the focus may be hidden now; outside the room, keys would be Streamlit's.
		if (focused && !focused.checkVisibility()) room.element.focus({ preventScroll: true });
		if (mode === "board") this.board.viewport.fitAll(false);
	}

	/** It comes when it is asked for. */
	#fetchList() {
		this.#coming ??= later(this.room, "list").then((list) => {
			this.#coming = null;
			if (!list) return this.#show("board");
			this.list = list;
			this.board.element.after(list.element);
			return this.draw(EVERYTHING);
		});
	}

	/** The note that everybody should look at comes into view once, and is read out. */
	#revealLit() {
		const { room } = this;
		const id = room.shown.workshop?.spotlight ?? null;
		const note = room.shown.notes.get(id ?? "");
		if (id === this.#lit || (note && (note.stone !== room.here || !this.#view))) return;
		this.#lit = id;
		if (!note) return;
		room.toasts.tell(t("Look at: {text}", { text: note.text }));
		if (!this.#view?.editing) this.#view?.reveal(note.id);
	}

	/** @param {Point | null} point */
	#aimed(point) {
		this.#aim.hidden = !point;
		if (point) this.#aim.style.transform = `translate(${point.x}px, ${point.y}px)`;
	}

	/** One's own new note comes into view, also when the server gave it another place than we guessed. @param {Touched} touched */
	#revealLatest({ drawn, keys }) {
		const latest = this.#latest = drawn ?? this.#latest;
		if (!latest || !keys.has(`notes:${latest}`)) return;
		this.#view?.reveal(latest);
		if (!this.room.session.waitingFor(`notes:${latest}`).length) this.#latest = null;
	}
}
