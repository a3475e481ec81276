"""A drawing as a PNG file, for slides."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from math import ceil, floor
from unicodedata import bidirectional, combining

from PIL import Image, ImageDraw

from exports.drawing import Box, Drawing, Line, Photo, Point, Shape, Words, flat
from exports.photos import opened
from exports.typeface import Face, Weight, font, runs, steps, width

SCALE, LARGEST = 2, 8_000
"""Pixels for each of the board, and of a side at most."""
_SMOOTH = 14_000_000
"""Up to so many pixels a picture is drawn at twice its size, so that its edges are smooth."""
_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""How much of a text lies before the point where it is anchored."""
_RIGHT = {"R", "AL", "AN"}
_LARGE = 30
"""Type of more pixels needs no places between them."""
_SMALLEST = 3
"""Type of fewer pixels says nothing."""


def png(drawing: Drawing) -> bytes:
    """Return the drawing as a PNG file."""
    scale = min(SCALE, LARGEST / max(drawing.width, drawing.height))
    size = max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))
    times = 2 if size[0] * size[1] <= _SMOOTH else 1
    image = _Sheet(drawing, size[0] * times, size[1] * times, scale * times).drawn()
    out = BytesIO()
    (image.reduce(times) if times > 1 else image).save(out, "PNG", compress_level=2)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A letter, and where it lies from where it stands."""

    mask: Image.Image
    left: int
    top: int


@lru_cache(8_192)
def _stamp(letter: str, face: Face, pixels: int, weight: Weight, part: float) -> _Stamp | None:
    """The letter in this size, a part of a pixel to the right, drawn once for all places; None for a space."""
    type = font(face, pixels, weight)
    left, top, right, bottom = type.getbbox(letter, anchor="ls")
    if right <= left or bottom <= top:
        return None
    left, top = floor(left), floor(top)
    mask = Image.new("L", (ceil(right) - left + 1, ceil(bottom) - top))
    ImageDraw.Draw(mask).text((part - left, -top), letter, 255, type, anchor="ls")
    return _Stamp(mask, left, top)


def _joins(piece: str) -> bool:
    """Do letters of this piece change beside each other, or run from the right?"""
    return not piece.isascii() and any(combining(sign) or bidirectional(sign) in _RIGHT for sign in piece)


class _Sheet:
    """An image on which the shapes of a drawing are laid one over the other."""

    def __init__(self, drawing: Drawing, width: int, height: int, scale: float) -> None:
        self._drawing, self._scale = drawing, scale
        self._image = Image.new("RGB", (width, height), drawing.ground)
        self._pen = ImageDraw.Draw(self._image)

    def drawn(self) -> Image.Image:
        """Return the image with everything on it."""
        for shape in flat(self._drawing.shapes):
            match shape:
                case Box():
                    self._box(shape)
                case Words():
                    self._words(shape)
                case Line():
                    self._line(shape)
                case Shape():
                    self._pen.polygon([self._at(point) for point in shape.points], shape.fill)
                case Photo():
                    self._photo(shape)
        return self._image

    def _at(self, point: Point) -> Point:
        return (point[0] - self._drawing.x) * self._scale, (point[1] - self._drawing.y) * self._scale

    def _box(self, box: Box) -> None:
        """The stroke lies half outside, as in SVG; Pillow's lies inside."""
        out = box.line / 2 if box.stroke else 0
        left, top = self._at((box.x - out, box.y - out))
        right, bottom = self._at((box.x + box.width + out, box.y + box.height + out))
        line = max(1, round(box.line * self._scale)) if box.stroke else 0
        corner = min((box.corner + out) * self._scale, (right - left) / 2, (bottom - top) / 2) if box.corner else 0
        place = (left, top, max(left, right - 1), max(top, bottom - 1))
        self._pen.rounded_rectangle(place, corner, box.fill, box.stroke, line)

    def _words(self, words: Words) -> None:
        pixels = round(words.size * self._scale)
        if pixels < _SMALLEST:
            return
        x, y = self._at((words.x, words.y))
        x -= width(words.text, words.size * self._scale, words.weight) * _BEFORE[words.anchor]
        for face, piece in runs(words.text):
            if _joins(piece):
                self._pen.text((x, y), piece, words.colour, font(face, pixels, words.weight), anchor="ls")
                x += width(piece, words.size * self._scale, words.weight)
            else:
                x = self._letters(piece, face, pixels, words, (x, y))

    def _letters(self, piece: str, face: Face, pixels: int, words: Words, at: Point) -> float:
        """Lay letter by letter where they were measured: a line set by its font is slower, and wider or narrower."""
        x, y, parts = at[0], round(at[1]), 1 if pixels > _LARGE else 4
        for letter, step in zip(piece, steps(piece, words.size * self._scale, words.weight), strict=True):
            place = floor(x * parts + (0.5 if parts == 1 else 0))
            stamp = _stamp(letter, face, pixels, words.weight, place % parts / parts)
            if stamp:
                self._pen.bitmap((place // parts + stamp.left, y + stamp.top), stamp.mask, words.colour)
            x += step
        return x

    def _line(self, line: Line) -> None:
        points = [self._at(point) for point in line.points]
        thick = max(1, round(line.width * self._scale))
        self._pen.line(points, line.colour, thick, joint="curve")
        if thick >= 2:
            for x, y in (points[0], points[-1]):
                self._pen.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), line.colour)

    def _photo(self, photo: Photo) -> None:
        left, top = self._at((photo.x, photo.y))
        room = photo.width * self._scale, photo.height * self._scale
        image = opened(photo.image, photo.width, photo.height)
        if image is None:
            return
        fit = min(room[0] / image.width, room[1] / image.height)
        size = max(1, round(image.width * fit)), max(1, round(image.height * fit))
        shown = image.resize(size, Image.Resampling.LANCZOS)
        place = round(left + (room[0] - size[0]) / 2), round(top + (room[1] - size[1]) / 2)
        self._image.paste(shown, place)
