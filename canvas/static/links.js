/** Arrows between notes; to a note on another board there is a sign at the note that takes one there. */

import { button, h, svg } from "./element.js";
import { askText } from "./form.js";
import { LINK_WORD } from "./limits.js";
import { boxOf } from "./places.js";
import { t } from "./words.js";

const POINT = 11;

export class Links {
	/** @type {Map<string, {told: string, parts: Element[]}>} */ #drawn = new Map();

	/** @param {Board} board */
	constructor(board) {
		this.board = board;
		this.lines = svg("svg.links", { "aria-hidden": "true" });
		this.signs = h("div.link-signs");
	}

	/** Whether there is anything to draw at all; most boards have none. */
	get any() {
		return this.board.room.session.shown.links.size > 0 || this.signs.childElementCount > 0;
	}

	draw() {
		const { room, stone } = this.board;
		const away = new Map();
		const gone = new Set(this.#drawn.keys());
		for (const link of room.session.shown.links.values()) {
			const [start, end] = [this.board.note(link.start), this.board.note(link.end)];
			if (!start || !end) continue;
			const [starts, ends] = [start.stone === stone, end.stone === stone];
			if (!starts && !ends) continue;
			const [here, there] = starts ? [start, end] : [end, start];
			const row = away.get(here.id) ?? 0;
			if (starts !== ends) away.set(here.id, row + 1);
			const boxes = [here, there].map((note) => (note.stone === stone ? this.#boxOf(note) : null));
			const told = JSON.stringify([boxes, row, starts, there.stone, this.#told(link)]);
			gone.delete(link.id);
			if (this.#drawn.get(link.id)?.told === told) continue;
			this.#remove(link.id);
			const [from, to] = starts ? boxes : [boxes[1], boxes[0]];
			this.#drawn.set(link.id, { told, parts: from && to ? this.#between(link, from, to) : [this.#away(link, here, there, row)] });
		}
		for (const id of gone) this.#remove(id);
	}

	/** @param {string} id */
	#remove(id) {
		for (const part of this.#drawn.get(id)?.parts ?? []) part.remove();
		this.#drawn.delete(id);
	}

	/** Where a note is, or the cluster that it is folded into. @param {Note} note @returns {Box} */
	#boxOf(note) {
		const folded = this.board.clusters.hides(note) ? this.board.clusters.frames.get(note.cluster ?? "")?.box : undefined;
		return folded ?? boxOf({ ...note, ...this.board.hands.at(note) });
	}

	/** @param {Link} link @param {Box} from @param {Box} to */
	#between(link, from, to) {
		const [start, end] = [edge(from, middle(to)), edge(to, middle(from))];
		const angle = Math.atan2(end.y - start.y, end.x - start.x);
		const wing = (/** @type {number} */ turn) => `${end.x - POINT * Math.cos(angle + turn)} ${end.y - POINT * Math.sin(angle + turn)}`;
		const line = svg("path", { d: `M${start.x} ${start.y}L${end.x} ${end.y}M${wing(0.45)}L${end.x} ${end.y}L${wing(-0.45)}` });
		const sign = button({ text: link.word || "·", class: link.word ? "link-word" : "link-word bare", label: this.#told(link) }, () => editLink(this.board.room, link));
		sign.style.cssText = `left:${(start.x + end.x) / 2}px;top:${(start.y + end.y) / 2}px`;
		// A word on a short arrow would hide it.
		sign.classList.toggle("beside", link.word !== "" && Math.abs(end.x - start.x) < 40 && Math.abs(end.y - start.y) < 80);
		this.lines.append(line);
		this.signs.append(sign);
		return [line, sign];
	}

	/** @param {Link} link @param {Note} here @param {Note} there @param {number} row */
	#away(link, here, there, row) {
		const { room } = this.board;
		const box = this.#boxOf(here);
		const name = room.stone(there.stone)?.name ?? "";
		const sign = button({ icon: link.start === here.id ? "on" : "back", text: link.word ? `${name}: ${link.word}` : name, class: "link-away", label: room.actions.mayEdit(link) ? `${this.#told(link)} (${t("Shift + click: edit the link")})` : this.#told(link) }, ({ shiftKey }) => { if (shiftKey) editLink(room, link); else room.reveal(there.id); });
		sign.style.cssText = `left:${box.x}px;top:${box.y + box.height + row * 22}px`;
		sign.addEventListener("contextmenu", (event) => { event.preventDefault(); editLink(room, link); });
		sign.addEventListener("keydown", (event) => {
			if (event.key !== "Enter" || !event.shiftKey) return;
			event.preventDefault();
			editLink(room, link);
		});
		this.signs.append(sign);
		return sign;
	}

	/** @param {Link} link */
	#told(link) {
		const words = (/** @type {string} */ id) => (this.board.note(id)?.text ?? "").slice(0, 60);
		return link.word ? t("{start} leads to {end}: {word}", { start: words(link.start), end: words(link.end), word: link.word }) : t("{start} leads to {end}", { start: words(link.start), end: words(link.end) });
	}
}

/** Its word, and the way to take it away. @param {Room} room @param {Link} link */
export async function editLink(room, { id, word: value, author }) {
	if (!room.actions.mayEdit({ author })) return;
	const word = await askText(room, { title: t("Link"), label: t("Word at the link"), value, most: LINK_WORD, action: t("Save"),
		remove: [t("Delete the link"), () => room.session.ask({ kind: "link.delete", link: id })] });
	if (word !== null && word !== value) room.session.ask({ kind: "link.edit", link: id, word });
}

/** @param {Box} box */
function middle({ x, y, width, height }) {
	return { x: x + width / 2, y: y + height / 2 };
}

/** Where the way from the middle of a box to a point leaves the box, and a little air. @param {Box} box @param {Point} to */
function edge(box, to) {
	const { x, y } = middle(box);
	const [dx, dy] = [to.x - x, to.y - y];
	const by = Math.min(1, (box.width / 2 + 4) / Math.abs(dx || 1e-9), (box.height / 2 + 4) / Math.abs(dy || 1e-9));
	return { x: Math.round(x + dx * by), y: Math.round(y + dy * by) };
}
