/** Where others point: a small arrow with a name, as long as there are few people or somebody switched them on. */

import { toScreen } from "./camera.js";
import { h, icon, say } from "./element.js";

const FEW = 12;

export class Cursors {
	/** @type {Map<string, HTMLElement>} */ shown = new Map();

	/** @param {Board} board */
	constructor(board) {
		this.board = board;
		this.element = h("div.cursors", { "aria-hidden": "true" });
	}

	get on() {
		const { session } = this.board.room;
		const wish = session.shown.workshop?.cursors ?? "auto";
		return wish === "on" || (wish === "auto" && session.online.size <= FEW);
	}

	draw() {
		const { room, stone, viewport } = this.board;
		const doing = this.on ? room.presence.fresh().filter(([, { cursor, stone: where }]) => cursor && where === stone) : [];
		const there = new Set(doing.map(([person]) => person));
		for (const [person, element] of this.shown) {
			if (there.has(person)) continue;
			element.remove();
			this.shown.delete(person);
		}
		for (const [person, { cursor }] of doing) {
			let element = this.shown.get(person);
			if (!element) {
				element = h("div.cursor", icon("cursor"), h("span"));
				this.shown.set(person, element);
				this.element.append(element);
			}
			say(element.lastElementChild, room.nameOf(person));
			const { x, y } = toScreen(viewport.camera, cursor ?? { x: 0, y: 0 });
			element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
		}
	}

	/** @param {Point | null} cursor tells the others */
	tell(cursor) {
		const { presence } = this.board.room;
		if (cursor === null ? presence.mine.cursor : this.on) presence.tell({ cursor: cursor && { x: Math.round(cursor.x), y: Math.round(cursor.y) } });
	}
}
