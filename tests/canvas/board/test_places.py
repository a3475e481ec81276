"""Where new notes go."""

from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from canvas.board.places import FIRST_COLUMNS, FIRST_ROWS, STEP_X, STEP_Y, cells, free_place


def fill(count: int, taken: set[tuple[int, int]] | None = None) -> list[tuple[int, int]]:
    """The places of so many notes, one after the other."""
    places, placed, covered = [], 0, set(taken or ())
    for _ in range(count):
        x, y, placed = free_place(placed, lambda x, y: (x, y) in covered)
        covered.add((x, y))
        places.append((x, y))
    return places


@given(st.integers(1, 400))
def test_no_two_notes_get_one_place(count: int) -> None:
    assert len(set(fill(count))) == count


def test_the_first_block_fills_row_by_row_and_is_what_a_laptop_shows() -> None:
    first = fill(FIRST_COLUMNS * FIRST_ROWS)
    assert first == [(column * STEP_X, row * STEP_Y) for row in range(FIRST_ROWS) for column in range(FIRST_COLUMNS)]


@given(st.integers(15, 3000))
def test_the_block_keeps_about_the_shape_of_a_screen(count: int) -> None:
    filled = list(islice(cells(), count))
    width = (1 + max(column for column, _ in filled)) * STEP_X
    height = (1 + max(row for _, row in filled)) * STEP_Y
    assert 1.2 < width / height < 2.7


@given(st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=40), st.integers(1, 40))
def test_places_that_are_taken_are_passed_by(cells_taken: set[tuple[int, int]], count: int) -> None:
    taken = {(column * STEP_X, row * STEP_Y) for column, row in cells_taken}
    places = fill(count, taken)
    assert not set(places) & taken
    assert len(set(places)) == count


def test_a_board_that_was_passed_is_not_looked_at_again() -> None:
    asked: list[tuple[int, int]] = []

    def is_taken(x: int, y: int) -> bool:
        asked.append((x, y))
        return False

    _, _, passed = free_place(100, is_taken)
    assert (len(asked), passed) == (1, 101)
