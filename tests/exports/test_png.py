"""Drawings as PNG: of the right size, never too large, and with what was drawn."""

from io import BytesIO

import pytest
from PIL import Image

from exports import archive, sheets
from exports.drawing import Box, Drawing, Line, Photo, Shape, Words
from exports.png import png
from tests.exports import sessions
from tests.exports.test_svg import NASTY

EXAMPLE = archive.read(archive.EXAMPLE.read_bytes())


def sheet(*shapes: object, wide: float = 100, high: float = 60) -> Drawing:
    return Drawing(-10, -20, wide, high, "#ffffff", "Blad", "nl", shapes)  # type: ignore[arg-type]


def seen(drawing: Drawing) -> Image.Image:
    return Image.open(BytesIO(png(drawing)))


def dark(image: Image.Image, box: tuple[int, int, int, int]) -> bool:
    return image.crop(box).convert("L").getextrema()[0] < 128  # type: ignore[operator]


def test_a_picture_has_two_pixels_for_each_of_the_board() -> None:
    assert seen(sheet()).size == (200, 120)


@pytest.mark.parametrize(("wide", "high"), [(200_000, 1_000), (1_000, 200_000), (9_000, 9_000), (200_000, 1)])
def test_no_side_has_more_than_8000_pixels(wide: float, high: float) -> None:
    image = seen(sheet(wide=wide, high=high))
    assert max(image.size) == 8_000
    assert min(image.size) >= 1


def test_shapes_lie_where_they_should() -> None:
    image = seen(sheet(Box(0, 0, 10, 10, "#ff0000"), Box(30, 0, 10, 10, None, "#0000ff", 2)))
    assert image.getpixel((30, 50)) == (255, 0, 0)
    assert image.getpixel((10, 50)) == (255, 255, 255)
    assert image.getpixel((90, 50)) == (255, 255, 255)
    assert image.getpixel((80, 50)) == (0, 0, 255)


@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
def test_words_stand_at_their_anchor(anchor: str) -> None:
    image = seen(sheet(Words(40, 10, "Balie", 14, "#000000", anchor=anchor)))  # type: ignore[arg-type]
    left, right = dark(image, (30, 30, 98, 70)), dark(image, (102, 30, 170, 70))
    assert (left, right) == {"start": (False, True), "middle": (True, True), "end": (True, False)}[anchor]


def test_lines_shapes_and_pictures_are_drawn() -> None:
    image = seen(sheet(Line(((0, 0), (30, 0), (30, 20)), "#000000"), Shape(((40, 0), (60, 0), (50, 20)), "#000000")))
    assert dark(image, (75, 50, 85, 70))
    assert dark(image, (118, 45, 122, 50))
    assert dark(seen(sheet(Photo(0, 0, 60, 40, sessions.drawing()))), (20, 40, 140, 120))


def test_a_picture_that_cannot_be_read_leaves_its_place_empty() -> None:
    assert not dark(seen(sheet(Photo(0, 0, 60, 40, b"no picture"))), (0, 0, 200, 120))


@pytest.mark.parametrize("text", [NASTY, "a\x00\x1e\u202eb\ud800\ufffe", "😀 مرحبا नमस्ते", "x" * 2_000])
def test_hostile_texts_break_no_drawing(text: str) -> None:
    session = sessions.hostile(text)
    assert Image.open(BytesIO(sheets.overview(session, "png"))).width == 4_120
    assert Image.open(BytesIO(sheets.board(session, "teams", None, "png"))).width >= 560


def test_the_example_is_drawn_in_the_language_of_its_workshop() -> None:
    assert Image.open(BytesIO(sheets.board(EXAMPLE, "channels", None, "png"))).size[0] > 2_000
    assert b"en nog 8 briefjes" in sheets.overview(EXAMPLE, "svg")
