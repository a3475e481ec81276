"""Deleting a stone of one's own: as long as nothing came of it."""

from collections.abc import Callable

import msgspec
import pytest
from sqlalchemy import update

from canvas.board.actions import ActionAdd
from canvas.board.bonds import ClusterAdd
from canvas.board.changes import StoryAdd, StoryDelete
from canvas.board.leading import NewQuestion, RoomMove, StoneAdd, StoneDelete, StoneEdit, StoneFinish
from canvas.board.notes import NoteAdd, NoteDelete, NoteEdit
from canvas.board.people import GroupsSet, Seats
from canvas.board.programme import NewStep, ProgrammeSet, ScriptSet
from canvas.board.votes import VoteOpen
from exports import archive
from storage.history import history
from storage.tables import clusters, notes
from tests.storage.sample import Sample

OWN = "own.price"
GONE = StoneDelete(stone=OWN)
QUESTION = NewQuestion(id="own.q1", text="Wat mag het kosten?")
STEPS = [NewStep("s1", "stone", 20, "teams"), NewStep("s2", "stone", 15, OWN)]


@pytest.fixture
def walk(shop: Sample) -> Sample:
    """A workshop with a stone of its own in the programme."""
    shop.do(shop.lead, StoneAdd(stone=OWN, name="Prijs", questions=[QUESTION]))
    shop.do(shop.lead, ProgrammeSet(steps=STEPS))
    for step in ("s1", "s2"):
        shop.do(shop.lead, ScriptSet(step=step, text="Rustig aan"))
    return shop


def test_it_goes_with_its_questions_its_steps_and_what_was_noted_there(walk: Sample) -> None:
    made = msgspec.json.decode(walk.do(walk.lead, GONE).record or b"")
    session = walk.session()
    assert (made["name"], [step["step"] for step in made["steps"]], made["groups"]) == ("Prijs", ["s1"], [])
    assert [one.stone for one in session.stones] == []
    assert [step.step for step in session.workshop.programme] == ["s1"]
    assert [script.step for script in session.scripts] == ["s1"]
    assert walk.refused(walk.lead, GONE) == "unknown_stone"
    assert walk.refused(walk.lead, NoteAdd(note="n", stone=OWN, text="Te laat")) == "unknown_stone"
    walk.do(walk.lead, StoneAdd(stone=OWN, name="Prijs", questions=[QUESTION]))


def test_groups_that_work_there_go_to_where_the_room_is(walk: Sample) -> None:
    tables = [Seats(group="g1", name="Kassa", stone=OWN), Seats(group="g2", name="Zaal", stone="teams")]
    walk.do(walk.lead, GroupsSet(groups=tables))
    assert msgspec.json.decode(walk.do(walk.lead, GONE).record or b"")["groups"] == ["g1"]
    assert {group.id: group.stone for group in walk.session().groups} == {"g1": None, "g2": "teams"}


def a_note(walk: Sample) -> None:
    walk.note(walk.person("Anna"), stone=OWN)


def a_hidden_note(walk: Sample) -> None:
    hidden = walk.note(walk.person("Anna"), stone=OWN)
    walk.ledger.write(lambda c: c.execute(update(notes).where(notes.c.id == hidden).values(audience="author")))


def a_note_in_the_trash(walk: Sample) -> None:
    walk.do(walk.lead, NoteDelete(note=walk.note(walk.lead, stone=OWN)))


def a_story_in_the_trash(walk: Sample) -> None:
    walk.do(walk.lead, StoryAdd(story="s", stone=OWN, role="kassa", want="een seintje"))
    walk.do(walk.lead, StoryDelete(story="s"))


def an_action(walk: Sample) -> None:
    walk.do(walk.lead, ActionAdd(action="a", what="Prijzen vragen", stone=OWN))


def a_vote(walk: Sample) -> None:
    for _ in range(2):
        walk.note(walk.lead)
    walk.do(walk.lead, VoteOpen(vote="v", stones=["teams", OWN], dots=3, each=1, title="Eerst"))


def a_conclusion(walk: Sample) -> None:
    walk.do(walk.lead, StoneEdit(stone=OWN, conclusion="Niet duurder"))


def a_kept_board(walk: Sample) -> None:
    note = walk.note(walk.lead, stone=OWN)
    walk.do(walk.lead, StoneFinish(stone=OWN, finished=True))
    walk.do(walk.lead, NoteEdit(note=note, stone="teams"))


@pytest.mark.parametrize(
    "lay",
    [
        a_note,
        a_hidden_note,
        a_note_in_the_trash,
        a_story_in_the_trash,
        an_action,
        a_vote,
        a_conclusion,
        a_kept_board,
    ],
)
def test_it_stays_while_anything_would_lose_its_place(walk: Sample, lay: Callable[[Sample], None]) -> None:
    lay(walk)
    assert walk.refused(walk.lead, GONE) == "stone_not_empty"


def test_it_stays_while_the_room_is_there(walk: Sample) -> None:
    walk.do(walk.lead, RoomMove(stone=OWN))
    assert walk.refused(walk.lead, GONE) == "stone_in_use"
    walk.do(walk.lead, RoomMove(stone="teams"))
    walk.do(walk.lead, GONE)


def test_a_cluster_whose_notes_went_elsewhere_and_an_empty_kept_board_go_with_it(walk: Sample) -> None:
    walk.do(walk.lead, StoneFinish(stone=OWN, finished=True))
    lying = [walk.note(walk.lead, stone=OWN) for _ in range(2)]
    walk.do(walk.lead, ClusterAdd(cluster="c", stone=OWN, title="Prijzen", notes=lying))
    for note in lying:
        walk.do(walk.lead, NoteEdit(note=note, stone="teams"))
    walk.do(walk.lead, GONE)
    with walk.ledger.database.reading() as connection:
        assert connection.execute(clusters.select()).all() == []
    archive.read(archive.write(walk.session()))


@pytest.mark.parametrize("stone", ["teams", "parking", "framing", "own.unheard-of"])
def test_only_one_of_ones_own_can_go(walk: Sample, stone: str) -> None:
    assert walk.refused(walk.lead, StoneDelete(stone=stone)) == "unknown_stone"


def test_only_who_leads_deletes_a_stone_and_the_history_names_it(walk: Sample) -> None:
    assert walk.refused(walk.person("Anna"), GONE) == "facilitator_only"
    walk.do(walk.lead, GONE)
    with walk.ledger.database.reading() as connection:
        (latest, *_) = history(connection, walk.id, walk.lead)
    assert (latest.kind, latest.text) == ("stone.delete", "Prijs")
