"""The signs of drawings, as lines on a grid of 24 by 24: those of the room's icons.svg."""

from math import cos, sin, tau

from exports.drawing import Line, Point

_STROKE = 1.9
_ICONS: dict[str, tuple[tuple[Point, ...], ...]] = {
    "dot": tuple(
        tuple((12 + r * cos(turn * tau / 16), 12 + r * sin(turn * tau / 16)) for turn in range(17))
        for r in (7.0, 5.3, 3.6, 1.9, 0.6)
    ),
    "agree": (
        ((4, 11), (7, 11), (7, 20), (4, 20), (4, 11)),
        (
            (7, 11), (11, 4), (12.6, 4.6), (13.3, 6.8), (12.7, 10), (18, 10), (19.6, 10.8), (20, 12.4), (18.8, 18.4),
            (18, 19.6), (16.8, 20), (7, 20),
        ),
    ),
    "heart": (
        (
            (12, 20), (7, 16.1), (4.2, 12.6), (3, 8.8), (3.6, 6.4), (5.3, 4.7), (7.8, 4), (10.3, 4.9), (12, 6.8),
            (13.7, 4.9), (16.2, 4), (18.7, 4.7), (20.4, 6.4), (21, 8.8), (19.8, 12.6), (17, 16.1), (12, 20),
        ),
    ),
    "question": (
        (
            (8, 8.5), (8.3, 6.5), (9.6, 5), (11.5, 4.4), (13.6, 4.8), (15.2, 6.2), (15.9, 8.2), (15.5, 10.3),
            (14, 11.9), (12.6, 13.2), (12, 15.2),
        ),
        ((12, 19), (12, 19.5)),
    ),
    "star": (
        (
            (12, 3.5), (14.6, 9), (20.6, 9.8), (16.2, 14), (17.3, 20), (12, 17.1), (6.7, 20), (7.8, 14), (3.4, 9.8),
            (9.4, 9), (12, 3.5),
        ),
    ),
    "comment": (((4, 5), (20, 5), (20, 16), (11, 16), (6.5, 20), (6.5, 16), (4, 16), (4, 5)),),
    "on": (((9, 5), (16, 12), (9, 19)),),
    "back": (((15, 5), (8, 12), (15, 19)),),
    "check": (((5, 13), (10, 18), (20, 6)),),
}  # fmt: skip


def icon(name: str, x: float, y: float, size: float, colour: str) -> tuple[Line, ...]:
    """Return the lines of a sign, in a square with its upper left corner at (x, y)."""
    scale = size / 24
    return tuple(
        Line(tuple((x + across * scale, y + down * scale) for across, down in points), colour, _STROKE * scale)
        for points in _ICONS[name]
    )
