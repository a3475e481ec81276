/** What people paste, drop or copy: lists and cells become notes, pictures are uploaded. */

import { later } from "./later.js";
import { NOTE_TEXT } from "./limits.js";
import { cleaned } from "./plain.js";
import { n, t } from "./words.js";

/** So many at once: more is a mistake, or belongs into a file. */
const MOST = 500;
const BULLET = /^\s*(?:[-–—•*▪◦]|\d{1,3}[.)])\s+/;

/** The notes in a pasted text: the cells of a table, else its lines, without bullets and numbers. @param {string} text */
export function pieces(text) {
	const rows = text.includes("\t") ? cellsOf(text) : text.split(/\r\n|\r|\n/);
	return rows.map((row) => cleaned(row).replace(BULLET, "").trim()).filter(Boolean);
}

/** The cells as spreadsheets copy them: those with line ends or quotes stand in quotes. @param {string} text */
function cellsOf(text) {
	return [...text.matchAll(/(?:^|[\t\r\n])(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))/g)].map(([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain);
}

/** Pasting, dropping and copying anywhere in the room but in a field. @param {Room} room @param {Board} board */
export function listenToPaste(room, board) {
	const { element } = room;
	const inField = (/** @type {Event} */ { target }) => target instanceof Element && target.closest("input, textarea, dialog, [popover]");
	element.addEventListener("paste", (event) => {
		if (!room.actions.mayWrite || !room.stone(room.here) || (!pictureIn(event.clipboardData) && inField(event))) return;
		event.preventDefault();
		take(event.clipboardData);
	});
	for (const kind of /** @type {const} */ (["copy", "cut"])) element.addEventListener(kind, (event) => {
		const notes = room.chosen();
		if (inField(event) || !notes.length || !event.clipboardData) return;
		event.preventDefault();
		event.clipboardData.setData("text/plain", notes.map(({ text }) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join("\t"));
		if (kind === "cut") room.actions.remove(notes);
	});
	board.element.addEventListener("dragover", (event) => event.preventDefault());
	board.element.addEventListener("drop", (event) => {
		event.preventDefault();
		if (room.actions.mayWrite) take(event.dataTransfer, board.pointAt(event));
	});

	/** @param {DataTransfer | null} data @param {Point} [at] */
	function take(data, at) {
		const file = pictureIn(data);
		if (file) later(room, "pictures", file, at);
		else addPieces(room, data?.getData("text/plain") ?? "");
	}
}

/** @param {DataTransfer | null} data */
const pictureIn = (data) => [...data?.files ?? []].find(({ type }) => type.startsWith("image/"));

/** @param {Room} room @param {string} text @returns {boolean} whether notes were made; else somebody was told why not */
export function addPieces(room, text) {
	const texts = text.length > MOST * NOTE_TEXT ? null : pieces(text);
	if (!texts || texts.length > MOST) room.toasts.show(t("That is more than fits at once: at most {most} notes. Paste it in parts.", { most: MOST }));
	else if (texts.length && !texts.some((piece) => room.actions.tooLong(piece))) {
		room.actions.addNotes(texts, /** @type {Colour} */ (room.memory.get("colour") ?? "yellow"), room.spot());
		return true;
	}
	return false;
}

/** Offers to make notes of the lines in the writing line. @param {string} text */
export function offer(text) {
	const count = text.includes("\n") || text.includes("\t") ? pieces(text).length : 0;
	return count > 1 && count <= MOST ? n("Make {count} note", "Make {count} notes", count) : null;
}
