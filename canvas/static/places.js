/** Where a new note goes: the twin of canvas/board/places.py, so that a note rarely jumps when the server has placed it. */

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
 * The first place where no note overlaps.
 * @param {Iterable<{x: number, y: number}>} notes
 */
export function freePlace(notes) {
  const taken = new Set();
  for (const { x, y } of notes) for (const cell of touchedCells(x, y)) taken.add(cell);
  for (const [column = 0, row = 0] of cells()) {
    if (!taken.has(`${column} ${row}`)) return { x: column * STEP_X, y: row * STEP_Y };
  }
  throw new Error("the places never end");
}

/** @param {number} x @param {number} y */
function touchedCells(x, y) {
  const columns = new Set([Math.floor(x / STEP_X), Math.floor((x + STEP_X - 1) / STEP_X)]);
  const rows = new Set([Math.floor(y / STEP_Y), Math.floor((y + STEP_Y - 1) / STEP_Y)]);
  return [...columns].flatMap((column) => [...rows].map((row) => `${column} ${row}`));
}
