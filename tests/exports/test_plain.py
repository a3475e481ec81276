from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.plain import clean, cleaned, line
from tests.exports import sessions


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        ("bel\x07 en\x0b tab\t", "bel en\n tab"),
        ("half \ud83d emoji", "half \ufffd emoji"),
        ("om\u202egekeerd\u2066", "omgekeerd"),
        ("\ufeffmerk\ufffe\U0001ffff", "merk"),
        ("een\n\n\n\ntwee", "een\n\ntwee"),
        ("  \x00 ", ""),
    ],
)
def test_what_no_file_can_hold_is_taken_out(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize("text", ["👩‍👩‍👧 🇳🇱", "مرحبا", "日本語", "e\u0301", "a\u200db", "<b>&amp;</b>", "{{ x }}"])
def test_other_scripts_emoji_and_marks_stay_as_they_are(text: str) -> None:
    assert clean(text) == text


@given(st.text(st.characters(exclude_categories=())))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_a_line_has_no_breaks() -> None:
    assert line(" Theater\r\nDe  Brug ") == "Theater De Brug"


def test_every_text_of_a_session_is_cleaned() -> None:
    session = cleaned(replace(sessions.hostile("a\x00\ud800\u202eb"), pictures={}))
    assert "a\ufffdb" in repr(session)
    assert not any(sign in repr(session) for sign in (r"\x00", r"\ud800", r"\u202e"))
