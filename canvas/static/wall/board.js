/** The board of a stone as it lies; where its notes would be too small to read, what matters most of it. */

import { Board } from "../board.js";
import { boundsOf, fitted } from "../camera.js";
import { h, say } from "../element.js";
import { n, t } from "../words.js";
import { createCrowd } from "./crowd.js";

/** Type of 18 pixels on a note is 22 on the wall at this scale. */
const READABLE = 22 / 18;
const LARGEST = 1.7;
const EDGE = 16;

/** @param {Room} room @returns {WallScene} */
export function createBoard(room) {
	const board = new Board(room, { fit: arrange });
	const [crowd, hidden, nothing] = [createCrowd(room), h("p.wall-hidden"), h("p.wall-nothing", t("Nothing here yet. What you write appears here."))];
	board.viewport.free = { top: EDGE, right: EDGE, bottom: EDGE, left: EDGE };
	board.viewport.largest = LARGEST;

	/** All notes as they lie, or the crowd. */
	function arrange() {
		const { viewport, element } = board;
		const box = boundsOf(board.notes());
		if (!box || viewport.size.width === 0) return;
		const camera = fitted(board.bounds() ?? box, viewport.size, viewport.free, LARGEST);
		const crowded = camera.scale < READABLE;
		element.classList.toggle("crowded", crowded);
		crowd.element.hidden = !crowded;
		if (crowded) crowd.draw(board.notes());
		else viewport.set(camera);
	}

	return {
		element: h("section.wall-board", board.element, crowd.element, nothing, hidden),
		draw(touched) {
			const count = room.session.hidden?.stones?.[room.here] ?? 0;
			board.draw(room.here, touched);
			if (!board.notes().length) crowd.element.hidden = true;
			nothing.hidden = board.notes().length > 0 || count > 0;
			say(hidden, count ? n("{count} note is still hidden", "{count} notes are still hidden", count) : "");
		},
		// Who carries what is shown, who points where is not.
		drawPresence: () => board.hands.draw(),
		stop: () => board.stop(),
	};
}
