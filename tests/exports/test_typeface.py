"""Texts of drawings: how wide they are, and where they break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import typeface
from exports.typeface import one_line, runs, shortened, width, wrapped

TEXT = "Vrienden krijgen dezelfde mail als bezoekers die één keer kwamen"


def test_what_stands_on_a_line_fits_in_its_room() -> None:
    lines = wrapped(TEXT, 18, 176)
    assert len(lines) > 2
    assert " ".join(lines) == TEXT
    assert all(width(line, 18) <= 176 for line in lines)


def test_a_word_longer_than_a_line_is_broken() -> None:
    lines = wrapped("kort " + "x" * 60, 18, 100)
    assert lines[0] == "kort"
    assert "".join(lines[1:]) == "x" * 60
    assert all(width(line, 18) <= 100 for line in lines)


def test_line_ends_are_kept() -> None:
    assert wrapped("een\n\ntwee", 18, 176) == ["een", "", "twee"]


def test_what_is_cut_ends_with_an_ellipsis_that_fits_too() -> None:
    lines = shortened(wrapped(TEXT, 18, 176), 2, 18, 176)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert width(lines[1], 18) <= 176
    assert shortened(["een", "twee"], 2, 18, 176) == ["een", "twee"]


def test_one_line_is_one_line() -> None:
    assert one_line("een\n twee", 18, 176) == "een twee"
    assert one_line(TEXT, 18, 60).endswith("…")


def test_heavier_type_is_wider() -> None:
    assert width(TEXT, 18, 600) > width(TEXT, 18, 400)


def test_signs_that_our_type_lacks_come_from_another() -> None:
    assert list(runs("één ↯ twee")) == [("own", "één "), ("spare", "↯"), ("own", " twee")]


def test_without_the_type_of_the_pages_there_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    for kept in (typeface.font, typeface._advance, typeface._face):
        kept.cache_clear()
    monkeypatch.setattr(typeface, "_source_sans", lambda: None)
    try:
        assert all(width(line, 18) <= 176 for line in wrapped(TEXT, 18, 176))
    finally:
        for kept in (typeface.font, typeface._advance, typeface._face):
            kept.cache_clear()


@given(st.text(max_size=80), st.integers(30, 200))
def test_no_sign_of_a_text_is_lost(text: str, room: int) -> None:
    assert "".join("".join(wrapped(text, 18, room)).split()) == "".join(text.split())
