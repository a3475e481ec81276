"""What a drawing consists of, as plain records in board pixels: boxes, words, lines, pictures, and groups of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from exports.typeface import Weight

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, with round corners or not."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    line: float = 1
    corner: float = 0


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `y` is where its letters stand."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    weight: Weight = 400
    anchor: Literal["start", "middle", "end"] = "start"


@dataclass(frozen=True, slots=True)
class Line:
    """A line through some points, with round corners where it turns."""

    points: tuple[Point, ...]
    colour: str
    width: float = 2


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed shape."""

    points: tuple[Point, ...]
    fill: str


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture, as large as fits in its box; what cannot be shown leaves the box as it is."""

    x: float
    y: float
    width: float
    height: float
    image: bytes


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that are one thing; `name` says what it is, `note` or `stone` whose it is."""

    shapes: "tuple[Part, ...]"
    name: str
    note: str | None = None
    stone: str | None = None


Part = Box | Words | Line | Shape | Photo | Group


@dataclass(frozen=True, slots=True)
class Drawing:
    """A sheet, from its upper left corner at (x, y); `name` says what is on it."""

    x: float
    y: float
    width: float
    height: float
    ground: str
    name: str
    language: str
    shapes: tuple[Part, ...]


def flat(shapes: tuple[Part, ...]) -> Iterator[Box | Words | Line | Shape | Photo]:
    """Yield the shapes without their groups, those below first."""
    for shape in shapes:
        if isinstance(shape, Group):
            yield from flat(shape.shapes)
        else:
            yield shape
