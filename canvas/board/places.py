"""How large notes are, and where a new one goes: the next free place, in a block of about the shape of a screen."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, islice, product
from typing import Protocol

SIZES = {"small": (140, 91), "medium": (200, 130), "large": (300, 195)}
"""Width and height of a note of each size, in board pixels."""
STEP_X, STEP_Y = 220, 150
"""Board pixels from one place to the next: a note of medium size and the air beside it."""
FIRST_COLUMNS, FIRST_ROWS = 5, 3
"""What a laptop shows at full size."""
PLACES = 30_000
"""More than the notes of a stone can cover; a board of which so many are passed fills from the beginning again."""


class Ground(Protocol):
    """A board on which notes lie."""

    def is_taken(self, x: int, y: int, size: str) -> bool:
        """Would a note of this size lie over another here?"""

    def lay(self, x: int, y: int, size: str) -> None:
        """From now on a note lies here."""


def free_places(passed: int, sizes: Sequence[str], ground: Ground) -> tuple[list[tuple[int, int]], int]:
    """The next free places for notes of these sizes, and how many places are passed then, given how many were."""
    found: list[tuple[int, int]] = []
    passed = 0 if passed > PLACES else passed
    for now_passed, (column, row) in zip(count(passed + 1), islice(cells(), passed, None), strict=False):
        x, y, size = column * STEP_X, row * STEP_Y, sizes[len(found)]
        if not ground.is_taken(x, y, size):
            ground.lay(x, y, size)
            found.append((x, y))
        if len(found) == len(sizes):
            return found, now_passed
    raise AssertionError("the places never end")


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


def overlap(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Does any part of a note, told as (x, y, size), lie over any part of another?"""
    (x, y, size), (other_x, other_y, other_size) = one, other
    (width, height), (other_width, other_height) = SIZES[size], SIZES[other_size]
    return x < other_x + other_width and other_x < x + width and y < other_y + other_height and other_y < y + height


class Taken:
    """The places that notes lie over, as (x, y, size): reckoned once, then known for any number of new notes."""

    def __init__(self, lying: Iterable[tuple[int, int, str]]) -> None:
        self._lying = list(lying)
        self._taken: dict[str, set[tuple[int, int]]] = {}
        """For each size of a new note, the upper left corners of the places that are not free."""

    def is_taken(self, x: int, y: int, size: str) -> bool:
        """Would a note of this size, at a place of the block, lie over another?"""
        if size not in self._taken:
            self._taken[size] = {place for note in self._lying for place in _under(note, size)}
        return (x, y) in self._taken[size]

    def lay(self, x: int, y: int, size: str) -> None:
        """From now on a note lies here."""
        self._lying.append((x, y, size))
        for new, taken in self._taken.items():
            taken.update(_under((x, y, size), new))


def _under(note: tuple[int, int, str], new: str) -> Iterator[tuple[int, int]]:
    """The places where a new note of this size would lie over a note."""
    (x, y, size), (new_width, new_height) = note, SIZES[new]
    width, height = SIZES[size]
    return product(_between(x - new_width, x + width, STEP_X), _between(y - new_height, y + height, STEP_Y))


def _between(low: int, high: int, step: int) -> range:
    """All multiples of a step between two numbers, without those."""
    return range((low // step + 1) * step, high, step)
