/** Every key of the room: what it does, and the line that explains it in the help. */

import { neighbour } from "./camera.js";
import { openDialog } from "./dialog.js";
import { h } from "./element.js";
import { openOverview } from "./overview.js";
import { moreOf, tidies, toolsOf } from "./tools.js";
import { t } from "./words.js";

const ARROWS = /** @type {Record<string, Point>} */ ({
  ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 },
});
const PAN = 80;
const NUDGE = 20;

/** @param {Room} room */
export function openHelp(room) {
  const tools = [...toolsOf(room), ...moreOf(room)].filter(({ key }, at, all) => key && all.findIndex((other) => other.key === key) === at);
  const rows = [
    [t("Enter"), t("in the writing line: add the note; on a note: edit it")],
    [t("Shift + Enter"), t("begin a new line in a note")],
    [t("Escape"), t("leave what you were doing; the note stays as it was")],
    ["N", t("write a note")],
    ["/", t("search")],
    [t("Arrows"), t("go from note to note; on the empty board, look around")],
    [t("Ctrl or Cmd + arrows"), t("move the note; with Shift, further")],
    [t("Space"), t("choose one more note, or leave it out")],
    ["Ctrl + A", t("choose all notes")],
    ["Ctrl + Z", t("undo what you did; with Shift, do it again")],
    ["Ctrl + C, X, V", t("copy, cut and paste notes, lists and cells")],
    ...tools.slice(1).map(({ key = "", name }) => [key.replace("+", " + ").replace("Delete", t("Delete")), name]),
    ["+  −", t("zoom in and out")],
    ["0  Z", t("show all notes; the chosen ones")],
    ["V", t("a plain drag chooses notes; once more: it moves the board")],
    ["O", t("overview of all stones")],
    ["L", t("board or list")],
    ["?", t("this help")],
  ].map(([key = "", what = ""]) => h("div", h("dt", h("kbd", key)), h("dd", what)));
  openDialog(room.element, t("Keys"), [h("dl.keys", rows),
    h("p.soft", t("With a mouse or finger: drag the empty board to look around, click a note twice to edit it, click the empty board twice to write a note there. Drop a note on another to make a cluster. Shift and drag draws a frame that chooses notes; a long press chooses on a phone."))], "wide");
}

/**
 * Keys of the whole room. No key leaves it: the page around us has hot keys of its own.
 * @param {Room} room @param {Stage} stage
 */
export function listenToKeys(room, stage) {
  room.element.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.defaultPrevented || event.isComposing || isIn(event, "input, textarea, select, dialog, [popover]")) return;
    const does = roomKey(event, room, stage) ?? (stage.mode === "board" ? boardKey(event, stage.board) : null);
    if (!does) return;
    event.preventDefault();
    does();
  });
  for (const kind of ["keyup", "keypress"]) room.element.addEventListener(kind, (event) => event.stopPropagation());
}

/** @param {KeyboardEvent} event as tools name it */
function nameOf({ key, ctrlKey, metaKey, shiftKey, altKey }) {
  const plain = key === "Backspace" ? "Delete" : key.length === 1 ? key.toUpperCase() : key;
  return `${altKey ? "Alt+" : ""}${ctrlKey || metaKey ? "Ctrl+" : ""}${shiftKey && /^[A-Z]$/.test(plain) ? "Shift+" : ""}${plain}`;
}

/** @param {KeyboardEvent} event @param {Room} room @param {Stage} stage */
function roomKey(event, room, stage) {
  const key = nameOf(event);
  switch (key) {
    case "Ctrl+Z": return () => room.undo();
    case "Ctrl+Shift+Z": case "Ctrl+Y": return () => room.redo();
    case "Ctrl+A": return () => room.selection.set(room.notesAt(room.place.here.stone).map(({ id }) => id));
    case "N": return room.actions.mayWrite ? () => stage.composer.focus() : null;
    case "/": return () => room.openSearch();
    case "L": return () => stage.toggle();
    case "O": return () => openOverview(room);
    case "V": return () => stage.bar.toggleMarquee();
    case "?": return () => openHelp(room);
    case "Escape": return room.element.querySelector(":popover-open") ? null : stopping(room, stage);
    case "T": if (!room.selection.ids.size) return () => tidies(room)[0]?.act(room.notesAt(room.place.here.stone), stage);
  }
  const notes = room.chosen();
  const tool = notes.length && !(key === "Enter" && isIn(event, "button")) ? [...toolsOf(room), ...moreOf(room)].find((tool) => tool.key === key && tool.fits(notes)) : undefined;
  if (!tool) return null;
  return () => {
    const next = key === "Delete" && stage.mode === "board" ? notes.at(-1) : undefined;
    if (next) stage.board.focusBeside(next);
    tool.act(notes, stage);
  };
}

/** @param {Room} room @param {Stage} stage what Escape leaves, the latest first */
function stopping(room, stage) {
  if (stage.board.pointer.cancel()) return () => {};
  if (room.linking.from) return () => room.linking.stop();
  if (room.selection.ids.size) return () => { room.selection.clear(); stage.board.element.focus({ preventScroll: true }); };
  return null;
}

/** @param {KeyboardEvent} event @param {Board} board */
function boardKey(event, board) {
  if (!(event.target instanceof Node && board.element.contains(event.target))) return null;
  const { viewport } = board;
  const control = event.ctrlKey || event.metaKey;
  if (!control && (event.key === "+" || event.key === "=")) return () => viewport.zoom(1.25);
  if (!control && event.key === "-") return () => viewport.zoom(1 / 1.25);
  if (!control && event.key === "0") return () => viewport.fitAll();
  if (!control && event.key.toLowerCase() === "z") return () => board.zoomToChosen();
  const arrow = ARROWS[event.key];
  const note = isIn(event, ".note") ? board.note(event.target instanceof HTMLElement ? event.target.dataset.note ?? "" : "") : undefined;
  if (arrow && control) return () => nudge(board, arrow, event.shiftKey);
  if (arrow && note) return () => goOn(board, note, arrow);
  if (arrow && !event.altKey) return () => viewport.pan(-arrow.x * PAN, -arrow.y * PAN);
  if (event.key === " " && note) return () => board.room.selection.toggle(note.id);
  if (event.key === "Enter" && note && board.room.linking.from) return () => board.room.linking.finish(note.id);
  return null;
}

/** @param {Board} board @param {Point} arrow @param {boolean} far */
function nudge(board, arrow, far) {
  const step = far ? NUDGE * 5 : NUDGE;
  const notes = board.chosen();
  board.room.actions.move(notes, arrow.x * step, arrow.y * step);
  if (notes[0]) board.reveal(notes[0].id);
}

/** @param {Board} board @param {Note} note @param {Point} arrow */
function goOn(board, note, arrow) {
  const next = neighbour(board.notes().filter((other) => other.id !== note.id && !board.clusters.hides(other)), note, arrow);
  if (!next) return;
  board.focus(next.id);
  board.reveal(next.id);
}

/** @param {KeyboardEvent} event @param {string} what */
function isIn({ target }, what) {
  return target instanceof Element && target.closest(what) !== null;
}
