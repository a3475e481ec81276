"""A drawing as SVG: text stays text, nothing runs and nothing is fetched; pictures are in the file."""

import re
from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from exports.drawing import Box, Drawing, Group, Line, Part, Photo, Point, Shape, Words
from exports.photos import opened
from exports.typeface import runs, width

FONTS = "'Source Sans', 'Source Sans 3', 'Source Sans Pro', 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
LARGEST = 8_000
"""Pixels of a side, as the file says it: as many as a picture has; programs that place it scale it by its view."""
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML can hold."""


def svg(drawing: Drawing) -> bytes:
    """Return the drawing as an SVG file."""
    return "".join(_file(drawing)).encode()


def _file(drawing: Drawing) -> Iterator[str]:
    view = " ".join(map(_number, (drawing.x, drawing.y, drawing.width, drawing.height)))
    shown = min(1, LARGEST / max(drawing.width, drawing.height))
    size = f'width="{_number(drawing.width * shown)}" height="{_number(drawing.height * shown)}"'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" {size} lang="{drawing.language}"'
    yield f' role="group" font-family={quoteattr(FONTS)}>\n<title>{_text(drawing.name)}</title>\n'
    yield from _box(Box(drawing.x, drawing.y, drawing.width, drawing.height, drawing.ground))
    for shape in drawing.shapes:
        yield from _part(shape)
    yield "</svg>\n"


def _part(part: Part) -> Iterator[str]:
    if isinstance(part, Group):
        yield from _group(part)
    elif isinstance(part, Box):
        yield from _box(part)
    elif isinstance(part, Words):
        yield from _words(part)
    elif isinstance(part, Photo):
        yield from _photo(part)
    else:
        yield from _path(part)


def _group(group: Group) -> Iterator[str]:
    yield "<g"
    if group.stone:
        yield f' data-stone={quoteattr(group.stone)} role="link" tabindex="0"'
    if group.note:
        yield f" data-note={quoteattr(group.note)}"
    yield f">\n<title>{_text(group.name)}</title>\n"
    for shape in group.shapes:
        yield from _part(shape)
    yield "</g>\n"


def _box(box: Box) -> Iterator[str]:
    x, y, wide, high = map(_number, (box.x, box.y, box.width, box.height))
    yield f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" fill="{box.fill or "none"}"'
    if box.corner:
        yield f' rx="{_number(box.corner)}"'
    if box.stroke:
        yield f' stroke="{box.stroke}" stroke-width="{_number(box.line)}"'
    yield "/>\n"


def _words(words: Words) -> Iterator[str]:
    yield f'<text x="{_number(words.x)}" y="{_number(words.y)}" font-size="{_number(words.size)}" fill="{words.colour}"'
    if words.weight != 400:
        yield f' font-weight="{words.weight}"'
    if words.anchor != "start":
        yield f' text-anchor="{words.anchor}"'
    # Who has not our type sees another, which is wider: it keeps to the place that ours would have taken.
    if len(words.text) > 2 and {face for face, _ in runs(words.text)} == {"own"}:
        length = _number(width(words.text, words.size, words.weight))
        yield f' textLength="{length}" lengthAdjust="spacingAndGlyphs"'
    yield f">{_text(words.text)}</text>\n"


def _path(path: Line | Shape) -> Iterator[str]:
    yield f'<path d="M{"L".join(map(_point, path.points))}'
    if isinstance(path, Shape):
        yield f'Z" fill="{path.fill}"/>\n'
        return
    yield f'" fill="none" stroke="{path.colour}" stroke-width="{_number(path.width)}"'
    yield ' stroke-linecap="round" stroke-linejoin="round"/>\n'


def _photo(photo: Photo) -> Iterator[str]:
    image = opened(photo.image, photo.width, photo.height)
    if image is None:
        return
    kind = "JPEG" if image.format == "JPEG" else "PNG"
    out = BytesIO()
    image.save(out, kind, **({"quality": 85} if kind == "JPEG" else {"compress_level": 3}))
    x, y, wide, high = map(_number, (photo.x, photo.y, photo.width, photo.height))
    yield f'<image x="{x}" y="{y}" width="{wide}" height="{high}"'
    yield f' href="data:image/{kind.lower()};base64,{b64encode(out.getvalue()).decode()}"/>\n'


def _point(point: Point) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _text(value: str) -> str:
    return escape(_UNFIT.sub("", value))
