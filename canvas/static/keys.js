/** Every key of the room, in one table: what it does, and the line that explains it in the help. */

import { h } from "./element.js";
import { inReadingOrder, neighbour } from "./camera.js";
import { openDialog } from "./dialog.js";
import { t } from "./words.js";

const ARROWS = /** @type {Record<string, {x: number, y: number}>} */ ({
  ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 },
});
const PAN = 80;
const NUDGE = 20;

/** What the help tells. */
function explained() {
  return [
    [t("Enter"), t("in the writing line: add the note; on a note: edit it")],
    [t("Shift + Enter"), t("begin a new line in a note")],
    [t("Escape"), t("leave what you were doing; the note stays as it was")],
    ["N", t("write a note")],
    [t("Arrows"), t("go from note to note; on the empty board, look around")],
    [t("Ctrl or Cmd + arrows"), t("move the note; with Shift, further")],
    [t("Delete"), t("delete the note; you can undo that")],
    ["+  −", t("zoom in and out")],
    ["0", t("show all notes")],
    ["L", t("board or list")],
    ["?", t("this help")],
  ];
}

/** @param {Room} room */
export function openHelp(room) {
  const rows = explained().map(([key, what]) => h("div", {}, h("dt", {}, h("kbd", {}, key)), h("dd", {}, what)));
  openDialog(room.element, t("Keys"), [h("dl", { class: "keys" }, ...rows),
    h("p", { class: "soft" }, t("With a mouse or finger: drag the empty board to look around, click a note twice to edit it, click the empty board twice to write a note there."))]);
}

/**
 * Keys of the whole room. No key leaves it: the page around us has hot keys of its own.
 * @param {Room} room @param {Board} board @param {{write: () => void, toggle: () => void}} verbs
 */
export function listenToKeys(room, board, verbs) {
  room.element.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.defaultPrevented || event.isComposing || isTyping(event) || inDialog(event)) return;
    const does = roomKey(event, room, verbs) ?? boardKey(event, board);
    if (!does) return;
    event.preventDefault();
    does();
  });
  for (const kind of ["keyup", "keypress"]) room.element.addEventListener(kind, (event) => event.stopPropagation());
}

/** @param {KeyboardEvent} event @param {Room} room @param {{write: () => void, toggle: () => void}} verbs */
function roomKey(event, room, { write, toggle }) {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case "n": case "N": case "/": return room.actions.mayWrite ? write : null;
    case "l": case "L": return toggle;
    case "?": return () => openHelp(room);
    default: return null;
  }
}

/** @param {KeyboardEvent} event @param {Board} board */
function boardKey(event, board) {
  if (!isOn(event, board.element)) return null;
  const { viewport } = board;
  const zooms = !event.ctrlKey && !event.metaKey;
  if (zooms && (event.key === "+" || event.key === "=")) return () => viewport.zoom(1.25);
  if (zooms && event.key === "-") return () => viewport.zoom(1 / 1.25);
  if (zooms && event.key === "0") return () => viewport.fitAll();
  const id = isNote(event) ? board.selected : null;
  return id ? noteKey(event, board, id) : groundKey(event, board);
}

/** @param {KeyboardEvent} event @param {Board} board */
function groundKey(event, board) {
  const arrow = ARROWS[event.key];
  if (arrow && isBare(event)) return () => board.viewport.pan(-arrow.x * PAN, -arrow.y * PAN);
  return null;
}

/** @param {KeyboardEvent} event @param {Board} board @param {string} id */
function noteKey(event, board, id) {
  const note = board.note(id);
  if (!note) return null;
  const arrow = ARROWS[event.key];
  if (arrow) return () => (event.ctrlKey || event.metaKey ? nudge(board, note, arrow, event.shiftKey) : goOn(board, note, arrow));
  if (event.key === "Enter") return () => board.edit(id);
  if (event.key === "Escape") return () => { board.select(null); board.element.focus({ preventScroll: true }); };
  if (event.key !== "Delete" && event.key !== "Backspace") return null;
  return board.room.actions.mayEdit(note) ? () => remove(board, note) : null;
}

/** @param {Board} board @param {Note} note @param {Point} arrow @param {boolean} far */
function nudge(board, note, arrow, far) {
  if (!board.room.actions.mayEdit(note)) return;
  const step = far ? NUDGE * 5 : NUDGE;
  board.room.actions.move(note, note.x + arrow.x * step, note.y + arrow.y * step);
  board.reveal(note.id);
}

/** @param {Board} board @param {Note} note @param {Point} arrow */
function goOn(board, note, arrow) {
  const next = neighbour(board.notes().filter((other) => other.id !== note.id), note, arrow);
  if (!next) return;
  board.focus(next.id);
  board.reveal(next.id);
}

/** @param {Board} board @param {Note} note the note before or after it gets the focus */
function remove(board, note) {
  const order = inReadingOrder(board.notes());
  const at = order.findIndex((other) => other.id === note.id);
  const next = order[at + 1] ?? order[at - 1];
  board.room.actions.remove(note);
  if (next) board.focus(next.id);
  else board.element.focus();
}

/** @param {KeyboardEvent} event */
function isBare(event) {
  return !event.ctrlKey && !event.metaKey && !event.altKey;
}

/** @param {KeyboardEvent} event */
function isTyping(event) {
  return event.target instanceof Element && event.target.matches("input, textarea, select, [contenteditable]");
}

/** @param {KeyboardEvent} event */
function inDialog(event) {
  return event.target instanceof Element && event.target.closest("dialog, [popover]") !== null;
}

/** @param {KeyboardEvent} event @param {Element} element */
function isOn(event, element) {
  return event.target instanceof Node && element.contains(event.target);
}

/** @param {KeyboardEvent} event */
function isNote(event) {
  return event.target instanceof Element && event.target.matches(".note");
}
