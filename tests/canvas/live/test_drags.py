"""Whose notes lie where follows from what the room hears."""

from typing import Any

import msgspec
import pytest

from canvas.board.bonds import ClusterAdd, ClusterMove, CommentAdd, LinkAdd, ReactionSet, SnapshotRestore
from canvas.board.change import Change
from canvas.board.leading import StoneFinish
from canvas.board.messages import Drag, Presence
from canvas.board.notes import (
    NewNote,
    NoteAdd,
    NoteDelete,
    NoteEdit,
    NoteRestore,
    NotesAdd,
    NotesDelete,
    NotesEdit,
    NotesRestore,
    NoteValues,
    PictureAdd,
    SketchSave,
)
from canvas.board.people import PersonJoin
from canvas.live.drags import Drags
from canvas.live.ground import Ground
from stepstones.log import Record
from stepstones.rules import HOUSE, Actor
from stepstones.workshop import Picture
from storage.opening import opening
from storage.reading import Bounds
from tests.storage.sample import Sample, drawing

ANNA, BRAM = Actor("anna", "participant"), Actor("bram", "participant")
PLACE = {"stone": "teams", "text": "x", "width": 700, "height": 400}


class Heard:
    """A workshop and the drags of a room that hears every change of it, from the start or from its opening."""

    def __init__(self, shop: Sample) -> None:
        self.shop, self.ground = shop, Ground()
        self.drags = Drags(self.ground)

    def do(self, actor: Actor, *changes: Change, picture: Picture | None = None) -> dict[str, Any]:
        """Make these changes; gives the record of the last."""
        for change in changes:
            made = self.shop.do(actor, change, picture=picture)
            self.ground.follow([Record(made.seq, made.record or b"", made.audience, made.owner)])
            self.agrees()
        record: dict[str, Any] = msgspec.json.decode(made.record or b"")
        return record

    def agrees(self) -> None:
        """What was heard is what a room that opens now would read."""
        fresh = Ground()
        with self.shop.ledger.database.reading() as connection:
            opened = opening(connection, self.shop.id, Bounds(0, 0))
        assert opened is not None
        fresh.begin(opened)
        for part in ("notes", "hidden", "muted", "closed"):
            assert getattr(self.ground, part) == getattr(fresh, part)
        set_somewhere = self.ground.stones.keys() | fresh.stones.keys()
        assert all(self.ground.rules_at(stone) == fresh.rules_at(stone) for stone in set_somewhere)

    def may(self, actor: Actor, *notes: str, stone: str = "teams") -> bool:
        """Would others see this person drag these notes?"""
        return self.drags.allows(actor, Presence(stone=stone, drag=Drag(list(notes), 1, 1)))

    def types(self, actor: Actor, note: str, stone: str = "teams") -> bool:
        """Would others see this person type in this note?"""
        return self.drags.shown(actor, Presence(stone=stone, typing=note)).typing == note


@pytest.fixture
def heard(shop: Sample) -> Heard:
    for actor in (ANNA, BRAM):
        shop.do(HOUSE, PersonJoin(person=actor.person or "", name="Iemand", role="participant"))
    return Heard(shop)


def test_one_note_comes_moves_goes_and_comes_back(heard: Heard) -> None:
    heard.do(ANNA, NoteAdd(note="n1", stone="teams", text="x"))
    assert heard.may(ANNA, "n1")
    assert not heard.may(BRAM, "n1")
    heard.do(ANNA, NoteEdit(note="n1", x=5), NoteEdit(note="n1", stone="parking"))
    assert not heard.may(ANNA, "n1")
    assert heard.may(ANNA, "n1", stone="parking")
    heard.do(ANNA, NoteDelete(note="n1"))
    assert not heard.may(ANNA, "n1", stone="parking")
    heard.do(ANNA, NoteRestore(note="n1"))
    assert heard.may(ANNA, "n1", stone="parking")


def test_one_types_in_a_new_note_or_in_ones_own(heard: Heard) -> None:
    assert heard.types(BRAM, "n1")
    heard.do(ANNA, NoteAdd(note="n1", stone="teams", text="x"))
    assert heard.types(ANNA, "n1")
    assert heard.types(heard.shop.lead, "n1")
    assert not heard.types(BRAM, "n1")


def test_several_notes_come_move_go_and_come_back(heard: Heard) -> None:
    ids = ["a", "b", "c"]
    heard.do(ANNA, NotesAdd(stone="teams", notes=[NewNote(note=id, text="x") for id in ids]))
    assert heard.may(ANNA, *ids)
    assert not heard.may(BRAM, *ids)
    heard.do(ANNA, NotesEdit(edits=[NoteValues(note="a", stone="goals"), NoteValues(note="b", x=1)]))
    assert heard.may(ANNA, "b", "c")
    assert not heard.may(ANNA, *ids)
    assert heard.may(ANNA, "a", stone="goals")
    heard.do(ANNA, NotesDelete(notes=["a", "c"]))
    assert not heard.may(ANNA, "a", stone="goals")
    heard.do(ANNA, NotesRestore(notes=["c", "a"]))
    assert heard.may(ANNA, "a", stone="goals")
    assert heard.may(ANNA, "b", "c")


def test_sketches_and_pictures_are_dragged_as_notes_are(heard: Heard) -> None:
    heard.do(ANNA, SketchSave(note="s1", picture="p1", **PLACE), picture=drawing("p1"))  # type: ignore[arg-type]
    heard.do(heard.shop.lead, SketchSave(note="s1", picture="p2", **PLACE), picture=drawing("p2"))  # type: ignore[arg-type]
    photograph = Picture("p3", drawing("p3").image, "image/png", "", 700, 400)
    heard.do(ANNA, PictureAdd(note="f1", picture="p3", **PLACE), picture=photograph)  # type: ignore[arg-type]
    assert heard.may(ANNA, "s1", "f1")
    assert not heard.may(BRAM, "s1")


def test_a_restored_board_brings_back_takes_away_and_moves(heard: Heard) -> None:
    heard.do(ANNA, NotesAdd(stone="teams", notes=[NewNote(note=id, text="x") for id in ("gone", "away", "stays")]))
    kept = heard.do(heard.shop.lead, StoneFinish(stone="teams", finished=True))["snapshot"]
    heard.do(ANNA, NoteDelete(note="gone"), NoteEdit(note="away", stone="goals"))
    heard.do(BRAM, NoteAdd(note="later", stone="teams", text="x"))
    heard.do(heard.shop.lead, SnapshotRestore(snapshot=kept))
    assert heard.may(ANNA, "gone", "away", "stays")
    assert not heard.may(ANNA, "away", stone="goals")
    assert not heard.may(BRAM, "later")


def test_what_ties_notes_together_moves_none_to_another_board(heard: Heard) -> None:
    heard.do(heard.shop.lead, NotesAdd(stone="teams", notes=[NewNote(note=id, text="x") for id in ("a", "b")]))
    heard.do(
        heard.shop.lead,
        ClusterAdd(cluster="k1", stone="teams", title="Samen", notes=["a", "b"]),
        ClusterMove(cluster="k1", dx=5, dy=5),
        LinkAdd(link="l1", start="a", end="b"),
        ReactionSet(note="a", sign="heart", on=True),
        CommentAdd(comment="o1", note="a", text='"kind":"note.delete","note":"a"'),
    )
    assert heard.may(heard.shop.lead, "a", "b")
    assert not heard.may(ANNA, "a")


def test_what_somebody_writes_is_not_taken_for_what_happened(heard: Heard) -> None:
    trick = '","kind":"notes.delete","notes":["n1"],"x":"'
    heard.do(ANNA, NoteAdd(note="n1", stone="teams", text=trick), NoteEdit(note="n1", text=trick + trick))
    assert heard.may(ANNA, "n1")
