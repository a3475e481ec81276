"""Drawings as SVG: text stays text, and nothing runs or is fetched."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports import archive, sheets
from exports.drawing import Box, Drawing, Group, Line, Photo, Shape, Words
from exports.svg import svg
from tests.exports import sessions

EXAMPLE = archive.read(archive.EXAMPLE.read_bytes())
SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "g", "title", "rect", "text", "path", "image"}
NASTY = "</text><script>alert(1)</script>\"'&]]><!-- <image href='//evil.example/x'/> =1+1"


def sheet(*shapes: object) -> Drawing:
    return Drawing(0, 0, 400, 300, "#ffffff", "Blad", "nl", shapes)  # type: ignore[arg-type]


def parsed(file: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(file)


def harmless(file: bytes) -> None:
    root = parsed(file)
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in ELEMENTS
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name not in ("style", "class")
            assert "href" not in name or re.match(r"data:image/(png|jpeg);base64,[A-Za-z0-9+/=]+\Z", value)


def test_text_stands_as_text_whatever_it_says() -> None:
    file = svg(sheet(Words(5, 20, NASTY, 18, "#000000"), Group((), NASTY, note='"><script>')))
    harmless(file)
    (text,) = parsed(file).iter(f"{SVG}text")
    assert text.text == NASTY
    assert [title.text for title in parsed(file).iter(f"{SVG}title")] == ["Blad", NASTY]


def test_shapes_of_every_kind_are_there() -> None:
    photo = Photo(5, 5, 90, 60, sessions.drawing())
    shapes = (
        Box(0, 0, 9, 9, "#ffffff", "#000000", 2, 4),
        Line(((0, 0), (5.25, 9)), "#000000"),
        Shape(((0, 0), (1, 1)), "#fff"),
    )
    file = svg(sheet(*shapes, photo))
    harmless(file)
    assert [element.tag.removeprefix(SVG) for element in parsed(file)] == [
        "title",
        "rect",
        "rect",
        "path",
        "path",
        "image",
    ]
    assert b'd="M0 0L5.25 9"' in file


def test_a_picture_that_cannot_be_read_is_left_out() -> None:
    assert b"<image" not in svg(sheet(Photo(5, 5, 90, 60, b"no picture")))


def test_a_picture_is_no_larger_in_the_file_than_can_be_seen() -> None:
    file = svg(sheet(Photo(5, 5, 20, 20, sessions.drawing())))
    assert len(file) < 3_000


def test_stones_and_notes_can_be_found_by_their_ids() -> None:
    root = parsed(sheets.overview(EXAMPLE, "svg"))
    stones = [element for element in root.iter() if "data-stone" in element.attrib]
    assert len(stones) == 11
    assert {(stone.get("role"), stone.get("tabindex")) for stone in stones} == {("link", "0")}
    notes = {element.get("data-note") for element in root.iter() if "data-note" in element.attrib}
    assert notes <= {note.id for note in EXAMPLE.notes}
    assert len(notes) > 40


def test_a_file_that_would_be_huge_says_so_in_its_view_only() -> None:
    root = parsed(svg(Drawing(0, 0, 200_000, 1_000, "#ffffff", "", "nl", ())))
    assert (root.get("viewBox"), root.get("width"), root.get("height")) == ("0 0 200000 1000", "8000", "40")


@pytest.mark.parametrize("text", [NASTY, "a\x00\x1e\u202eb\ud800\ufffe", "😀 مرحبا नमस्ते", "x" * 2_000])
def test_hostile_texts_break_no_drawing(text: str) -> None:
    session = sessions.hostile(text)
    for file in (sheets.overview(session, "svg"), sheets.board(session, "teams", None, "svg")):
        harmless(file)


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_makes_well_formed_xml(text: str) -> None:
    harmless(svg(sheet(Words(0, 0, text, 12, "#000000"), Group((), text))))
