import csv
import io
from dataclasses import replace
from typing import Literal

import pytest

from exports import archive, tables
from i18n import translator
from stepstones.closing import Action
from stepstones.content import content
from stepstones.stones import STONES
from stepstones.workshop import Note, Session, Story
from tests.exports import sessions

Language = Literal["nl", "en"]
HEAD = [
    "Kind", "Stone", "Question", "Cluster", "Colour", "Text", "As a", "I want", "so that", "Said by", "By",
    "Dots", "Vote", "Reactions", "Links", "Comments",
]  # fmt: skip
TEXT, BY = HEAD.index("Text"), HEAD.index("By")


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
    told = dict(zip(HEAD, row, strict=True))
    assert {name: value for name, value in told.items() if value} == {
        "Kind": "Note", "Stone": "1. Segment", "Colour": "Yellow", "Text": sessions.THOUGHTS[0], "By": "Anna",
    }  # fmt: skip
    assert read(sessions.full("nl"))[2][2] == content("nl").stones[0].questions[1].text


def test_a_story_has_its_parts_and_its_sentence() -> None:
    story = Story("s", None, "lid", "stemmen", "ik meetel", None, "", None, 1)
    rows = read(replace(sessions.empty(), stories=(story,)))
    sentence = "Als lid wil ik stemmen, zodat ik meetel"
    assert rows[1] == ["User story", *[""] * 4, sentence, "lid", "stemmen", "ik meetel", *[""] * 7]


@pytest.mark.parametrize("text", ["=1+1", "+31 20 123", "-2", "@SUM(A1)", "=cmd|' /C calc'!A0", "\uff1d1"])
def test_what_a_spreadsheet_would_compute_is_text(text: str) -> None:
    assert read(with_note(text))[1][TEXT] == f"'{text}"


def named(session: Session) -> dict[str, dict[str, str]]:
    """The rows by their text."""
    rows = [dict(zip(HEAD, row, strict=True)) for row in read(session)[1:]]
    return {row["Text"]: row for row in rows}


def test_what_is_on_the_board_comes_along() -> None:
    rows = named(archive.read(archive.EXAMPLE.read_bytes()))
    inbox = rows["Eén inbox voor alle vragen, met een naam erbij"]
    assert (inbox["Cluster"], inbox["Colour"], inbox["Reactions"]) == ("Blinde vlek", "Idee", "6")
    assert inbox["Links"].startswith("comes from (opgelost met): Klaag op maandag")
    assert inbox["Comments"].splitlines()[0].startswith("Tom, techniek: Kan met wat we al hebben")
    app = rows["Een app voor de vrijwilligers: eerst zien wat het rooster kan"]
    assert app["Stone"] == "Parking lot"
    assert app["Links"].endswith("dag en nacht (5. Kanalen)")
    said = rows["Vrienden: achter het doek kijken en de makers spreken"]
    assert (said["Said by"], said["By"]) == ("Greet, vriend sinds 2011", "Pieter, Vrienden")


def test_parked_notes_stand_after_the_stones() -> None:
    stones = [row[1] for row in read(archive.read(archive.EXAMPLE.read_bytes()))[1:]]
    assert list(dict.fromkeys(stones))[-3:] == ["10. Doelen", "Parking lot", ""]


def test_a_photograph_is_a_picture_without_a_colour() -> None:
    session = sessions.full()
    session = replace(session, notes=tuple(replace(note, sketch=False) for note in session.notes))
    row = named(session)["De kassa en de bezoeker"]
    assert (row["Kind"], row["Colour"]) == ("Picture", "")


def test_a_name_is_no_formula_either() -> None:
    people = tuple(replace(person, name=f"={person.name}") for person in sessions.full().people)
    assert read(replace(sessions.full(), people=people))[1][BY] == "'=Anna"


@pytest.mark.parametrize("text", ['Een "citaat"; met, tekens', "twee\nregels", "Vrienden & <b>leden</b> 😀", "a-b = c"])
def test_other_texts_come_out_as_they_went_in(text: str) -> None:
    assert read(with_note(text))[1][TEXT] == text


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


def test_an_action_is_a_row_with_who_does_it_how_far_it_is_and_by_when() -> None:
    action = Action("a1", "=Bellen", "Anna", "2027-01-31", "doing", "teams", None, None, 1)
    session = replace(sessions.empty("nl"), actions=(action,))
    (_, row) = tables.spreadsheet(session, content("nl"), translator("nl")).decode("utf-8-sig").splitlines()
    assert row == "Actie;6. Teams;;;;'=Bellen;;;;;Anna;;;;;Bezig, 2027-01-31"
