/** How large notes are and where a new one goes: the twin of canvas/board/places.py, so that a note rarely jumps. */

import { NOTE_HEIGHT, NOTE_WIDTH } from "./limits.js";

export const STEP_X = 220;
export const STEP_Y = 150;
const FIRST_COLUMNS = 5;
const FIRST_ROWS = 3;
const SIZES = { small: { width: 140, height: 91 }, medium: { width: NOTE_WIDTH, height: NOTE_HEIGHT }, large: { width: 300, height: 195 } };

/** What a note covers. @type {(note: Point & {size?: NoteSize}) => Box} */
export const boxOf = ({ x, y, size = "medium" }) => ({ x, y, ...SIZES[size] });

/** Columns and rows in the order in which they fill: the first block by row, then a column or a row at a time. */
export function* cells() {
	let [columns, rows] = [FIRST_COLUMNS, FIRST_ROWS];
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

/** The first place that no note lies over. @type {(notes: Point[]) => Point} */
export const freePlace = (notes) => freePlaces(notes).next().value;

/** The places that no note lies over, one after the other. @type {(notes: Point[]) => Generator<Point, never>} */
export function* freePlaces(notes) {
	const taken = new Set();
	for (const { x, y, width, height } of notes.map(boxOf)) {
		for (const column of under(x, width, NOTE_WIDTH, STEP_X)) for (const row of under(y, height, NOTE_HEIGHT, STEP_Y)) taken.add(`${column} ${row}`);
	}
	for (const [column = 0, row = 0] of cells()) {
		if (!taken.has(`${column} ${row}`)) yield { x: column * STEP_X, y: row * STEP_Y };
	}
	throw new Error("the places never end");
}

/** A free place close to a note: right of it, then below, then in ever wider rounds. @type {(from: Box, others: Box[]) => Point} */
export function placeBeside({ x, y, ...size }, others) {
	for (let round = 1; round < 40; round++) {
		for (let row = 0; row <= round; row++) for (let column = round; column >= 0; column--) {
			if (Math.max(row, column) < round) continue;
			const place = { x: x + column * STEP_X, y: y + row * STEP_Y };
			if (isFree({ ...place, ...size }, others)) return place;
		}
	}
	return { x: x + STEP_X, y };
}

/** The free place for a block that is nearest to where it lies. @type {(block: Box, others: Box[]) => Point} */
export function placeForBlock(block, others) {
	const [columns, rows] = [Math.ceil(block.width / STEP_X), Math.ceil(block.height / STEP_Y)];
	let [best, least] = [block, Infinity];
	for (let round = 0; round < Math.min(least, 60); round++) {
		for (let row = -round; row <= round; row++) for (let column = -round; column <= round; column++) {
			if (Math.max(Math.abs(row), Math.abs(column)) < round) continue;
			const place = { ...block, x: block.x + column * STEP_X, y: block.y + row * STEP_Y };
			// Rather below than beside or above: there boards grow.
			const far = Math.hypot(column, row) + (row < 0 ? rows * 2 : 0) + (column < 0 ? columns : 0);
			if (far < least && isFree(place, others)) [best, least] = [place, far];
		}
	}
	return best;
}

/** @type {(one: Box, other: Box) => boolean} */
export const overlaps = (one, other) => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

/** @type {(place: Box, others: Box[]) => boolean} */
export const isFree = (place, others) => !others.some((other) => overlaps(place, other));

/** The columns or rows that a note of some length lies over. @type {(start: number, length: number, size: number, step: number) => number[]} */
const under = (start, length, size, step) => {
	const [first, last] = [Math.floor((start - size) / step) + 1, Math.ceil((start + length) / step) - 1];
	return Array.from({ length: last - first + 1 }, (_, i) => first + i);
};
