"""The path of stones in shallow water: the picture on the cover."""

import io
from functools import lru_cache
from math import cos, pi, sin, tau

from PIL import Image, ImageDraw, ImageFont

_WIDTH, _HEIGHT, _SHARP = 1_600, 330, 2
_WATER, _DONE, _OPEN = "#DCE9EA", "#2C6472", "#D5D6D3"
_DONE_SIDE, _OPEN_SIDE = "#1D4852", "#B9BBB7"
_INK, _PAPER = "#1F2D36", "#FFFFFF"
_MOST = 12
"""So many stones have their full size."""
_KEPT = 16
"""Paths kept: a stone is finished less often than reports are made."""


@lru_cache(_KEPT)
def path(finished: tuple[bool, ...]) -> bytes:
    """Return a PNG with a stone for each of `finished`, numbered; the finished ones are dark."""
    image = Image.new("RGB", (_WIDTH * _SHARP, _HEIGHT * _SHARP), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.polygon(_water(), fill=_WATER)
    for number, done in enumerate(finished):
        _stone(draw, number, len(finished), done=done)
    out = io.BytesIO()
    image.resize((_WIDTH, _HEIGHT), Image.Resampling.LANCZOS).save(out, "PNG", dpi=(190, 190))
    return out.getvalue()


def _water() -> list[tuple[float, float]]:
    steps = [_WIDTH * step / 80 for step in range(81)]
    upper = [(x, _bank(x) - 92) for x in steps]
    lower = [(x, _bank(x + 130) + 92) for x in reversed(steps)]
    return [(x * _SHARP, y * _SHARP) for x, y in upper + lower]


def _bank(x: float) -> float:
    return _HEIGHT / 2 + 42 * sin(x / _WIDTH * 3 * pi)


def _stone(draw: ImageDraw.ImageDraw, number: int, count: int, *, done: bool) -> None:
    x, size = _WIDTH * (number + 0.5) / count, min(1, _MOST / count)
    y = _bank(x + 60) + (20 if number % 2 else -20)
    draw.polygon(_pebble(x, y + 8 * size, number, size), fill=_DONE_SIDE if done else _OPEN_SIDE)
    draw.polygon(_pebble(x, y, number, size), fill=_DONE if done else _OPEN)
    font = ImageFont.load_default(38 * size * _SHARP)
    draw.text((x * _SHARP, y * _SHARP), str(number + 1), _PAPER if done else _INK, font, anchor="mm")


def _pebble(x: float, y: float, number: int, size: float) -> list[tuple[float, float]]:
    """A rounded outline that is a little different for every stone."""
    outline = []
    for step in range(72):
        angle = tau * step / 72
        bulge = 1 + 0.06 * sin(2 * angle + number) + 0.04 * sin(3 * angle + 2.1 * number)
        outline.append(((x + 60 * size * bulge * cos(angle)) * _SHARP, (y + 46 * size * bulge * sin(angle)) * _SHARP))
    return outline
