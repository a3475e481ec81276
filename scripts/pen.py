"""A pen that draws as people do in the sketch editor: it leaves the editor's own objects."""

import json
import random
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from scripts import lettering
from scripts.lettering import Point

WIDTH, HEIGHT = 720, 480
PAPER, INK, WATER, AMBER, RED = "#FFFFFF", "#1F2D36", "#2C6472", "#A66F0A", "#B0526A"
FABRIC = "7.4.0"
"""The version of the drawing format in streamlit-drawable-canvas 0.13."""
Command = list[Any]


class Pen:
    """Collects strokes; `seed` makes the same unsteady hand every time."""

    def __init__(self, seed: str) -> None:
        self.objects: list[dict[str, Any]] = []
        self._hand = random.Random(seed)

    def stroke(self, points: Sequence[Point], colour: str = INK, width: float = 3, shake: float = 1.2) -> None:
        """A line drawn freehand along the points, rounded at all but doubled ones."""
        self._path(_smooth([self._shaken(point, shake) for point in points]), colour, width)

    def box(self, x: float, y: float, width: float, height: float, colour: str = INK, fill: str = "") -> None:
        """A rectangle of the editor's own tool."""
        place = {"left": x, "top": y, "width": width, "height": height, "originX": "left", "originY": "top"}
        self._add("Rect", colour, 3, {**place, "fill": fill or "rgba(0,0,0,0)"})

    def line(self, start: Point, end: Point, colour: str = INK, width: float = 3) -> None:
        """A straight line of the editor's own tool."""
        (x1, y1), (x2, y2) = start, end
        half_x, half_y = (x2 - x1) / 2, (y2 - y1) / 2
        ends = {"x1": -half_x, "y1": -half_y, "x2": half_x, "y2": half_y}
        place = {"left": x1 + half_x, "top": y1 + half_y, "width": abs(x2 - x1), "height": abs(y2 - y1)}
        self._add("Line", colour, width, {**place, **ends, "originX": "center", "originY": "center", "fill": colour})

    def arrow(self, points: Sequence[Point], colour: str = INK, width: float = 3) -> None:
        """A freehand line with a head at its last point."""
        self.stroke(points, colour, width)
        (x0, y0), (x1, y1) = points[-2], points[-1]
        long = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        ahead, aside = 13 / long, 7 / long
        back = (x1 - (x1 - x0) * ahead, y1 - (y1 - y0) * ahead)
        left = (back[0] - (y1 - y0) * aside, back[1] + (x1 - x0) * aside)
        right = (back[0] + (y1 - y0) * aside, back[1] - (x1 - x0) * aside)
        self.stroke([left, (x1, y1), (x1, y1), right], colour, width, shake=0.4)

    def loop(self, x: float, y: float, across: float, high: float, colour: str = INK, width: float = 3) -> None:
        """A round shape, closed a little too far as by hand."""
        ring = [(0, -1), (-0.75, -0.75), (-1, 0), (-0.75, 0.75), (0, 1), (0.75, 0.75), (1, 0), (0.75, -0.75), (0, -1)]
        self.stroke([(x + a * across, y + b * high) for a, b in [*ring, (-0.3, -1)]], colour, width)

    def write(self, x: float, y: float, text: str, size: float = 2.3, colour: str = INK, middle: bool = False) -> None:
        """Words by hand, standing on `y`, each word one stroke of the editor; `middle` centres them on `x`."""
        words = [lettering.strokes(word) for word in text.split()]
        long = sum(width for _, width in words) + lettering.SPACE * (len(words) - 1)
        at = x - long * size / 2 if middle else x
        for lines, width in words:
            self._word(lines, at, y, size, colour)
            at += (width + lettering.SPACE) * size

    def _word(self, lines: list[list[Point]], x: float, y: float, size: float, colour: str) -> None:
        tilt = self._hand.uniform(-0.02, 0.01)
        path: list[Command] = []
        for line in lines:
            placed = [(x + px * size, y + (py - lettering.BASE + px * tilt) * size) for px, py in line]
            path += _smooth([self._shaken(point, size * 0.12) for point in placed])
        self._path(path, colour, max(1.6, size * 0.85))

    def _shaken(self, point: Point, much: float) -> Point:
        return tuple(round(value + self._hand.uniform(-much, much), 1) for value in point)  # type: ignore[return-value]

    def _path(self, path: list[Command], colour: str, width: float) -> None:
        xs, ys = zip(*_reached(path), strict=True)
        place = {"left": (min(xs) + max(xs)) / 2, "top": (min(ys) + max(ys)) / 2}
        extent = {"width": max(xs) - min(xs), "height": max(ys) - min(ys)}
        kind = {"originX": "center", "originY": "center", "fill": None, "path": path}
        self._add("Path", colour, width, {**place, **extent, **kind})

    def _add(self, kind: str, colour: str, width: float, rest: dict[str, Any]) -> None:
        exact = {name: round(value, 2) if isinstance(value, float) else value for name, value in rest.items()}
        ends = {"strokeLineCap": "round", "strokeLineJoin": "round"}
        line = {"stroke": colour, "strokeWidth": round(width, 1), **ends}
        self.objects.append({"type": kind, "version": FABRIC, **line, **exact})

    def strokes(self) -> str:
        """What the editor opens again, as JSON."""
        drawing = {"version": FABRIC, "objects": self.objects, "background": PAPER}
        return json.dumps(drawing, separators=(",", ":"))


def _smooth(points: Sequence[Point]) -> list[Command]:
    """As the editor's own pencil does: through the middles between points, bent by the points."""
    (x0, y0), (xn, yn) = points[0], points[-1]
    bends = [
        ["Q", x, y, round((x + next_x) / 2, 1), round((y + next_y) / 2, 1)]
        for (x, y), (next_x, next_y) in pairwise(points[1:])
    ]
    return [["M", x0, y0], *bends, ["L", xn, yn]]


def _reached(path: list[Command]) -> list[Point]:
    """Points among which are the outermost ones of a path: its ends, and where its curves turn."""
    reached: list[Point] = []
    for command, *numbers in path:
        end = (numbers[-2], numbers[-1])
        if command == "Q":
            reached += _turns(reached[-1], (numbers[0], numbers[1]), end)
        reached.append(end)
    return reached


def _turns(start: Point, bend: Point, end: Point) -> list[Point]:
    """As the editor reckons: it takes such a curve for a cubic one that is bent twice by the same point."""
    moments = [moment for axis in (0, 1) for moment in _level(start[axis], bend[axis], end[axis])]
    return [_as_cubic(start, bend, end, moment) for moment in moments if 0 < moment < 1]


def _level(start: float, bend: float, end: float) -> list[float]:
    """The moments at which that cubic curve goes neither up nor down."""
    square, single, rest = end - start, 2 * (start - bend), bend - start
    under = single * single - 4 * square * rest
    if not square:
        return [-rest / single] if single else []
    return [(-single + sign * under**0.5) / (2 * square) for sign in (-1, 1)] if under >= 0 else []


def _as_cubic(start: Point, bend: Point, end: Point, moment: float) -> Point:
    rest = 1 - moment
    x, y = (rest**3 * a + 3 * rest * moment * b + moment**3 * c for a, b, c in zip(start, bend, end, strict=True))
    return x, y
