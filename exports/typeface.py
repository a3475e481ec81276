"""The type of drawings: Source Sans as the pages have it, how wide a text is in it, and where its lines break."""

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Literal

from PIL import ImageFont
from PIL.ImageFont import FreeTypeFont

Weight = Literal[400, 600]
Face = Literal["own", "spare"]
ELLIPSIS = "…"
_UNIT = 1_000
_NOBODYS = "\uffff"
"""No font has a letter for it."""


def width(text: str, size: float, weight: Weight = 400) -> float:
    """Return how wide `text` is on one line; letters do not move together, so it is rather too much."""
    return sum([_advance(sign, weight) for sign in text]) * size / _UNIT


def steps(text: str, size: float, weight: Weight = 400) -> list[float]:
    """Return how far it is from each sign of `text` to the next."""
    scale = size / _UNIT
    return [_advance(sign, weight) * scale for sign in text]


def wrapped(text: str, size: float, room: float, weight: Weight = 400) -> list[str]:
    """Return `text` in lines that fit in `room`, broken between words, and within those that are too long."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _filled(paragraph, room * _UNIT / size, weight)
    return lines


def shortened(lines: list[str], most: int, size: float, room: float, weight: Weight = 400) -> list[str]:
    """Return at most so many lines, with an ellipsis where the rest was."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width(last.rstrip() + ELLIPSIS, size, weight) > room:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip() + ELLIPSIS]


def one_line(text: str, size: float, room: float, weight: Weight = 400) -> str:
    """Return as much of `text` as fits on one line."""
    flat = " ".join(text.split())
    return flat if width(flat, size, weight) <= room else shortened([flat, ""], 1, size, room, weight)[0]


def runs(text: str) -> Iterator[tuple[Face, str]]:
    """Yield the text in pieces, each with the font that has its letters."""
    for face, signs in groupby(text, _face):
        yield face, "".join(signs)


@lru_cache(256)
def font(face: Face, size: int, weight: Weight, *, joined: bool = True) -> FreeTypeFont:
    """Return a font of this size and weight; where letters need not be `joined`, it measures single ones faster."""
    layout = None if joined else ImageFont.Layout.BASIC
    own = _source_sans() if face == "own" else None
    if own is None:
        return ImageFont.truetype(_dejavu(weight), size, layout_engine=layout)
    made = ImageFont.truetype(str(own), size, layout_engine=layout)
    made.set_variation_by_axes([weight])
    return made


def _filled(paragraph: str, room: float, weight: Weight) -> Iterator[str]:
    line, used, space = "", 0.0, _advance(" ", weight)
    for word in filter(None, paragraph.split(" ")):  # other spaces keep words together
        wide = sum(_advance(sign, weight) for sign in word)
        if line and used + space + wide <= room:
            line, used = f"{line} {word}", used + space + wide
            continue
        if line:
            yield line
        *full, line = _pieces(word, wide, room, weight)
        yield from full
        used = sum(_advance(sign, weight) for sign in line)
    yield line


def _pieces(word: str, wide: float, room: float, weight: Weight) -> list[str]:
    """The word, in as many parts as a line is too narrow for it."""
    if wide <= room:
        return [word]
    pieces, used = [""], 0.0
    for sign in word:
        step = _advance(sign, weight)
        if pieces[-1] and used + step > room:
            pieces.append("")
            used = 0.0
        pieces[-1] += sign
        used += step
    return pieces


@cache
def _advance(sign: str, weight: Weight) -> float:
    return font(_face(sign), _UNIT, weight, joined=False).getlength(sign)


@cache
def _face(sign: str) -> Face:
    return "own" if _has("own", sign) or not _has("spare", sign) else "spare"


def _has(face: Face, sign: str) -> bool:
    return _shape(face, sign) != _shape(face, _NOBODYS)


def _shape(face: Face, sign: str) -> tuple[tuple[int, int], bytes]:
    mask = font(face, 40, 400, joined=False).getmask(sign)
    return mask.size, bytes(mask)


@cache
def _source_sans() -> Path | None:
    """The font that Streamlit brings; None where it has another place or name some day."""
    spec = find_spec("streamlit")
    if spec is None or spec.origin is None:
        return None
    media = Path(spec.origin).parent / "static" / "static" / "media"
    return next(iter(sorted(media.glob("SourceSansVF-Upright*.woff2"))), None)


def _dejavu(weight: Weight) -> str:
    from matplotlib import get_data_path

    name = "DejaVuSans.ttf" if weight == 400 else "DejaVuSans-Bold.ttf"
    return str(Path(get_data_path()) / "fonts" / "ttf" / name)
