/** Every key of the room; help.js explains them. */

import { neighbour } from "./camera.js";
import { later } from "./later.js";
import { moreOf, toolsOf } from "./tools.js";

/** @type {Record<string, Point>} */ const ARROWS = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };
const PAN = 80;
const NUDGE = 20;

/** Keys of the whole room. No key leaves it: the page around us has hot keys of its own. @param {Room} room @param {Stage} stage */
export function listenToKeys(room, stage) {
	room.element.addEventListener("keydown", (event) => {
		event.stopPropagation();
		if (event.defaultPrevented || event.isComposing || isIn(event, "input, textarea, select, dialog, [popover]")) return undefined;
		// A key that is held down looks around or moves; it does nothing else again.
		if (event.repeat && !/^(Arrow.*|[-+=])$/.test(event.key)) return event.preventDefault();
		const [onBoard, ends] = [stage.mode === "board", event.key === "Enter" && room.linking.from];
		const does = (onBoard && ends ? null : roomKey(event, room, stage)) ?? (onBoard ? boardKey(event, stage.board) : null);
		if (does) event.preventDefault();
		return does?.();
	});
	for (const kind of ["keyup", "keypress"]) room.element.addEventListener(kind, (event) => event.stopPropagation());
}

/** As tools name it. @param {KeyboardEvent} event */
function nameOf({ key, ctrlKey, metaKey, shiftKey, altKey }) {
	const plain = key === "Backspace" ? "Delete" : key.length === 1 ? key.toUpperCase() : key;
	return `${altKey ? "Alt+" : ""}${ctrlKey || metaKey ? "Ctrl+" : ""}${shiftKey && /^[A-Z]$/.test(plain) ? "Shift+" : ""}${plain}`;
}

/** @param {KeyboardEvent} event @param {Room} room @param {Stage} stage */
function roomKey(event, room, stage) {
	const key = nameOf(event);
	const { selection } = room;
	switch (key) {
		case "Ctrl+Z": return () => room.undo();
		case "Ctrl+Shift+Z": case "Ctrl+Y": return () => room.redo();
		case "Ctrl+A": return () => selection.set(room.notesAt(room.here).map(({ id }) => id));
		case "N": return room.actions.mayWrite ? () => stage.composer.area.focus() : null;
		case "/": return () => room.openPanel("search");
		case "L": return () => stage.toggle();
		case "O": return () => later(room, "overview");
		case "V": return () => stage.bar.toggleMarquee();
		case "?": return () => later(room, "help");
		case "Escape": return room.element.querySelector(":popover-open") ? null : stopping(room, stage);
	}
	const notes = room.chosen();
	const tool = notes.length && !(key === "Enter" && isIn(event, "button")) ? [...toolsOf(room), ...moreOf(room)].find((tool) => tool.key === key && tool.fits(notes)) : undefined;
	if (!tool) return null;
	return () => {
		if (key === "Delete" && stage.mode === "board") stage.board.focusBeside(notes);
		tool.act(notes, stage);
	};
}

/** What Escape leaves, the latest first. @param {Room} room @param {Stage} stage */
function stopping({ linking, selection }, { board }) {
	if (board.pointer.cancel()) return () => {};
	if (linking.from) return () => linking.stop();
	return selection.ids.size ? () => { selection.clear(); board.element.focus({ preventScroll: true }); } : null;
}

/** @param {KeyboardEvent} event @param {Board} board */
function boardKey(event, board) {
	const { key, target } = event;
	const { viewport, room } = board;
	if (!(target instanceof HTMLElement && (target === room.element || board.element.contains(target)))) return null;
	const control = event.ctrlKey || event.metaKey;
	if (!control) switch (key) {
		case "+": case "=": return () => viewport.zoom(1.25);
		case "-": return () => viewport.zoom(1 / 1.25);
		case "0": return () => viewport.fitAll();
		case "z": case "Z": return () => board.zoomToChosen();
	}
	const arrow = ARROWS[key];
	const note = board.note(/** @type {HTMLElement | null} */ (target.closest(".note"))?.dataset.note ?? "");
	if (arrow && control) return () => nudge(board, arrow, event.shiftKey ? NUDGE * 5 : NUDGE);
	if (arrow && note) return () => goOn(board, note, arrow);
	if (arrow && !event.altKey) return () => viewport.pan(-arrow.x * PAN, -arrow.y * PAN);
	if (key === " " && note) return () => room.selection.toggle(note.id);
	return key === "Enter" && note && room.linking.from ? () => room.linking.finish(note.id) : null;
}

/** @param {Board} board @param {Point} arrow @param {number} step */
function nudge(board, arrow, step) {
	const notes = board.chosen();
	board.room.actions.move(notes, arrow.x * step, arrow.y * step);
	if (notes[0]) board.reveal(notes[0].id);
}

/** @param {Board} board @param {Note} note @param {Point} arrow */
function goOn(board, note, arrow) {
	const next = neighbour(board.notes().filter((other) => other !== note && !board.clusters.hides(other)), note, arrow);
	if (!next) return;
	board.focus(next.id);
	board.reveal(next.id);
}

/** @param {Event} event @param {string} what */
const isIn = ({ target }, what) => target instanceof Element && target.closest(what) !== null;
