/** Where notes go when they are tidied, aligned or distributed. Pure sums. */

import { boxOf } from "./places.js";

const GAP = 20;
/** Between groups: room for the frame and the title of a cluster. */
const AIR = 64;
/** Rows and columns keep about the shape of a screen. */
const SHAPE = 16 / 9;

/**
 * Notes in a readable grid, group after group, from the corner where they lie now.
 * @param {Note[]} notes @param {(note: Note) => string} groupOf @param {string[]} [order] of groups; others come after in the order of their names
 * @returns {Map<string, Point>}
 */
export function tidied(notes, groupOf, order = []) {
	const corner = { x: Math.min(...notes.map(({ x }) => x)), y: Math.min(...notes.map(({ y }) => y)) };
	const rank = (/** @type {string} */ group) => (order.indexOf(group) + order.length + 1) % (order.length + 1);
	/** @type {Map<string, Note[]>} */ const found = new Map();
	for (const note of [...notes].sort(byReading)) found.set(groupOf(note), [...(found.get(groupOf(note)) ?? []), note]);
	const groups = [...found].sort(([one], [other]) => rank(one) - rank(other) || one.localeCompare(other));
	const blocks = groups.map(([, members]) => blockOf(members));
	const wide = Math.max(...blocks.map(({ width }) => width), Math.sqrt(blocks.reduce((area, { width, height }) => area + (width + AIR) * (height + AIR), 0) * SHAPE));
	/** @type {Map<string, Point>} */ const places = new Map();
	let [x, y, high] = [0, 0, 0];
	for (const block of blocks) {
		if (x > 0 && x + block.width > wide) [x, y, high] = [0, y + high + AIR, 0];
		for (const [id, at] of block.places) places.set(id, { x: Math.round(corner.x + x + at.x), y: Math.round(corner.y + y + at.y) });
		x += block.width + AIR;
		high = Math.max(high, block.height);
	}
	return places;
}

/** One group as a grid of its own. @param {Note[]} notes */
function blockOf(notes) {
	const [wide, high] = [Math.max(...notes.map((note) => boxOf(note).width)), Math.max(...notes.map((note) => boxOf(note).height))];
	const columns = Math.max(1, Math.round(Math.sqrt((notes.length * (high + GAP) * SHAPE) / (wide + GAP))));
	const places = notes.map(({ id }, at) => /** @type {const} */ ([id, { x: (at % columns) * (wide + GAP), y: Math.floor(at / columns) * (high + GAP) }]));
	const rows = Math.ceil(notes.length / columns);
	return { places, width: Math.min(columns, notes.length) * (wide + GAP) - GAP, height: rows * (high + GAP) - GAP };
}

/** @param {Note[]} notes @param {"left"|"top"} edge @returns {Map<string, Point>} */
export function aligned(notes, edge) {
	const x = Math.min(...notes.map((note) => note.x));
	const y = Math.min(...notes.map((note) => note.y));
	return new Map(notes.map((note) => [note.id, edge === "left" ? { x, y: note.y } : { x: note.x, y }]));
}

/** With the same space between all, in a row or in a column. @param {Note[]} notes @param {"x"|"y"} along @returns {Map<string, Point>} */
export function distributed(notes, along) {
	const length = along === "x" ? "width" : "height";
	const ordered = [...notes].sort((one, other) => one[along] - other[along]);
	const [first, last] = [ordered[0], ordered.at(-1)];
	if (!first || !last) return new Map();
	const span = last[along] + boxOf(last)[length] - first[along];
	const space = Math.max(GAP, (span - ordered.reduce((sum, note) => sum + boxOf(note)[length], 0)) / Math.max(1, ordered.length - 1));
	let at = first[along];
	return new Map(ordered.map((note) => {
		const place = /** @type {[string, Point]} */ ([note.id, { x: note.x, y: note.y, [along]: Math.round(at) }]);
		at += boxOf(note)[length] + space;
		return place;
	}));
}

/** @param {Note} one @param {Note} other */
function byReading(one, other) {
	return Math.round(one.y / 75) - Math.round(other.y / 75) || one.x - other.x || one.created - other.created;
}
