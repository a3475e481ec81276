/** Every key of the room; help.js explains them. */

import { neighbour } from "./camera.js";
import { later } from "./later.js";
import { toggleShared } from "./mirrored.js";
import { toolsOf } from "./tools.js";

/** @type {Record<string, Point>} */ const ARROWS = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };
/** Held down, these go on; all others do nothing else again. */
const LASTING = /^(Arrow.*|[-+=])$/;
const PAN = 80;
const NUDGE = 20;

/** No key leaves the room: the page around us has hot keys of its own. @type {(room: Room, stage: Stage) => void} */
export function listenToKeys(room, stage) {
	room.element.addEventListener("keydown", (event) => {
		event.stopPropagation();
		if (event.defaultPrevented || event.isComposing || isIn(event, "input, textarea, select, dialog, [popover]")) return;
		const does = boardKey(event, stage) ?? roomKey(event, room, stage);
		if (!does) return;
		event.preventDefault();
		if (!event.repeat || LASTING.test(event.key)) does();
	});
	for (const kind of ["keyup", "keypress"]) room.element.addEventListener(kind, (event) => event.stopPropagation());
}

/** @type {(event: Event, what: string) => boolean} */
export const isIn = ({ target }, what) => target instanceof Element && target.closest(what) !== null;

/** As tools name it. @type {(event: KeyboardEvent) => string} */
const nameOf = ({ key, ctrlKey, metaKey, shiftKey, altKey }) => {
	const plain = key === "Backspace" ? "Delete" : key.length === 1 ? key.toUpperCase() : key;
	return `${altKey ? "Alt+" : ""}${ctrlKey || metaKey ? "Ctrl+" : ""}${shiftKey && /^[A-Z]$/.test(plain) ? "Shift+" : ""}${plain}`;
};

/** @type {(event: KeyboardEvent, room: Room, stage: Stage) => Deed} */
function roomKey(event, room, stage) {
	const key = nameOf(event);
	switch (key) {
		case "Ctrl+Z": return () => room.undo();
		case "Ctrl+Shift+Z": case "Ctrl+Y": return () => room.redo();
		case "Ctrl+A": return () => room.selection.set(room.notesAt(room.here).map(({ id }) => id));
		case "N": return room.rights.mayWriteAt(room.here) ? () => stage.composer.area.focus() : null;
		case "/": return () => room.openPanel("search");
		case "L": return () => stage.toggle();
		case "O": return () => later(room, "overview");
		case "V": return stage.mode === "board" ? () => stage.bar.toggleMarquee() : null;
		case "Shift+S": return room.actions.leads ? () => toggleShared(room) : null;
		case "?": return () => later(room, "help");
		case "Escape": return room.element.querySelector(":popover-open") ? null : stopping(room, stage);
		case "Enter": if (room.linking.from || isIn(event, "button")) return null;
	}
	const notes = room.chosen();
	const tool = Object.values(toolsOf(room)).flat().find((tool) => tool.key === key && tool.fits(notes));
	if (!tool || !notes.length) return null;
	return () => {
		if (key === "Delete" && stage.mode === "board") stage.board.focusBeside(notes);
		tool.act(notes, stage);
	};
}

/** What Escape leaves, the latest first. @type {(room: Room, stage: Stage) => Deed} */
function stopping({ linking, selection }, { board }) {
	if (board.pointer.cancel()) return () => {};
	if (linking.from) return () => linking.stop();
	return selection.ids.size ? () => { selection.clear(); board.element.focus({ preventScroll: true }); } : null;
}

/** @type {(event: KeyboardEvent, stage: Stage) => Deed} */
function boardKey(event, { board, mode }) {
	const { key, target, altKey, shiftKey } = event;
	const { viewport, room } = board;
	if (mode !== "board" || !(target === room.element || (target instanceof Element && board.element.contains(target)))) return null;
	const arrow = ARROWS[key];
	const note = board.note(/** @type {Element} */ (target).closest(".note")?.getAttribute("data-note") ?? "");
	if (event.ctrlKey || event.metaKey) return arrow && (() => nudge(board, arrow, shiftKey ? NUDGE * 5 : NUDGE));
	if (arrow && note) return () => goOn(board, note, arrow);
	if (arrow) return altKey ? null : () => viewport.pan(-arrow.x * PAN, -arrow.y * PAN);
	switch (key) {
		case "+": case "=": return () => viewport.zoom(1.25);
		case "-": return () => viewport.zoom(1 / 1.25);
		case "0": return () => viewport.fitAll();
		case "z": case "Z": return () => board.zoomToChosen();
	}
	if (!note || isIn(event, "button")) return null;
	if (key === " ") return () => room.selection.toggle(note.id);
	return key === "Enter" && room.linking.from ? () => room.linking.finish(note.id) : null;
}

/** @type {(board: Board, arrow: Point, step: number) => void} */
function nudge(board, { x, y }, step) {
	const notes = board.chosen();
	board.room.actions.move(notes, x * step, y * step);
	if (notes[0]) board.reveal(notes[0].id);
}

/** @type {(board: Board, note: Note, arrow: Point) => void} */
function goOn(board, note, arrow) {
	const next = neighbour(board.notes().filter((other) => other !== note && !board.clusters.hides(other)), note, arrow);
	if (!next) return;
	board.focus(next.id);
	board.reveal(next.id);
}
