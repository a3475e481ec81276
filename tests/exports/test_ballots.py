"""What the votes came to, in the report, the spreadsheet file and the drawings."""

from dataclasses import replace

from exports.ballots import Ballots
from exports.blocks import Bullets, Heading, Text
from exports.board_drawing import board_drawing
from exports.drawing import Group, Words
from exports.tables import spreadsheet
from i18n import translator
from stepstones.content import content
from stepstones.seen import EVERYBODY, seen_by
from stepstones.voting import ROOM, Dots, Vote
from stepstones.workshop import Session
from tests.exports import sessions
from tests.exports.test_report import headings, part, told
from tests.exports.test_thoughts import lines

FIRST = Vote("v1", "Wat eerst?", ("channels",), None, 3, 2, True, 20, 10, voters=4)
SECOND = Vote("v2", "Tweede ronde", ("channels",), ("a", "b"), 1, 1, True, 40, 30, voters=3)
RUNNING = Vote("v3", "Loopt nog", ("channels",), None, 3, 2, False, None, 50)


POLL = Vote("p1", "Gaan we door?", (), None, 1, 1, True, 60, 55, voters=3, answers=("Ja", "Nee", "Weet ik niet"))
ASKED = replace(POLL, id="p2", title="Loopt nog", closed=None)


def polled() -> Session:
    """A poll that is over, and one that runs."""
    dots = Dots("p1", "1", "p1", 1), Dots("p1", "3", "p2", 1), Dots("p1", "3", ROOM, 4), Dots("p2", "2", "p1", 1)
    return replace(sessions.full(), votes=(ASKED, POLL), dots=dots)


def voted() -> Session:
    """Three notes of a stone of which two came to a second round, while a third round runs."""
    session = sessions.full()
    some = [note for note in session.notes if note.stone == "channels" and note.picture is None][:3]
    notes = tuple(replace(note, id=id, text=f"Idee {id}", cluster=None) for note, id in zip(some, "abc", strict=True))
    dots = (
        Dots("v1", "a", "p1", 2), Dots("v1", "b", "p2", 2), Dots("v1", "b", ROOM, 3), Dots("v1", "c", "p1", 1),
        Dots("v2", "a", "p1", 1), Dots("v2", "a", "p2", 1), Dots("v2", "b", "p3", 1),
        Dots("v3", "c", "p1", 3),
    )  # fmt: skip
    return replace(session, notes=notes, reactions=(), votes=(SECOND, FIRST, RUNNING), dots=dots)


def test_each_round_stands_at_its_stone_with_its_voters_and_its_best_notes() -> None:
    blocks = part(told(voted()), "Stone 5").blocks
    place = blocks.index(Heading("Votes"))
    assert blocks[place + 1 : place + 7] == (
        Heading("Wat eerst?", 3),
        Text("4 people voted, 8 dots", "aside"),
        Bullets(("5 dots\tIdee b", "2 dots\tIdee a", "1 dot\tIdee c")),
        Heading("Tweede ronde", 3),
        Text("3 people voted, 3 dots", "aside"),
        Bullets(("2 dots\tIdee a", "1 dot\tIdee b")),
    )


def test_a_note_says_the_dots_of_its_last_round() -> None:
    found = lines(part(told(voted()), "Stone 5"))
    assert {text: line.beside for text, line in found.items()} == {
        "Idee a": "2 dots", "Idee b": "1 dot", "Idee c": "1 dot",
    }  # fmt: skip


def test_the_summary_names_what_people_voted_for_and_where() -> None:
    summary = part(told(voted()), "Summary")
    place = summary.blocks.index(Heading("What people voted for"))
    stone = content("nl").stone("channels").name
    assert summary.blocks[place + 1] == Bullets(
        (f"2 dots\tIdee a ({stone})", f"1 dot\tIdee b ({stone})", f"1 dot\tIdee c ({stone})")
    )
    assert "What people voted for" not in headings(part(told(sessions.full()), "Summary"))


def test_who_put_which_dot_changes_nothing_that_is_told() -> None:
    assert told(seen_by(voted(), EVERYBODY)) == told(voted())
    assert not {dots.person for dots in seen_by(voted(), EVERYBODY).dots} - {ROOM}


def test_the_spreadsheet_has_the_dots_and_the_vote() -> None:
    rows = spreadsheet(voted(), content("nl"), translator("en")).decode("utf-8-sig").splitlines()
    assert [";2;Tweede ronde;" in row for row in rows if "Idee a" in row] == [True]
    assert [";1;Wat eerst?;" in row for row in rows if "Idee c" in row] == [True]


def test_a_drawing_shows_the_dots_at_a_note() -> None:
    drawing = board_drawing(voted(), "channels", content("nl"), translator("en"))
    notes = {part.note: part for part in drawing.shapes if isinstance(part, Group) and part.note}
    said = {id: [it.text for it in note.shapes if isinstance(it, Words)] for id, note in notes.items()}
    assert ("2" in said["a"], "1" in said["c"]) == (True, True)


def test_a_poll_stands_in_the_summary_with_all_its_answers_as_they_were_asked() -> None:
    blocks = part(told(polled()), "Summary").blocks
    place = blocks.index(Heading("What people answered"))
    assert blocks[place + 1 : place + 4] == (
        Heading("Gaan we door?", 3),
        Text("3 people voted", "aside"),
        Bullets(("1\tJa", "0\tNee", "5\tWeet ik niet")),
    )
    assert "Loopt nog" not in headings(part(told(polled()), "Summary"))
    assert "What people voted for" not in headings(part(told(polled()), "Summary"))
    assert told(seen_by(polled(), EVERYBODY)) == told(polled())


def test_the_spreadsheet_has_the_answers_of_a_poll_that_is_over() -> None:
    rows = spreadsheet(polled(), content("nl"), translator("en")).decode("utf-8-sig").splitlines()
    assert [row for row in rows if row.startswith("Answer;")] == [
        f"Answer;;;;;{text};;;;;;{count};Gaan we door?;;;"
        for text, count in (("Ja", 1), ("Nee", 0), ("Weet ik niet", 5))
    ]


def test_an_answer_is_no_note_of_the_same_name() -> None:
    session = polled()
    note = replace(session.notes[0], id="1")
    assert Ballots(replace(session, notes=(note,))).last("1") is None


def test_a_round_that_runs_and_a_hidden_one_leave_nothing() -> None:
    session = replace(voted(), votes=(RUNNING, replace(FIRST, closed=None)))
    assert Ballots(session).rounds == ()
    assert "Votes" not in headings(part(told(session), "Stone 5"))
