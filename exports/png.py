"""A drawing as a PNG file, for slides."""

from io import BytesIO

from PIL import Image, ImageDraw

from exports.drawing import Box, Drawing, Line, Photo, Point, Shape, Words, flat
from exports.photos import opened
from exports.typeface import font, runs

SCALE, LARGEST = 2, 8_000
"""Pixels for each of the board, and of a side at most."""
_SMOOTH = 14_000_000
"""Up to so many pixels a picture is drawn at twice its size, so that its edges are smooth."""
_SMALLEST = 3
"""Type of fewer pixels says nothing."""


def png(drawing: Drawing) -> bytes:
    """Return the drawing as a PNG file."""
    scale = min(SCALE, LARGEST / max(drawing.width, drawing.height))
    size = max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))
    times = 2 if size[0] * size[1] <= _SMOOTH else 1
    image = _Sheet(drawing, size[0] * times, size[1] * times, scale * times).drawn()
    out = BytesIO()
    (image.reduce(times) if times > 1 else image).save(out, "PNG", compress_level=4)
    return out.getvalue()


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
        pieces = [(piece, font(face, pixels, words.weight)) for face, piece in runs(words.text)]
        x, y = self._at((words.x, words.y))
        if words.anchor != "start":
            x -= sum(type.getlength(piece) for piece, type in pieces) / (2 if words.anchor == "middle" else 1)
        for number, (piece, type) in enumerate(pieces, 1):
            self._pen.text((x, y), piece, words.colour, type, anchor="ls")
            if number < len(pieces):
                x += type.getlength(piece)

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
        self._image.paste(shown, place, shown if shown.mode == "RGBA" else None)
