"""Where new notes go, and what notes of each size cover."""

from collections.abc import Iterable
from itertools import combinations, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.board import limits
from canvas.board.places import (
    FIRST_COLUMNS,
    FIRST_ROWS,
    PLACES,
    SIZES,
    STEP_X,
    STEP_Y,
    Taken,
    cells,
    free_places,
    overlap,
)

Lying = tuple[int, int, str]
sizes = st.sampled_from(sorted(SIZES))


def fill(*wanted: str, lying: Iterable[Lying] = ()) -> list[Lying]:
    """Where notes of these sizes come to lie, one after the other."""
    places, _ = free_places(0, wanted, Taken(lying))
    return [(x, y, size) for (x, y), size in zip(places, wanted, strict=True)]


@given(st.lists(sizes, min_size=1, max_size=200))
def test_no_new_note_lies_over_another_whatever_their_sizes(wanted: list[str]) -> None:
    assert [pair for pair in combinations(fill(*wanted), 2) if overlap(*pair)] == []


@given(st.lists(st.tuples(st.integers(-500, 2500), st.integers(-500, 1500), sizes), max_size=30), sizes)
def test_new_notes_lie_on_the_first_places_that_no_note_covers(lying: list[Lying], size: str) -> None:
    first, second = fill(size, size, lying=lying)
    for column, row in cells():
        place = column * STEP_X, row * STEP_Y, size
        if place in (first, second):
            assert not any(overlap(place, note) for note in lying)
        else:
            assert any(overlap(place, note) for note in (*lying, first))
        if place == second:
            break


@pytest.mark.parametrize(
    ("size", "taken"), [("small", {(0, 0)}), ("medium", {(0, 0)}), ("large", {(0, 0), (220, 0), (0, 150), (220, 150)})]
)
def test_a_large_note_covers_the_places_beside_it_too(size: str, taken: set[tuple[int, int]]) -> None:
    ground = Taken([(0, 0, size)])
    block = [(column * STEP_X, row * STEP_Y) for row in range(3) for column in range(5)]
    assert {place for place in block if ground.is_taken(*place, "medium")} == taken


def test_notes_that_only_touch_do_not_overlap() -> None:
    assert not overlap((0, 0, "medium"), (200, 0, "medium"))
    assert not overlap((0, 0, "small"), (0, 91, "large"))
    assert overlap((0, 0, "medium"), (199, 129, "medium"))


def test_the_first_block_fills_row_by_row_and_is_what_a_laptop_shows() -> None:
    first = [(x, y) for x, y, _ in fill(*["medium"] * (FIRST_COLUMNS * FIRST_ROWS))]
    assert first == [(column * STEP_X, row * STEP_Y) for row in range(FIRST_ROWS) for column in range(FIRST_COLUMNS)]


def test_a_board_whose_places_are_all_passed_fills_from_the_beginning_again() -> None:
    assert free_places(PLACES + 1, ["medium"], Taken([(0, 0, "medium")])) == ([(220, 0)], 2)


def test_no_place_lies_beyond_the_board_whatever_lies_there() -> None:
    covered = limits.NOTES_PER_STONE * 9  # a large note keeps another from nine places at most
    assert covered < PLACES
    reached = islice(cells(), PLACES + covered + 1)
    assert max(max(column * STEP_X, row * STEP_Y) for column, row in reached) <= limits.COORDINATE


@given(st.integers(15, 3000))
def test_the_block_keeps_about_the_shape_of_a_screen(count: int) -> None:
    filled = list(islice(cells(), count))
    width = (1 + max(column for column, _ in filled)) * STEP_X
    height = (1 + max(row for _, row in filled)) * STEP_Y
    assert 1.2 < width / height < 2.7


def test_a_board_that_was_passed_is_not_looked_at_again() -> None:
    asked: list[tuple[int, int]] = []

    class Free(Taken):
        def is_taken(self, x: int, y: int, size: str) -> bool:
            asked.append((x, y))
            return super().is_taken(x, y, size)

    assert free_places(100, ["medium"] * 3, Free([]))[1] == 103
    assert asked == [(column * STEP_X, row * STEP_Y) for column, row in islice(cells(), 100, 103)]
