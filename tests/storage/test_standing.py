"""Who asks is read from the rows for every change: role, muted, shown out; and what a stone's rules leave them."""

from typing import Any

import pytest
from sqlalchemy import update

from canvas.board.bonds import ClusterAdd, ClusterDelete, ClusterEdit, ClusterMove, CommentAdd, ReactionSet
from canvas.board.change import Change
from canvas.board.changes import CodeRenew, ScoreSet, StoryAdd, WorkshopEdit
from canvas.board.leading import ReadySet, SessionClose, SessionReopen, StoneEdit
from canvas.board.notes import (
    NewNote,
    NoteAdd,
    NoteDelete,
    NoteEdit,
    NotesAdd,
    NotesEdit,
    NoteValues,
    PictureAdd,
    SketchSave,
)
from canvas.board.people import PersonRemove, PersonRename
from stepstones.rules import Actor
from storage.tables import people
from tests.storage.sample import PROJECTOR, READER, Sample, drawing

NEW = NoteAdd(note="new", stone="teams", text="x")


def settle(shop: Sample, actor: Actor, **values: Any) -> None:
    """What the rows say of somebody, however it came there."""
    this = people.c.workshop == shop.id, people.c.id == actor.person
    shop.ledger.write(lambda connection: connection.execute(update(people).where(*this).values(**values)))


def clustered(shop: Sample, *actors: Actor) -> list[str]:
    """Notes of these people, in a cluster of the first of them."""
    ids = [shop.note(actor, x=400 * i, y=0) for i, actor in enumerate(actors)]
    shop.do(actors[0], ClusterAdd(cluster="k1", stone="teams", title="Contact", notes=ids))
    return ids


# Standing


def test_a_role_is_that_of_now_not_of_when_somebody_came_in(shop: Sample) -> None:
    anna = shop.person("Anna")
    settle(shop, anna, role="facilitator")
    shop.do(anna, ScoreSet(question="vision", score=3))
    settle(shop, anna, role="participant")
    was_leading = Actor(anna.person, "facilitator")
    assert shop.refused(was_leading, ScoreSet(question="vision", score=4)) == "facilitator_only"
    assert shop.refused(was_leading, NoteEdit(note=shop.note(shop.lead), text="y")) == "not_yours"


def test_who_was_shown_out_or_was_never_in_changes_nothing(shop: Sample) -> None:
    anna = shop.person("Anna")
    shop.do(shop.lead, PersonRemove(person=anna.person or ""))
    assert shop.refused(anna, NEW) == "removed"
    assert shop.refused(Actor("nobody", "participant"), NEW) == "not_a_member"


@pytest.mark.parametrize("change", [NEW, StoryAdd(story="s", stone=None, role="", want="x")])
def test_who_is_muted_only_looks_but_says_that_they_are_done_and_what_they_are_called(
    shop: Sample, change: Change
) -> None:
    anna = shop.person("Anna")
    settle(shop, anna, muted=True)
    assert shop.refused(anna, change) == "muted"
    shop.do(anna, ReadySet(on=True))
    shop.do(anna, PersonRename(person=anna.person or "", name="Anna B"))
    settle(shop, anna, muted=False)
    shop.do(anna, change)


def test_a_closed_workshop_is_only_read(shop: Sample) -> None:
    anna = shop.person("Anna")
    note = shop.note(anna)
    shop.do(shop.lead, SessionClose())
    for actor in (anna, shop.lead):
        for change in (NEW, NoteEdit(note=note, text="y"), CommentAdd(comment="c", note=note, text="x")):
            assert shop.refused(actor, change) == "session_closed"
    assert shop.refused(anna, PersonRename(person=anna.person or "", name="Anna B")) == "session_closed"
    assert shop.refused(anna, SessionReopen()) == "facilitator_only"
    for still in (WorkshopEdit(title="Later"), CodeRenew(), PersonRename(person=anna.person or "", name="Anna B")):
        shop.do(shop.lead, still)
    shop.do(shop.lead, SessionReopen())
    shop.do(anna, NEW)


@pytest.mark.parametrize("actor", [PROJECTOR, READER], ids=lambda actor: actor.role)
def test_who_only_looks_has_no_row_and_changes_nothing(shop: Sample, actor: Actor) -> None:
    assert shop.refused(actor, NEW) == "read_only"


# Locked


def test_at_a_locked_stone_participants_neither_write_nor_change(shop: Sample) -> None:
    anna = shop.person("Anna")
    mine, other = clustered(shop, anna, anna)
    elsewhere = shop.note(anna, stone="channels")
    shop.do(shop.lead, StoneEdit(stone="teams", locked=True))
    picture = drawing("p1", 10, 10)
    size: dict[str, Any] = {"picture": "p1", "width": 10, "height": 10}
    for change in (
        NEW,
        NotesAdd(stone="teams", notes=[NewNote(note="new", text="x")]),
        SketchSave(note="new", stone="teams", text="x", **size),
        PictureAdd(note="new", stone="teams", text="x", **size),
        NoteEdit(note=mine, x=4),
        NoteEdit(note=mine, stone="channels"),
        NoteEdit(note=elsewhere, stone="teams"),
        NotesEdit(edits=[NoteValues(note=elsewhere, stone="teams")]),
        NoteDelete(note=mine),
        ClusterAdd(cluster="k2", stone="teams", title="x", notes=[mine, other]),
        ClusterEdit(cluster="k1", title="x"),
        ClusterMove(cluster="k1", dx=1, dy=1),
        ClusterDelete(cluster="k1"),
    ):
        assert shop.refused(anna, change, picture=picture) == "stone_locked"
    shop.do(shop.lead, NoteEdit(note=mine, text="Van de begeleider"))
    shop.do(anna, ReactionSet(note=mine, sign="heart", on=True))
    shop.do(anna, NoteEdit(note=elsewhere, text="Hier wel"))
    shop.do(shop.lead, StoneEdit(stone="teams", locked=False))
    shop.do(anna, NoteEdit(note=mine, x=4))


# The notes of others


def test_where_moving_is_open_everybody_arranges_all_notes_and_no_more(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    note, other = clustered(shop, anna, anna)
    arranging = [
        NoteEdit(note=note, x=9, y=9),
        NotesEdit(edits=[NoteValues(note=note, x=1), NoteValues(note=other, cluster=None)]),
        NoteEdit(note=other, cluster="k1"),
        ClusterMove(cluster="k1", dx=1, dy=1),
        ClusterAdd(cluster="k2", stone="teams", title="x", notes=[note, other]),
    ]
    for change in arranging:
        assert shop.refused(bram, change) == "not_yours"
    shop.do(shop.lead, StoneEdit(stone="teams", moving=True))
    for change in arranging:
        shop.do(bram, change)
    for change in (
        NoteEdit(note=note, text="Van mij"),
        NoteEdit(note=note, x=1, colour="pink"),
        NoteEdit(note=note, stone="channels"),
        NoteDelete(note=note),
        ClusterEdit(cluster="k1", title="x"),
    ):
        assert shop.refused(bram, change) in ("not_yours", "cluster_gone")


def test_where_changing_is_open_everybody_writes_in_all_notes_and_deletes_none(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    note = shop.note(anna)
    change = NoteEdit(note=note, text="Loket", colour="pink", size="large")
    assert shop.refused(bram, change) == "not_yours"
    shop.do(shop.lead, StoneEdit(stone="teams", editing=True))
    shop.do(bram, change)
    assert (shop.look(note).text, shop.look(note).author) == ("Loket", anna.person)
    for other in (NoteEdit(note=note, x=1), NoteEdit(note=note, behalf="Bram"), NoteDelete(note=note)):
        assert shop.refused(bram, other) == "not_yours"


def test_what_is_hidden_stays_its_authors_whatever_is_open(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    shop.do(shop.lead, StoneEdit(stone="teams", writing="private", moving=True, editing=True))
    assert shop.refused(bram, NoteEdit(note=shop.note(anna), x=1, text="x")) == "note_gone"
