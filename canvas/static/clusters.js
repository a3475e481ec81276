/** The frames around notes that belong together: a title that moves, names and folds them. */

import { boundsOf } from "./camera.js";
import { button, dress, h, icon, say } from "./element.js";
import { CLUSTER_TITLE } from "./limits.js";
import { n, t } from "./words.js";

const SIDE = 16;
const HEAD = 44;
const FOLDED = { width: 240, height: 92 };

export class Clusters {
	/** @type {Map<string, Frame>} */ frames = new Map();
	/** Folded for all, but this person, who may not unfold them, looks into them. @type {Set<string>} */ #opened = new Set();

	/** @param {Board} board */
	constructor(board) {
		this.board = board;
		this.element = h("div.clusters");
	}

	draw() {
		const { clusters } = this.board.room.session.shown;
		/** @type {Map<string, Note[]>} */ const members = new Map();
		for (const note of this.board.notes()) if (note.cluster && clusters.has(note.cluster)) members.get(note.cluster)?.push(note) ?? members.set(note.cluster, [note]);
		for (const [id, { element }] of this.frames) {
			if (members.has(id)) continue;
			element.remove();
			this.frames.delete(id);
		}
		for (const [id, notes] of members) this.#drawFrame(/** @type {Cluster} */ (clusters.get(id)), notes);
	}

	/** @param {Cluster} cluster @param {Note[]} notes */
	#drawFrame(cluster, notes) {
		const frame = this.frames.get(cluster.id) ?? this.#create(cluster.id);
		if (!cluster.collapsed) this.#opened.delete(cluster.id);
		const folded = this.#isFolded(cluster);
		frame.notes = notes;
		frame.box = boxAround(notes.map((note) => ({ ...note, ...this.board.hands.at(note) })), folded);
		const { x, y, width, height } = frame.box;
		const may = this.#may(cluster);
		const told = JSON.stringify([frame.box, notes.length, cluster.title, folded, may]);
		if (frame.told === told) return;
		frame.told = told;
		frame.element.style.cssText = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
		frame.element.classList.toggle("folded", folded);
		say(frame.title, cluster.title);
		dress(frame.title, { title: cluster.title, "aria-label": `${cluster.title}, ${n("{count} note", "{count} notes", notes.length)}` });
		say(frame.count, String(notes.length));
		frame.fold.hidden = !may && !cluster.collapsed;
		dress(frame.fold, { "aria-expanded": String(!folded), "aria-label": folded ? t("Unfold") : t("Fold") });
		frame.fold.replaceChildren(icon(folded ? "expand" : "collapse"));
	}

	/** May this person name, fold and take it apart? @param {Cluster} cluster */
	#may(cluster) {
		const { actions, rights } = this.board.room;
		return actions.mayEdit(cluster) && rights.mayWriteAt(cluster.stone);
	}

	/** @param {string} id @returns {Frame} */
	#create(id) {
		const title = h("button", { type: "button", class: "cluster-title" });
		const count = h("span.figure");
		const fold = button({ icon: "collapse", class: "plain" }, () => this.fold(id));
		const head = h("div.cluster-head", title, count, fold);
		const frame = { element: h("section.cluster", { "data-cluster": id }, head), title, count, fold, notes: [], box: { x: 0, y: 0, width: 0, height: 0 }, told: "" };
		title.addEventListener("keydown", (event) => {
			if (event.key !== "Enter" && event.key !== " ") return;
			event.preventDefault();
			this.select(id);
		});
		this.frames.set(id, frame);
		this.element.append(frame.element);
		return frame;
	}

	/** @param {string} id */
	select(id) {
		this.board.room.selection.set(this.frames.get(id)?.notes.map((note) => note.id) ?? []);
	}

	/** Folds or unfolds it: for all, or only here where it is not this person's to change. @param {string} id */
	fold(id) {
		const { board, board: { stone, room: { session } } } = this;
		const cluster = session.shown.clusters.get(id);
		if (!cluster || !stone) return;
		if (this.#may(cluster)) return void session.ask({ kind: "cluster.edit", cluster: id, collapsed: !cluster.collapsed });
		if (!this.#opened.delete(id)) this.#opened.add(id);
		board.draw(stone, { all: false, place: false, keys: new Set([`clusters:${id}`]) });
	}

	/** Writes the title where it stands. @param {string} id */
	rename(id) {
		this.draw();
		const frame = this.frames.get(id);
		const { session } = this.board.room;
		const cluster = session.shown.clusters.get(id);
		if (!frame || !cluster || !this.#may(cluster) || !frame.title.isConnected) return;
		const field = h("input.cluster-name", { value: cluster.title, maxlength: CLUSTER_TITLE, "aria-label": t("Title of the cluster") });
		let over = false;
		const end = () => {
			if (over) return;
			over = true;
			const title = field.value.trim();
			if (title && title !== cluster.title) session.ask({ kind: "cluster.edit", cluster: id, title });
			field.replaceWith(frame.title);
		};
		field.addEventListener("blur", end);
		field.addEventListener("keydown", (event) => {
			if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
			event.stopPropagation();
			end();
			this.board.element.focus({ preventScroll: true });
		});
		frame.title.replaceWith(field);
		this.board.room.selection.clear();
		this.board.viewport.show({ ...frame.box, y: frame.box.y - 20 });
		field.focus();
		field.select();
	}

	/** The cluster whose frame, drawn without these notes, holds this point. @param {Point} point @param {Note[]} without */
	under({ x, y }, without) {
		const away = new Set(without.map(({ id }) => id));
		for (const [id, { notes, element }] of this.frames) {
			const rest = notes.filter((note) => !away.has(note.id));
			if (!rest.length) continue;
			const box = boxAround(rest, element.classList.contains("folded"));
			if (x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height) return id;
		}
		return null;
	}

	/** Whether a note is folded away. @param {Note} note */
	hides({ cluster }) {
		const around = cluster && this.board.room.session.shown.clusters.get(cluster);
		return Boolean(around && this.#isFolded(around));
	}

	/** @param {Cluster} cluster */
	#isFolded({ id, collapsed }) {
		return collapsed && !this.#opened.has(id);
	}
}

/** @param {Note[]} notes @param {boolean} folded @returns {Box} */
function boxAround(notes, folded) {
	const { x, y, width, height } = boundsOf(notes) ?? { x: 0, y: 0, width: 0, height: 0 };
	return { x: x - SIDE, y: y - HEAD, ...(folded ? FOLDED : { width: width + SIDE * 2, height: height + HEAD + SIDE }) };
}
