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
 * The first place that no note lies over for more than half.
 * @param {Iterable<Point>} notes
 */
export function freePlace(notes) {
  const taken = new Set();
  for (const { x, y } of notes) taken.add(`${Math.round(x / STEP_X)} ${Math.round(y / STEP_Y)}`);
  for (const [column = 0, row = 0] of cells()) {
    if (!taken.has(`${column} ${row}`)) return { x: column * STEP_X, y: row * STEP_Y };
  }
  throw new Error("the places never end");
}
