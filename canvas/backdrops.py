"""What a sketch can be drawn on: a customer journey, a funnel, an organisation, as objects of the drawing surface.

They are objects like any other, so that people can write over them, move them and throw them away.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Thing = dict[str, Any]
Point = tuple[float, float]
EMPTY = "empty"
LINE, FILL, WORDS = "#9DB4B9", "#EEF4F5", "#4A5A63"
NARROW = 480
"""On paper that is shown in fewer pixels, what stands side by side elsewhere stands one below the other."""
LETTER = 0.58
"""About how wide a letter is, of its height."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper in its own pixels, and how large one of them is shown (`scale`)."""

    width: int
    height: int
    scale: float = 1.0

    @property
    def is_narrow(self) -> bool:
        """Is it shown on a phone?"""
        return self.width * self.scale < NARROW

    def shown(self, pixels: float) -> float:
        """So many pixels of the screen, in those of the paper."""
        return pixels / self.scale


def backdrop(name: str, paper: Paper, labels: Sequence[str]) -> list[Thing]:
    """The objects of a backdrop by its name, with these labels; none for the empty one."""
    if name == "journey":
        return _rows(paper, labels) if paper.is_narrow else _columns(paper, labels)
    if name == "funnel":
        return _funnel(paper, labels)
    return _organisation(paper, labels) if name == "organisation" else []


def own(objects: Sequence[Thing], behind: Sequence[Thing]) -> list[Thing]:
    """Of what is on the paper what somebody drew: neither the backdrop where it was put, nor a text without signs."""
    put = {_mark(thing) for thing in behind}
    return [thing for thing in objects if _mark(thing) not in put and thing.get("text") != ""]


def _mark(thing: Thing) -> tuple[object, ...]:
    place = (round(thing.get(side) or 0) for side in ("left", "top"))
    return (thing.get("type"), thing.get("text"), thing.get("stroke"), *place)


def _columns(paper: Paper, labels: Sequence[str]) -> list[Thing]:
    """Steps from left to right, each an arrow into the next, with room below."""
    edge, high, tip = paper.shown(8), paper.shown(44), paper.shown(14)
    wide = (paper.width - 2 * edge - tip) / len(labels)
    things = []
    for number, label in enumerate(labels):
        left, right, bottom = edge + number * wide, edge + (number + 1) * wide, edge + high
        arrow = [(left, edge), (right, edge), (right + tip, edge + high / 2), (right, bottom), (left, bottom)]
        things.append(_shape(paper, [*arrow, (left + (tip if number else 0), edge + high / 2)]))
        things.append(_text(paper, (left + right + tip) / 2, edge + high / 2, label, wide - 2 * tip))
    between = [edge + number * wide for number in range(1, len(labels))]
    return things + [_line(paper, (x, edge + high + edge), (x, paper.height - edge)) for x in between]


def _rows(paper: Paper, labels: Sequence[str]) -> list[Thing]:
    """Steps from top to bottom, with room beside."""
    edge, tip = paper.shown(6), paper.shown(8)
    wide, high = paper.width * 0.34, (paper.height - 2 * edge - tip) / len(labels)
    things = []
    for number, label in enumerate(labels):
        top, bottom = edge + number * high, edge + (number + 1) * high
        arrow = [
            (edge, top),
            (edge + wide / 2, top + (tip if number else 0)),
            (edge + wide, top),
            (edge + wide, bottom),
        ]
        things.append(_shape(paper, [*arrow, (edge + wide / 2, bottom + tip), (edge, bottom)]))
        things.append(_text(paper, edge + wide / 2, (top + bottom + tip) / 2, label, wide - tip))
    between = [edge + number * high for number in range(1, len(labels))]
    return things + [_line(paper, (wide + 2 * edge, y), (paper.width - edge, y)) for y in between]


def _funnel(paper: Paper, labels: Sequence[str]) -> list[Thing]:
    """Bands from wide to narrow; each label at the top of its band, with room below it."""
    edge, gap = paper.shown(8), paper.shown(6)
    high = (paper.height - 2 * edge + gap) / len(labels) - gap
    middle, narrowing = paper.width / 2, 0.3 / len(labels)
    things = []
    for number, label in enumerate(labels):
        top = edge + number * (high + gap)
        above, below = ((0.5 - narrowing * step) * (paper.width - 2 * edge) for step in (number, number + 1))
        corners = [
            (middle - above, top),
            (middle + above, top),
            (middle + below, top + high),
            (middle - below, top + high),
        ]
        things.append(_shape(paper, corners))
        things.append(_text(paper, middle, top + paper.shown(18), label, 2 * below))
    return things


def _organisation(paper: Paper, labels: Sequence[str]) -> list[Thing]:
    """One box, those under it, and those under these, joined by lines."""
    across = 2 if paper.is_narrow else 3
    high = paper.height * 0.22
    tops = [paper.height * share for share in (0.05, 0.39, 0.73)]
    wide = min(paper.width / across * 0.8, paper.shown(210))
    middles = [paper.width * (number + 0.5) / across for number in range(across)]
    joints = (tops[0] + high + tops[1]) / 2
    things = [_line(paper, (paper.width / 2, tops[0] + high), (paper.width / 2, joints))]
    things += [_line(paper, (middles[0], joints), (middles[-1], joints))]
    for middle in middles:
        things.append(_line(paper, (middle, joints), (middle, tops[1])))
        things.append(_line(paper, (middle, tops[1] + high), (middle, tops[2])))
    boxes = [(paper.width / 2, tops[0], labels[0])]
    boxes += [(middle, top, label) for top, label in zip(tops[1:], labels[1:], strict=True) for middle in middles]
    for middle, top, label in boxes:
        things += _box(paper, middle, top, wide, high, label)
    return things


def _box(paper: Paper, middle: float, top: float, wide: float, high: float, label: str) -> list[Thing]:
    left, right, bottom = middle - wide / 2, middle + wide / 2, top + high
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return [_shape(paper, corners), _text(paper, middle, top + paper.shown(16), label, wide * 0.9)]


def _shape(paper: Paper, corners: Sequence[Point]) -> Thing:
    place = _place(corners)
    points = [_exact(x - place["left"], y - place["top"]) for x, y in corners]
    shape = {"fill": FILL, "points": [{"x": x, "y": y} for x, y in points]}
    return {"type": "Polygon", **place, **_edge(paper), **shape}


def _line(paper: Paper, start: Point, end: Point) -> Thing:
    path = [["M", *_exact(*start)], ["L", *_exact(*end)]]
    return {"type": "Path", **_place([start, end]), **_edge(paper), "fill": None, "path": path}


def _place(points: Sequence[Point]) -> Thing:
    xs, ys = zip(*points, strict=True)
    left, top = _exact((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    width, height = _exact(max(xs) - min(xs), max(ys) - min(ys))
    return {"left": left, "top": top, "width": width, "height": height, "originX": "center", "originY": "center"}


def _edge(paper: Paper) -> Thing:
    return {"stroke": LINE, "strokeWidth": round(paper.shown(1.5), 2), "strokeLineJoin": "round"}


def _text(paper: Paper, x: float, y: float, text: str, wide: float) -> Thing:
    """A label around this point, in letters that fit between its edges."""
    size = min(paper.shown(15), wide / (LETTER * max(len(text), 1)))
    left, top = _exact(x, y)
    place = {"left": left, "top": top, "originX": "center", "originY": "center"}
    look = {"fontSize": round(size, 1), "fontFamily": "sans-serif", "textAlign": "center", "fill": WORDS}
    return {"type": "IText", "text": text, **place, **look}


def _exact(*values: float) -> tuple[float, ...]:
    return tuple(round(value, 2) for value in values)
