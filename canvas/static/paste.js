/** What people paste, drop or copy: lists and cells become notes, pictures are uploaded. */

import { bounded } from "./actions.js";
import { newId } from "./changes.js";
import { later } from "./later.js";
import { NOTE_TEXT, NOTE_WIDTH } from "./limits.js";
import { cleaned } from "./plain.js";
import { n, t } from "./words.js";

/** So many at once: more is a mistake, or belongs into a file. */
const MOST = 500;
const LARGEST = MOST * NOTE_TEXT;
const BULLET = /^\s*(?:[-–—•*▪◦]|\d{1,3}[.)])\s+/;
/** A cell of its own in quotes. One way to match only, or five megabytes would take minutes. */
const QUOTED = /(?:^|[\r\n])"([^"]*(?:""[^"]*)*)"(?=[\r\n]|$)/g;

/** The notes in a pasted text: the cells of a table, else its lines, without bullets and numbers. @param {string} text */
export function pieces(text) {
	const rows = isTable(text) ? cellsOf(text) : text.split(/\r\n|\r|\n/);
	return rows.map((row) => cleaned(row).replace(BULLET, "").trim()).filter(Boolean);
}

/** Quotes alone are somebody's words; with line ends or doubled quotes in them a spreadsheet set them. @param {string} text */
function isTable(text) {
	if (text.includes("\t")) return true;
	for (const [, cell = ""] of text.matchAll(QUOTED)) if (/[\r\n"]/.test(cell)) return true;
	return false;
}

/** Notes as cells that come back as they were. @param {string[]} texts */
export function copied(texts) {
	return texts.map((text) => (/[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join("\t");
}

/** The cells as spreadsheets copy them: those with line ends or quotes stand in quotes. @param {string} text */
function cellsOf(text) {
	return [...text.matchAll(/(?:^|[\t\r\n])(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))/g)].map(([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain);
}

/** Pasting, dropping and copying anywhere in the room but in a field. @param {Room} room @param {Board} board */
export function listenToPaste(room, board) {
	const { element } = room;
	const inField = (/** @type {Event} */ { target }) => target instanceof Element && target.closest("input, textarea, dialog, [popover]");
	const mayAdd = () => room.actions.mayWrite && room.stone(room.here);
	element.addEventListener("paste", (event) => {
		if (!mayAdd() || (!pictureIn(event.clipboardData) && inField(event))) return;
		event.preventDefault();
		take(event.clipboardData);
	});
	for (const kind of /** @type {const} */ (["copy", "cut"])) element.addEventListener(kind, (event) => {
		const notes = room.chosen();
		if (inField(event) || !notes.length || !event.clipboardData) return;
		event.preventDefault();
		event.clipboardData.setData("text/plain", copied(notes.map(({ text }) => text)));
		if (kind === "cut") room.actions.remove(notes.filter(({ picture }) => !picture));
	});
	// Text may be dropped in a field; a file beside the board would make the browser leave.
	for (const kind of /** @type {const} */ (["dragover", "drop"])) element.addEventListener(kind, (event) => {
		const { target, dataTransfer } = event;
		if (inField(event) && !dataTransfer?.types.includes("Files")) return;
		event.preventDefault();
		if (kind === "dragover" || !mayAdd() || !(target instanceof Element) || target.closest("dialog, [popover]")) return;
		take(dataTransfer, board.element.contains(target) ? board.pointAt(event) : undefined);
	});

	/** @param {DataTransfer | null} data @param {Point} [at] */
	function take(data, at) {
		const file = pictureIn(data);
		if (file) later(room, "pictures", file, at);
		else addPieces(room, data?.getData("text/plain") ?? "", at);
	}
}

/** Spreadsheets put a picture beside their cells; the name or address of a picture is no text. @param {DataTransfer | null} data */
export function pictureIn(data) {
	const file = [...data?.files ?? []].find(({ type }) => type.startsWith("image/"));
	const text = data?.getData("text/plain").trim();
	return text && text !== file?.name && !/^\w+:\/\/\S+$/.test(text) ? undefined : file;
}

/** @param {Room} room @param {string} text @param {Point} [at] where a single note goes @returns {boolean} whether notes were made; else somebody was told why not */
export function addPieces(room, text, at) {
	const texts = text.length > LARGEST ? null : pieces(text);
	if (!texts || texts.length > MOST) room.toasts.show(t("That is more than fits at once: at most {most} notes. Paste it in parts.", { most: MOST }));
	else if (texts.length && !texts.some((piece) => room.actions.tooLong(piece))) {
		const colour = /** @type {Colour} */ (room.memory.get("colour") ?? "yellow");
		const [text = ""] = texts;
		if (at && texts.length === 1) room.actions.addNote({ note: newId(), text, colour, spot: room.spot(), behalf: "", at: { x: bounded(at.x - NOTE_WIDTH / 2), y: bounded(at.y - 20) } });
		else room.actions.addNotes(texts, colour, room.spot());
		return true;
	}
	return false;
}

/** Offers to make notes of the lines in the writing line. @param {string} text */
export function offer(text) {
	const count = text.length <= LARGEST && /[\n\t]/.test(text) ? pieces(text).length : 0;
	return count > 1 && count <= MOST ? n("Make {count} note", "Make {count} notes", count) : null;
}
