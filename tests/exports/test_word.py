import io
import re
from dataclasses import replace
from itertools import pairwise
from typing import Literal

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from exports import archive
from exports.making import make
from i18n import translator
from stepstones.workshop import Session
from tests.exports import sessions
from tests.exports.wordfile import alternatives, headings, opened, parts, texts

Language = Literal["nl", "en"]


def word_file(session: Session) -> bytes:
    return make(session, sessions.MOMENT)


@pytest.fixture(scope="module")
def full() -> bytes:
    return word_file(sessions.full("nl"))


@pytest.fixture(scope="module")
def example() -> bytes:
    return word_file(archive.read(archive.EXAMPLE.read_bytes()))


def test_headings_never_skip_a_level(full: bytes, example: bytes) -> None:
    for file in (full, example):
        levels = [level for level, _ in headings(opened(file))]
        assert levels[0] == 1
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_what_is_on_the_board_is_in_the_file(example: bytes) -> None:
    found = texts(opened(example))
    assert (
        "Eén inbox voor alle vragen, met een naam erbij –\u00a0Joost, directie · 6 reacties\nTom, techniek: Kan"
        in found
    )
    assert "■\u00a0Zo\u00a0is\u00a0het\u00a0nu" in found
    assert {(3, "Blinde vlek"), (1, "Verbonden stapstenen"), (1, "Parkeerplaats")} <= set(headings(opened(example)))


def test_the_contents_link_to_every_chapter(full: bytes) -> None:
    document = opened(full)
    links = [link for link in document.element.body.iter(qn("w:hyperlink")) if link.get(qn("w:anchor"))]
    marks = {mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))}
    shown = ["".join(text.text or "" for text in link.iter(qn("w:t"))) for link in links]
    assert shown == [text for level, text in headings(document) if level == 1]
    assert {link.get(qn("w:anchor")) for link in links} == marks


def test_nothing_asks_to_update_fields_when_the_file_opens(full: bytes) -> None:
    assert b"updateFields" not in parts(full)["word/settings.xml"]
    assert b"w:dirty" not in parts(full)["word/document.xml"]


def test_every_picture_has_a_description_and_its_own_id(full: bytes) -> None:
    document = opened(full)
    found = alternatives(document)
    ids = [properties.get("id") for properties in document.element.body.iter(qn("wp:docPr"))]
    assert len(found) == 1 + 1 + 4
    assert all(found)
    assert len(set(ids)) == len(ids)


def test_every_table_repeats_its_header_and_has_a_name(full: bytes) -> None:
    for table in opened(full).element.body.iter(qn("w:tbl")):
        rows = list(table.iter(qn("w:tr")))
        assert [bool(list(row.iter(qn("w:tblHeader")))) for row in rows] == [True] + [False] * (len(rows) - 1)
        assert next(table.iter(qn("w:tblCaption"))).get(qn("w:val"))
        assert next(table.iter(qn("w:tblDescription"))).get(qn("w:val"))


def test_rows_stay_whole_unless_they_could_outgrow_a_page() -> None:
    session = sessions.full()
    session = replace(session, stories=(session.stories[0], replace(session.stories[1], want="lang " * 200)))
    rows = list(list(opened(word_file(session)).element.body.iter(qn("w:tbl")))[-2].iter(qn("w:tr")))
    assert [bool(list(row.iter(qn("w:cantSplit")))) for row in rows] == [True, False, True]


def test_a_table_may_break_between_rows_and_leaves_no_row_alone_at_its_end(full: bytes) -> None:
    for table in opened(full).element.body.iter(qn("w:tbl")):
        rows = list(table.iter(qn("w:tr")))[1:]
        tied = [bool(list(row.iter(qn("w:keepNext")))) for row in rows]
        assert tied == [False] * (len(rows) - 2) + [True, False][-len(rows) :]


def test_pages_after_the_contents_name_their_chapter_at_the_top(full: bytes) -> None:
    first, rest = opened(full).sections
    assert "STYLEREF" not in first.header._element.xml
    assert [field.get(qn("w:instr")).strip() for field in rest.header._element.iter(qn("w:fldSimple"))] == [
        "STYLEREF 1"
    ]
    assert "De vaste bezoeker in beeld" in rest.header.paragraphs[0].text
    assert rest.footer.is_linked_to_previous
    assert not rest.different_first_page_header_footer


def test_the_contents_tell_how_far_each_stone_is() -> None:
    found = [p for p in opened(word_file(sessions.full("en"))).element.body.iter(qn("w:p")) if p.style == "TOC1"]
    assert found[2].text == "Stone 1: Segment\tFinished · 8 notes · 1 sketch · 1 user story"


@pytest.mark.parametrize(("label", "count"), [("Figure", 5), ("Table", 3)])
def test_captions_are_counted_by_fields(full: bytes, label: str, count: int) -> None:
    document = parts(full)["word/document.xml"].decode()
    assert document.count(f"SEQ {translator('nl').gettext(label)} ") == count


@pytest.mark.parametrize(("language", "tag"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_the_file_is_in_the_language_of_the_workshop(language: Language, tag: str) -> None:
    document = opened(word_file(sessions.empty(language)))
    assert {mark.get(qn("w:val")) for mark in document.styles.element.iter(qn("w:lang"))} == {tag}
    assert document.core_properties.language == tag


def test_the_paper_is_a4_and_the_cover_has_no_header(full: bytes) -> None:
    sections = opened(full).sections
    for section in sections:
        assert section.page_width
        assert section.page_height
        assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == (210, 297)
    assert sections[0].different_first_page_header_footer


def test_the_footer_counts_pages(full: bytes) -> None:
    footer = opened(full).sections[0].footer._element
    fields = [field.get(qn("w:instr")).strip() for field in footer.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_properties_are_those_of_the_workshop(full: bytes) -> None:
    properties = opened(full).core_properties
    assert (properties.title, properties.author) == ("De vaste bezoeker in beeld", "Theater De Brug")
    assert properties.last_modified_by == "Theater De Brug"
    assert properties.created == sessions.MOMENT
    assert b"python-docx" not in b"".join(parts(full).values())


def test_without_an_organisation_there_is_no_empty_line_where_it_would_stand() -> None:
    session = sessions.full("nl")
    document = opened(word_file(replace(session, workshop=replace(session.workshop, organisation=""))))
    assert [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Subtitle"] == []
    assert document.sections[0].footer.paragraphs[0].text.startswith("\tPagina ")
    assert document.core_properties.author == ""


def test_every_style_in_use_is_in_the_template(example: bytes) -> None:
    document = opened(example)
    known = {style.style_id for style in document.styles}
    used = set(re.findall(r'w:(?:pStyle|rStyle|tblStyle) w:val="(\w+)"', parts(example)["word/document.xml"].decode()))
    assert used <= known


def contrast(colour: str) -> float:
    shares = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (s / 12.92 if s <= 0.03928 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_all_text_stands_out_from_the_paper(full: bytes) -> None:
    colours = set(re.findall(r'w:color w:val="(\w{6})"', parts(full)["word/styles.xml"].decode()))
    assert colours
    assert {colour for colour in colours if contrast(colour) < 4.5} == set()


def test_a_note_keeps_its_lines_and_signs() -> None:
    session = sessions.empty()
    text = "Wie <b>belt</b> & wie mailt?\n👩‍👩‍👧 {{ 7*7 }} ‮"
    session = replace(session, notes=(replace(sessions.full().notes[0], text=text),))
    assert "Wie <b>belt</b> & wie mailt?\n👩‍👩‍👧 {{ 7*7 }}" in texts(opened(word_file(session)))


@given(st.text(st.characters(exclude_categories=()), max_size=60))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_anywhere_gives_a_file_that_opens(text: str) -> None:
    session = replace(sessions.hostile(text), scores=(), pictures={})
    assert headings(opened(word_file(session)))


def test_a_picture_that_is_none_is_left_out_with_its_title_kept() -> None:
    session = sessions.full()
    broken = {id: replace(picture, image=b"<html>") for id, picture in session.pictures.items()}
    found = texts(opened(word_file(replace(session, pictures=broken))))
    assert "De kassa en de bezoeker" in found


def test_sketches_lie_on_white_paper_without_their_empty_margins(full: bytes) -> None:
    media = [data for name, data in parts(full).items() if "/media/" in name]
    sizes = [Image.open(io.BytesIO(data)).size for data in media]
    assert (529, 209) in sizes


def test_three_thousand_notes_and_long_texts_are_all_there() -> None:
    session = sessions.full(notes_a_stone=300)
    session = replace(session, scores=(), notes=tuple(replace(n, text="kaartje " * 250) for n in session.notes))
    document = opened(word_file(session))
    listed = [p for p in document.element.body.iter(qn("w:p")) if p.style == "Note"]
    assert len(listed) == 3_000
