/** Where notes go when they are tidied, aligned or distributed. Pure sums. */

import { boxOf } from "./places.js";

const GAP = 20;
/** Between groups: room for the frame and the title of a cluster. */
const AIR = 64;
/** Rows and columns keep about the shape of a screen. */
const SHAPE = 16 / 9;

/** In a readable grid, group after group, from the corner where notes lie now; in `order`, and then by name. @type {(notes: Note[], groupOf: (note: Note) => string, order?: string[]) => Map<string, Point>} */
export function tidied(notes, groupOf, order = []) {
	const [left, top] = [Math.min(...notes.map(({ x }) => x)), Math.min(...notes.map(({ y }) => y))];
	/** @type {(group: string) => number} */ const rank = (group) => (order.indexOf(group) + order.length + 1) % (order.length + 1);
	const groups = [...Map.groupBy(notes.toSorted(byReading), groupOf)].sort(([one], [other]) => rank(one) - rank(other) || one.localeCompare(other));
	const blocks = groups.map(([, members]) => blockOf(members));
	const area = blocks.reduce((sum, { width, height }) => sum + (width + AIR) * (height + AIR), 0);
	const wide = Math.max(...blocks.map(({ width }) => width), Math.sqrt(area * SHAPE));
	const places = new Map();
	let [x, y, high] = [0, 0, 0];
	for (const { width, height, places: within } of blocks) {
		if (x > 0 && x + width > wide) [x, y, high] = [0, y + high + AIR, 0];
		for (const [id, at] of within) places.set(id, { x: Math.round(left + x + at.x), y: Math.round(top + y + at.y) });
		x += width + AIR;
		high = Math.max(high, height);
	}
	return places;
}

/** @type {(one: Note, other: Note) => number} */
const byReading = (one, other) => Math.round(one.y / 75) - Math.round(other.y / 75) || one.x - other.x || one.created - other.created;

/** One group as a grid of its own. @type {OfNotes<Size & {places: [string, Point][]}>} */
function blockOf(notes) {
	const boxes = notes.map(boxOf);
	const [wide, high] = [Math.max(...boxes.map(({ width }) => width)) + GAP, Math.max(...boxes.map(({ height }) => height)) + GAP];
	const columns = Math.max(1, Math.round(Math.sqrt((notes.length * high * SHAPE) / wide)));
	return {
		places: notes.map(({ id }, at) => [id, { x: (at % columns) * wide, y: Math.floor(at / columns) * high }]),
		width: Math.min(columns, notes.length) * wide - GAP,
		height: Math.ceil(notes.length / columns) * high - GAP,
	};
}

/** @type {(notes: Note[], edge: "left" | "top") => Map<string, Point>} */
export function aligned(notes, edge) {
	const [left, top] = [Math.min(...notes.map(({ x }) => x)), Math.min(...notes.map(({ y }) => y))];
	return new Map(notes.map(({ id, x, y }) => [id, edge === "left" ? { x: left, y } : { x, y: top }]));
}

/** With the same space between all, in a row or in a column. @type {(notes: Note[], along: "x" | "y") => Map<string, Point>} */
export function distributed(notes, along) {
	const length = along === "x" ? "width" : "height";
	const boxes = notes.map((note) => ({ id: note.id, ...boxOf(note) })).sort((one, other) => one[along] - other[along]);
	const [first, last] = /** @type {[Box, Box]} */ ([boxes[0], boxes.at(-1)]);
	const filled = boxes.reduce((sum, box) => sum + box[length], 0);
	const space = Math.max(GAP, (last[along] + last[length] - first[along] - filled) / (boxes.length - 1));
	let at = first[along] - space;
	return new Map(boxes.map(({ id, x, y }, index) => {
		at += space + (boxes[index - 1]?.[length] ?? 0);
		return [id, { x, y, [along]: Math.round(at) }];
	}));
}
