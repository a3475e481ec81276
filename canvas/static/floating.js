/** The tools that float at the chosen notes of a board. */

import { boundsOf, toScreen } from "./camera.js";
import { h } from "./element.js";
import { toolsFor } from "./tools.js";
import { t } from "./words.js";

const AIR = 10;
/** The writing line lies over the foot of the board. */
const FOOT = 80;

export class Floating {
	#told = "";

	/** @param {Board} board */
	constructor(board) {
		this.board = board;
		this.element = h("div.toolbar", { role: "toolbar", "aria-label": t("Chosen notes"), hidden: true });
	}

	draw() {
		const { board, element } = this;
		const notes = board.chosen();
		element.hidden = !notes.length || board.editing !== null || board.hands.full;
		if (element.hidden) return;
		const told = board.room.rights.told(board.room.here) + JSON.stringify(notes.map(({ id, colour, size, cluster, audience }) => [id, colour, size, cluster, audience])) + board.room.voting?.tools().length;
		if (told !== this.#told) {
			const focused = element.contains(/** @type {ShadowRoot} */ (element.getRootNode()).activeElement);
			this.#told = told;
			element.replaceChildren(...toolsFor(board.room, notes, board));
			if (focused) board.element.focus({ preventScroll: true });
		}
		this.place();
	}

	/** Over the notes, or under them where there is no room above. */
	place() {
		const { board, element } = this;
		if (element.hidden) return;
		const notes = board.chosen();
		const frame = board.clusters.frames.get(notes[0]?.cluster ?? "");
		const whole = frame && frame.notes.length === notes.length && notes.every(({ cluster }) => cluster === notes[0]?.cluster);
		const box = whole ? { ...frame.box, y: frame.box.y - 18 } : boundsOf(notes.map((note) => ({ ...note, ...board.hands.at(note) })));
		if (!box) return;
		const { camera, size } = board.viewport;
		const { x, y } = toScreen(camera, { x: box.x + box.width / 2, y: box.y });
		const [width, height] = [element.offsetWidth, element.offsetHeight];
		const left = Math.max(8, Math.min(size.width - width - 8, x - width / 2));
		const above = y - height - AIR;
		const top = above > 8 ? above : Math.min(size.height - height - FOOT, y + box.height * camera.scale + AIR);
		element.style.transform = `translate(${Math.round(left)}px, ${Math.round(Math.max(8, top))}px)`;
	}
}
