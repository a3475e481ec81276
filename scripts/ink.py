"""The picture of a drawing: reads the sketch editor's own objects and paints them as ink on white paper."""

import io
import json
from collections.abc import Iterable
from typing import Any

from PIL import Image, ImageDraw

from scripts.lettering import Point
from scripts.pen import HEIGHT, PAPER, WIDTH, Command

FINER = 3
"""How much larger the picture is drawn before it is brought down, for smooth lines."""
CURVE = 6
"""Straight pieces per curve."""


def picture(strokes: str) -> bytes:
    """The PNG of a drawing in the editor's format, ink on white paper."""
    image = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), PAPER)
    draw = ImageDraw.Draw(image)
    for thing in json.loads(strokes)["objects"]:
        _draw(draw, thing)
    file = io.BytesIO()
    small = image.resize((WIDTH, HEIGHT), Image.Resampling.BOX)
    small.quantize(32, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def _draw(draw: ImageDraw.ImageDraw, thing: dict[str, Any]) -> None:
    width = thing["strokeWidth"]
    if thing["type"] == "Rect" and thing["fill"].startswith("#"):
        (x0, y0), _, (x1, y1), *_ = _corners(thing)
        draw.rectangle([x0 * FINER, y0 * FINER, x1 * FINER, y1 * FINER], fill=thing["fill"])
    for line in _lines(thing):
        _ink(draw, [(x * FINER, y * FINER) for x, y in line], thing["stroke"], width * FINER)


def _ink(draw: ImageDraw.ImageDraw, line: list[Point], colour: str, width: float) -> None:
    draw.line(line, fill=colour, width=round(width), joint="curve")
    for x, y in line:
        draw.circle((x, y), width / 2, fill=colour)


def _lines(thing: dict[str, Any]) -> Iterable[list[Point]]:
    """What an object of the editor draws, in straight pieces."""
    if thing["type"] == "Rect":
        return [_corners(thing)]
    if thing["type"] == "Line":
        x, y = thing["left"], thing["top"]
        return [[(x + thing["x1"], y + thing["y1"]), (x + thing["x2"], y + thing["y2"])]]
    return _pieces(thing["path"])


def _corners(rect: dict[str, Any]) -> list[Point]:
    """The line of a rectangle runs inside its place by half its own width."""
    inside = rect["strokeWidth"] / 2
    left, top = rect["left"] + inside, rect["top"] + inside
    right, bottom = left + rect["width"], top + rect["height"]
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


def _pieces(path: list[Command]) -> list[list[Point]]:
    lines: list[list[Point]] = []
    for command, *numbers in path:
        end = (numbers[-2], numbers[-1])
        if command == "M":
            lines.append([end])
        elif command == "Q":
            start, bend = lines[-1][-1], (numbers[0], numbers[1])
            lines[-1] += [_between(start, bend, end, step / CURVE) for step in range(1, CURVE + 1)]
        else:
            lines[-1].append(end)
    return lines


def _between(start: Point, bend: Point, end: Point, moment: float) -> Point:
    """The point of a curve at a moment between 0 and 1."""
    rest = 1 - moment
    x, y = (
        rest * rest * a + 2 * rest * moment * b + moment * moment * c for a, b, c in zip(start, bend, end, strict=True)
    )
    return x, y
