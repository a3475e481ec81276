/** How large notes are and where a new one goes: the twin of canvas/board/places.py, so that a note rarely jumps when the server has placed it. */

import { NOTE_HEIGHT, NOTE_WIDTH } from "./limits.js";

export const STEP_X = 220;
export const STEP_Y = 150;
const FIRST_COLUMNS = 5;
const FIRST_ROWS = 3;
const SIZES = { small: { width: 140, height: 91 }, medium: { width: NOTE_WIDTH, height: NOTE_HEIGHT }, large: { width: 300, height: 195 } };

/** @param {Point & {size?: NoteSize}} note @returns {Box} what a note covers */
export function boxOf({ x, y, size = "medium" }) {
	return { x, y, ...SIZES[size] };
}

/** Columns and rows in the order in which they fill: the first block by row, then a column or a row at a time. */
export function* cells() {
	let columns = FIRST_COLUMNS;
	let rows = FIRST_ROWS;
	for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) yield [column, row];
	while (true) {
		if (columns * STEP_X * 9 <= rows * STEP_Y * 16) {
			for (let row = 0; row < rows; row++) yield [columns, row];
			columns++;
		} else {
			for (let column = 0; column < columns; column++) yield [column, rows];
			rows++;
		}
	}
}

/** The first place that no note lies over. @param {Iterable<Point>} notes */
export const freePlace = (notes) => /** @type {Point} */ (freePlaces(notes).next().value);

/** The places that no note lies over, one after the other. @param {Iterable<Point>} notes @returns {Generator<Point, never>} */
export function* freePlaces(notes) {
	const taken = new Set();
	for (const note of notes) {
		const { x, y, width, height } = boxOf(note);
		for (const column of under(x, width, NOTE_WIDTH, STEP_X)) for (const row of under(y, height, NOTE_HEIGHT, STEP_Y)) taken.add(`${column} ${row}`);
	}
	for (const [column = 0, row = 0] of cells()) {
		if (!taken.has(`${column} ${row}`)) yield { x: column * STEP_X, y: row * STEP_Y };
	}
	throw new Error("the places never end");
}

/** A free place close to a note: right of it, then below, then in ever wider rounds. @param {Box} from @param {Box[]} others */
export function placeBeside(from, others) {
	for (let round = 1; round < 40; round++) {
		for (let row = 0; row <= round; row++) for (let column = round; column >= 0; column--) {
			if (Math.max(row, column) < round) continue;
			const place = { x: from.x + column * STEP_X, y: from.y + row * STEP_Y, width: from.width, height: from.height };
			if (!others.some((other) => overlaps(place, other))) return { x: place.x, y: place.y };
		}
	}
	return { x: from.x + STEP_X, y: from.y };
}

/** The free place for a block that is nearest to where it lies. @param {Box} block @param {Box[]} others @returns {Point} */
export function placeForBlock(block, others) {
	const [columns, rows] = [Math.ceil(block.width / STEP_X), Math.ceil(block.height / STEP_Y)];
	/** @type {Point} */ let best = block;
	let least = Infinity;
	for (let round = 1; round < Math.min(least, 60); round++) {
		for (let row = -round; row <= round; row++) for (let column = -round; column <= round; column++) {
			if (Math.max(Math.abs(row), Math.abs(column)) < round) continue;
			const place = { ...block, x: block.x + column * STEP_X, y: block.y + row * STEP_Y };
			// Rather below than beside or above: there boards grow.
			const far = Math.hypot(column, row) + (row < 0 ? rows * 2 : 0) + (column < 0 ? columns : 0);
			if (far < least && !others.some((other) => overlaps(place, other))) [best, least] = [{ x: place.x, y: place.y }, far];
		}
	}
	return best;
}

/** @param {Box} one @param {Box} other */
export function overlaps(one, other) {
	return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}

/** The columns or rows that a note of some length at `start` lies over. @param {number} start @param {number} length @param {number} size @param {number} step */
function under(start, length, size, step) {
	const [first, last] = [Math.floor((start - size) / step) + 1, Math.ceil((start + length) / step) - 1];
	return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
