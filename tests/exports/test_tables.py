import csv
import io
from dataclasses import replace
from typing import Literal

import pytest

from exports import tables
from i18n import translator
from stepstones.content import content
from stepstones.stones import STONES
from stepstones.workshop import Note, Session, Story
from tests.exports import sessions

Language = Literal["nl", "en"]
HEAD = ["Kind", "Stone", "Question", "Text", "As a", "I want", "so that", "By"]


def written(session: Session) -> bytes:
    """The file in the language of the workshop, with English words: those are not translated here."""
    return tables.spreadsheet(session, content(session.workshop.language), translator("en"))


def read(session: Session) -> list[list[str]]:
    delimiter = ";" if session.workshop.language == "nl" else ","
    return list(csv.reader(io.StringIO(written(session).decode("utf-8-sig"), newline=""), delimiter=delimiter))


def with_note(text: str) -> Session:
    session = sessions.empty()
    note = Note("n", STONES[0], None, text, "yellow", 0, 0, 0, None, 1)
    return replace(session, notes=(note,))


@pytest.mark.parametrize(("language", "delimiter"), [("nl", b";"), ("en", b",")])
def test_excel_of_the_workshops_language_opens_the_file_by_a_double_click(language: Language, delimiter: bytes) -> None:
    head, *_ = written(sessions.full(language)).split(b"\r\n")
    assert head == b"\xef\xbb\xbf" + delimiter.join(name.encode() for name in HEAD)


def test_every_note_sketch_and_story_is_a_row_stone_by_stone() -> None:
    session = sessions.full("nl")
    head, *rows = read(session)
    assert head == HEAD
    kinds = [row[0] for row in rows]
    assert (kinds.count("Note"), kinds.count("Sketch"), kinds.count("User story")) == (80, 4, 25)
    names = [f"{stone.number}. {stone.name}" for stone in content("nl").stones]
    assert list(dict.fromkeys(row[1] for row in rows)) == [*names, ""]
    assert kinds[:10] == ["Note"] * 8 + ["Sketch", "User story"]


def test_a_row_says_the_question_and_who_wrote_it() -> None:
    _, row, *_ = read(sessions.full("nl"))
    assert row == ["Note", "1. Segment", "", sessions.THOUGHTS[0], "", "", "", "Anna"]
    assert read(sessions.full("nl"))[2][2] == content("nl").stones[0].questions[1].text


def test_a_story_has_its_parts_and_its_sentence() -> None:
    story = Story("s", None, "lid", "stemmen", "ik meetel", None, "", None, 1)
    rows = read(replace(sessions.empty(), stories=(story,)))
    sentence = "Als lid wil ik stemmen, zodat ik meetel"
    assert rows[1] == ["User story", "", "", sentence, "lid", "stemmen", "ik meetel", ""]


@pytest.mark.parametrize("text", ["=1+1", "+31 20 123", "-2", "@SUM(A1)", "=cmd|' /C calc'!A0", "\uff1d1"])
def test_what_a_spreadsheet_would_compute_is_text(text: str) -> None:
    assert read(with_note(text))[1][3] == f"'{text}"


def test_a_name_is_no_formula_either() -> None:
    people = tuple(replace(person, name=f"={person.name}") for person in sessions.full().people)
    assert read(replace(sessions.full(), people=people))[1][7] == "'=Anna"


@pytest.mark.parametrize("text", ['Een "citaat"; met, tekens', "twee\nregels", "Vrienden & <b>leden</b> 😀", "a-b = c"])
def test_other_texts_come_out_as_they_went_in(text: str) -> None:
    assert read(with_note(text))[1][3] == text


def test_an_empty_workshop_is_only_the_head() -> None:
    assert read(sessions.empty()) == [HEAD]


def test_scores_stand_lowest_first_without_questions_that_have_none() -> None:
    session = sessions.halfway("nl")
    found = tables.scores(session, content("nl"), translator("en"))
    assert list(found.columns) == ["Question", "Score", "Why"]
    assert found["Score"].tolist() == [1, 2, 3, 4, 5]
    assert found["Question"].tolist()[0] == "Datakwaliteit"


def test_the_stones_are_counted() -> None:
    found = tables.stones(sessions.full("nl"), content("nl"), translator("en"))
    assert list(found.columns) == ["Stone", "Notes", "User stories", "Finished"]
    assert found["Notes"].tolist() == [9] * 4 + [8] * 6
    assert found["User stories"].sum() == 20
    assert found["Finished"].tolist() == [True] * 8 + [False] * 2
    assert tables.stones(sessions.empty(), content("nl"), translator("en"))["Notes"].tolist() == [0] * 10
