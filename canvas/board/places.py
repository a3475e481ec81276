"""Where a new note goes: the next free place, in a block that keeps about the shape of a screen."""

from collections.abc import Callable, Iterator
from itertools import count, islice

NOTE_WIDTH, NOTE_HEIGHT = 200, 130
STEP_X, STEP_Y = 220, 150
"""Board pixels from one place to the next: a note and the air beside it."""
FIRST_COLUMNS, FIRST_ROWS = 5, 3
"""What a laptop shows at full size."""


def cells() -> Iterator[tuple[int, int]]:
    """Columns and rows in the order in which they fill: the first block by row, then a column or a row at a time."""
    columns, rows = FIRST_COLUMNS, FIRST_ROWS
    yield from ((column, row) for row in range(rows) for column in range(columns))
    while True:
        if columns * STEP_X * 9 <= rows * STEP_Y * 16:
            yield from ((columns, row) for row in range(rows))
            columns += 1
        else:
            yield from ((column, rows) for column in range(columns))
            rows += 1


def free_place(placed: int, is_taken: Callable[[int, int], bool]) -> tuple[int, int, int]:
    """The next free place as (x, y, places passed), given how many places were passed before."""
    for passed, (column, row) in zip(count(placed + 1), islice(cells(), placed, None), strict=False):
        x, y = column * STEP_X, row * STEP_Y
        if not is_taken(x, y):
            return x, y, passed
    raise AssertionError("the places never end")
