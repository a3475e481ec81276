"""Who may make which change: asked of the ledger, since it is the one door."""

from collections.abc import Callable

import pytest
from msgspec import structs

from canvas.board.bonds import ClusterAdd, CommentAdd, LinkAdd, ReactionSet, SnapshotRestore
from canvas.board.change import Change
from canvas.board.changes import CodeRenew, ScoreSet, StoryAdd, StoryDelete, StoryEdit, StoryRestore, WorkshopEdit
from canvas.board.leading import RoomMove, StoneFinish
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
    SketchSave,
)
from canvas.board.people import PersonRemove, PersonRename
from stepstones.rules import Actor
from tests.storage.sample import PROJECTOR, READER, Sample, drawing

LEADING: list[Change] = [
    RoomMove(stone="teams"),
    StoneFinish(stone="teams", finished=True),
    ScoreSet(question="vision", score=3),
    WorkshopEdit(title="Iets anders"),
    CodeRenew(),
    PersonRemove(person="anybody"),
    SnapshotRestore(snapshot="any"),
]
TOUCHING: list[Callable[[str], Change]] = [
    lambda note: NoteEdit(note=note, text="Van mij"),
    lambda note: NoteDelete(note=note),
    lambda note: NoteRestore(note=note),
    lambda note: NotesEdit(edits=[NoteValues(note=note, colour="pink")]),
    lambda note: NotesDelete(notes=[note]),
    lambda note: SketchSave(note=note, stone="teams", text="Van mij", picture="p", width=10, height=10),
]
PICTURE = drawing("p", 10, 10)


@pytest.mark.parametrize("change", LEADING, ids=lambda change: type(change).__name__)
def test_a_participant_does_not_lead(shop: Sample, change: Change) -> None:
    assert shop.refused(shop.person("Anna"), change) == "facilitator_only"


@pytest.mark.parametrize("actor", [PROJECTOR, READER], ids=lambda actor: actor.role)
@pytest.mark.parametrize(
    "change",
    [
        *LEADING,
        NoteAdd(note="n", stone="teams", text="x"),
        NotesAdd(stone="teams", notes=[NewNote(note="n", text="x")]),
        NotesRestore(notes=["n"]),
        StoryAdd(story="s", stone=None, role="", want="x"),
        StoryRestore(story="s"),
        ClusterAdd(cluster="c", stone="teams", title="x", notes=["n", "m"]),
        LinkAdd(link="l", start="n", end="m"),
        ReactionSet(note="n", sign="heart", on=True),
        CommentAdd(comment="c", note="n", text="x"),
    ],
    ids=lambda change: type(change).__name__,
)
def test_who_only_looks_changes_nothing(shop: Sample, actor: Actor, change: Change) -> None:
    assert shop.refused(actor, change) == "read_only"


@pytest.mark.parametrize("touch", TOUCHING)
def test_the_notes_of_others_are_theirs(shop: Sample, touch: Callable[[str], Change]) -> None:
    note = shop.note(shop.person("Anna"))
    change = touch(note)
    picture = PICTURE if isinstance(change, SketchSave) else None
    assert shop.refused(shop.person("Bram"), change, picture=picture) == "not_yours"


@pytest.mark.parametrize("touch", TOUCHING)
def test_ones_own_notes_and_for_who_leads_all_notes_can_be_changed(
    shop: Sample, touch: Callable[[str], Change]
) -> None:
    anna = shop.person("Anna")
    for actor, picture in ((anna, "p1"), (shop.lead, "p2")):
        change = touch(shop.note(anna))
        drawn = drawing(picture, 10, 10) if isinstance(change, SketchSave) else None
        change = structs.replace(change, picture=picture) if isinstance(change, SketchSave) else change
        assert shop.do(actor, change, picture=drawn).record


def test_the_stories_of_others_are_theirs(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    shop.do(anna, StoryAdd(story="s1", stone=None, role="kassa", want="een seintje"))
    assert shop.refused(bram, StoryEdit(story="s1", want="iets anders")) == "not_yours"
    assert shop.refused(bram, StoryDelete(story="s1")) == "not_yours"
    shop.do(anna, StoryEdit(story="s1", want="een seintje op tijd"))
    shop.do(shop.lead, StoryDelete(story="s1"))
    assert shop.session().stories == ()


def test_everyone_chooses_their_own_name_only(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    assert shop.refused(bram, PersonRename(person=anna.person or "", name="Bram")) == "not_yours"
    shop.do(anna, PersonRename(person=anna.person or "", name="Anna de Wit"))
    shop.do(shop.lead, PersonRename(person=bram.person or "", name="Bram B"))
    assert {person.name for person in shop.session().people} == {"Begeleider", "Anna de Wit", "Bram B"}


def test_who_leads_does_not_show_themselves_out(shop: Sample) -> None:
    assert shop.refused(shop.lead, PersonRemove(person=shop.lead.person or "")) == "not_yourself"


def test_a_note_of_nobody_is_for_who_leads(shop: Sample) -> None:
    note = shop.note(Actor(None, "facilitator"))
    assert shop.refused(shop.person("Anna"), NoteEdit(note=note, text="Van mij")) == "not_yours"
