/** What people paste, drop or copy: lists and cells become notes, pictures are uploaded. */

import { bounded } from "./actions.js";
import { newId } from "./changes.js";
import { isIn } from "./keys.js";
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
const CELL = /(?:^|[\t\r\n])(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))/g;
const WINDOWS = "dialog, [popover]";
const FIELDS = `input, textarea, ${WINDOWS}`;

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

/** @param {string} text */
const cellsOf = (text) => [...text.matchAll(CELL)].map(([, quoted, plain = ""]) => quoted?.replaceAll('""', '"') ?? plain);

/** Notes as cells that come back as they were. @param {string[]} texts */
export const copied = (texts) => texts.map((text) => (/[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join("\t");

/** Pasting, dropping and copying anywhere in the room but in a field. @param {Room} room @param {Board} board */
export function listenToPaste(room, board) {
	const { actions, element } = room;
	/** @type {(data: DataTransfer | null, at?: Point) => void} */
	const take = (data, at) => {
		const file = pictureIn(data);
		if (file) later(room, "pictures", file, at);
		else addPieces(room, data?.getData("text/plain") ?? "", { at });
	};
	const mayAdd = () => room.rights.mayWriteAt(room.here) && room.stone(room.here);

	element.addEventListener("paste", (event) => {
		if (!mayAdd() || isIn(event, WINDOWS) || (isIn(event, FIELDS) && !pictureIn(event.clipboardData))) return;
		event.preventDefault();
		take(event.clipboardData);
	});
	for (const kind of /** @type {const} */ (["copy", "cut"])) element.addEventListener(kind, (event) => {
		const notes = room.chosen();
		if (isIn(event, FIELDS) || !notes.length) return;
		event.preventDefault();
		event.clipboardData?.setData("text/plain", copied(notes.map(({ text }) => text)));
		if (kind === "cut") actions.remove(notes.filter(({ picture }) => !picture));
	});
	// Text may be dropped in a field; a file beside the board would make the browser leave.
	for (const kind of /** @type {const} */ (["dragover", "drop"])) element.addEventListener(kind, (event) => {
		const { target, dataTransfer } = event;
		if (isIn(event, FIELDS) && !dataTransfer?.types.includes("Files")) return;
		event.preventDefault();
		if (kind === "drop" && mayAdd() && !isIn(event, WINDOWS)) take(dataTransfer, board.element.contains(/** @type {Node} */ (target)) ? board.pointAt(event) : undefined);
	});
}

/** Spreadsheets put a picture beside their cells; the name or address of a picture is no text. @param {DataTransfer | null} data */
export function pictureIn(data) {
	const file = [...data?.files ?? []].find(({ type }) => type.startsWith("image/"));
	const text = data?.getData("text/plain").trim();
	return text && text !== file?.name && !/^\w+:\/\/\S+$/.test(text) ? undefined : file;
}

/** Whether notes were made; else somebody was told why not. A single one goes to a place. @type {(room: Room, text: string, wish?: { at?: Point, spot?: Spot, behalf?: string }) => boolean} */
export function addPieces(room, text, { at, spot = room.spot(), behalf = "" } = {}) {
	const { actions, memory, toasts } = room;
	const texts = text.length > LARGEST ? null : pieces(text);
	if (!texts || texts.length > MOST) toasts.show(t("That is more than fits at once: at most {most} notes. Paste it in parts.", { most: MOST }));
	if (!texts?.length || texts.length > MOST || texts.some(actions.tooLong)) return false;
	const colour = /** @type {Colour} */ (memory.get("colour") ?? "yellow");
	const [only = "", ...more] = texts;
	if (!at || more.length) actions.addNotes(texts, { colour, spot, behalf });
	else actions.addNote({ note: newId(), text: only, colour, spot, behalf, at: { x: bounded(at.x - NOTE_WIDTH / 2), y: bounded(at.y - 20) } });
	return true;
}

/** Offers to make notes of the lines in the writing line, if there are several. @param {string} text */
export function offer(text) {
	const count = text.length <= LARGEST && /[\n\t]/.test(text) ? pieces(text).length : 0;
	return count > 1 && count <= MOST ? n("Make {count} note", "Make {count} notes", count) : "";
}
