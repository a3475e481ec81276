/** The room on the wall: question, notes, path, join code; no controls, nothing small, always with the group. */

import { Board } from "./board.js";
import { boundsOf, fitted } from "./camera.js";
import { placeCard } from "./card.js";
import { h, say } from "./element.js";
import { createFraming, short, spaced } from "./framing.js";
import { createPath } from "./path.js";
import { STEP_X, STEP_Y } from "./places.js";
import { indexOf } from "./question.js";
import { t } from "./words.js";

/** Type of 18 pixels on a note is 22 on the wall at this scale. */
const READABLE = 22 / 18;
/** The window for which the wall was drawn; in another all is larger or smaller together. */
const DRAWN = { width: 1920, height: 1080 };
/** Below this width, in pixels, a window is no wall. */
const NARROW = 1150;

/** @param {Room} room @returns {Scene} */
export function createScene(room) {
	const { element, texts } = room;
	const [where, question, address, code] = [h("p.where"), h("h1"), h("p.address"), h("strong.big-code")];
	const board = new Board(room, { fit: () => arrange(board) });
	const [framing, path] = [createFraming(room), createPath(room)];
	const grow = () => element.style.setProperty("--wall", String(innerWidth > NARROW ? Math.min(innerWidth / DRAWN.width, innerHeight / DRAWN.height) : 1));
	board.viewport.free = { top: 16, right: 16, bottom: 16, left: 16 };
	board.viewport.largest = 1.6;
	element.classList.add("watched");
	grow();
	addEventListener("resize", grow);
	element.append(h("header.wall-head", where, question), h("main.wall-main", board.element, framing.element),
		h("footer.wall-foot", path.element, h("div.wall-door", address, code)));
	room.fetch("door").then(({ addresses }) => say(address, short(addresses[0]?.base))).catch(() => {});

	return {
		draw(touched) {
			const { here, shown: { workshop } } = room;
			const stone = room.stone(here);
			say(where, stone ? `${stone.number ? `${stone.number}. ` : ""}${stone.name}` : workshop?.title ?? "");
			say(question, stone ? stone.questions[indexOf(stone, room.place.here.question)]?.text ?? stone.lead : texts.framing.title);
			say(code, workshop?.door_open ? spaced(workshop.code) : "");
			address.hidden = !workshop?.door_open;
			path.draw();
			framing.draw();
			framing.element.hidden = Boolean(stone);
			board.element.hidden = !stone;
			if (stone) board.draw(here, touched);
		},
		drawPresence() { if (!board.element.matches(".rows")) board.drawPresence(); },
		stop() { removeEventListener("resize", grow); board.stop(); },
	};
}

/** All notes as they lie; where those would be too small to read, the newest ones in rows. @param {Board} board */
function arrange(board) {
	const { viewport, element } = board;
	const box = boundsOf(board.notes());
	if (!box || viewport.size.width === 0) return;
	const camera = fitted(box, viewport.size, viewport.free, viewport.largest);
	element.dataset.more = "";
	if (element.classList.toggle("rows", camera.scale < READABLE)) return showNewest(board);
	for (const note of board.notes()) lay(board, note, note, board.clusters.hides(note));
	viewport.set(camera);
}

/** @param {Board} board */
function showNewest(board) {
	const { viewport, element } = board;
	const { width, height } = viewport.size;
	const columns = Math.max(1, Math.floor(width / READABLE / STEP_X));
	const scale = (width - 32) / (columns * STEP_X - 20);
	const most = columns * Math.max(1, Math.floor((height - 50) / scale / STEP_Y));
	const newest = [...board.notes()].sort((one, other) => other.created - one.created);
	newest.forEach((note, index) => lay(board, note, { x: (index % columns) * STEP_X, y: Math.floor(index / columns) * STEP_Y }, index >= most));
	element.dataset.more = newest.length > most ? t("and {count} more", { count: newest.length - most }) : "";
	viewport.set({ x: 16, y: 16, scale });
}

/** @param {Board} board @param {Note} note @param {Point} at @param {boolean} hidden */
function lay({ cards, hands }, { id }, at, hidden) {
	const card = cards.get(id)?.element;
	if (!card) return;
	card.hidden = hidden;
	placeCard(card, at, hands.of(id));
}
