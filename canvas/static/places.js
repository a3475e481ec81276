/** Where a new note goes: the twin of canvas/board/places.py, so that a note rarely jumps when the server has placed it. */

import { NOTE_HEIGHT, NOTE_WIDTH } from "./limits.js";

export const STEP_X = 220;
export const STEP_Y = 150;
const FIRST_COLUMNS = 5;
const FIRST_ROWS = 3;

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

/**
 * The first place that no note lies over.
 * @param {Iterable<Point>} notes
 */
export function freePlace(notes) {
  const taken = new Set();
  for (const { x, y } of notes) {
    for (const column of under(x, NOTE_WIDTH, STEP_X)) for (const row of under(y, NOTE_HEIGHT, STEP_Y)) taken.add(`${column} ${row}`);
  }
  for (const [column = 0, row = 0] of cells()) {
    if (!taken.has(`${column} ${row}`)) return { x: column * STEP_X, y: row * STEP_Y };
  }
  throw new Error("the places never end");
}

/** The columns or rows that a note at `start` lies over. @param {number} start @param {number} size @param {number} step */
function under(start, size, step) {
  const [first, last] = [Math.floor((start - size) / step) + 1, Math.ceil((start + size) / step) - 1];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
