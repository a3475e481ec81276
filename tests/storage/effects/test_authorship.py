"""Notes without a name: nobody learns who wrote them, and only who holds their secret can change them."""

from typing import Any

import pytest

from canvas.board.bonds import ClusterAdd
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
from canvas.board.people import GroupsSet, Seats
from stepstones.rules import Actor
from storage.book import Committed
from storage.tables import changes, notes
from tests.storage.effects.test_reveal import record_of, write_so
from tests.storage.sample import Sample, drawing, fresh_id

SECRET = "a-secret-of-more-than-20-signs"


def unsigned(shop: Sample, actor: Actor, note: str = "n", **fields: Any) -> Committed:
    """A new note without a name."""
    return shop.do(actor, NoteAdd(note=note, stone="teams", text="Balie", **fields), proofs={note: SECRET})


def test_a_note_without_a_name_names_nobody_in_its_row_in_the_log_and_in_its_record(shop: Sample) -> None:
    anna = shop.person("Anna")
    shop.do(shop.lead, GroupsSet(groups=[Seats(group="g", name="Tafel", people=[anna.person or ""])]))
    write_so(shop, "anonymous")
    mine = {"n": SECRET}
    made = [
        unsigned(shop, anna, x=3, y=4),
        shop.do(anna, NoteEdit(note="n", text="Loket"), proofs=mine),
        shop.do(anna, NotesEdit(edits=[NoteValues(note="n", colour="pink")]), proofs=mine),
        shop.do(anna, NoteDelete(note="n"), proofs=mine),
        shop.do(anna, NoteRestore(note="n"), proofs=mine),
        shop.do(anna, NotesDelete(notes=["n"]), proofs=mine),
        shop.do(anna, NotesRestore(notes=["n"]), proofs=mine),
    ]
    for one in made:
        assert (record_of(one)["by"], one.audience, one.owner) == (None, "all", None)
        assert (anna.person or "").encode() not in (one.record or b"")
        assert SECRET.encode() not in (one.record or b"")
    note = shop.look("n")
    assert (note.author, note.group, note.anonymous, note.audience) == (None, None, True, "all")
    everything = shop.everything()
    logged = [dict(zip(changes.c.keys(), row, strict=True)) for row in everything["changes"]][-len(made) :]
    assert {(row["person"], row["owner"]) for row in logged} == {(None, None)}
    (row,) = [dict(zip(notes.c.keys(), row, strict=True)) for row in everything["notes"]]
    assert anna.person not in row.values()
    assert len(row["proof"]) == 64
    assert row["proof"] != SECRET


def test_a_note_without_a_name_is_written_for_nobody_in_particular(shop: Sample) -> None:
    anna = shop.person("Anna")
    write_so(shop, "anonymous")
    assert record_of(unsigned(shop, anna, behalf="Cato"))["behalf"] == ""
    assert shop.look("n").behalf == ""


def test_sketches_pictures_and_several_notes_go_without_a_name(shop: Sample) -> None:
    anna = shop.person("Anna")
    write_so(shop, "anonymous")
    size: dict[str, Any] = {"width": 10, "height": 10}
    secrets = dict.fromkeys("absp", SECRET)
    several = NotesAdd(stone="teams", notes=[NewNote(note="a", text="x"), NewNote(note="b", text="y")])
    sketched = SketchSave(note="s", stone="teams", text="x", picture="p1", **size)
    brought = PictureAdd(note="p", stone="teams", text="x", picture="p2", **size)
    redrawn = SketchSave(note="s", stone="teams", text="y", picture="p3", **size)
    for made in (
        shop.do(anna, several, proofs=secrets),
        shop.do(anna, sketched, picture=drawing("p1", 10, 10), proofs=secrets),
        shop.do(anna, brought, picture=drawing("p2", 10, 10, strokes=""), proofs=secrets),
        shop.do(anna, redrawn, picture=drawing("p3", 10, 10), proofs=secrets),
    ):
        assert record_of(made)["by"] is None
    assert {shop.look(note).author for note in "absp"} == {None}


@pytest.mark.parametrize("proofs", [{}, {"n": "another-secret-of-20-signs"}, {"other": SECRET}])
def test_without_its_secret_a_note_is_nobodys(shop: Sample, proofs: dict[str, str]) -> None:
    anna = shop.person("Anna")
    write_so(shop, "anonymous")
    unsigned(shop, anna)
    for change in (NoteEdit(note="n", text="x"), NoteDelete(note="n"), NotesDelete(notes=["n"])):
        assert shop.refused(anna, change, proofs=proofs) == "not_yours"
    made = shop.do(shop.lead, NoteDelete(note="n"), proofs=proofs)
    assert record_of(made)["by"] == shop.lead.person


def test_the_secret_opens_no_other_note(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    named = shop.note(anna)
    assert shop.refused(bram, NoteEdit(note=named, text="x"), proofs={named: SECRET}) == "not_yours"


def test_what_is_proved_and_what_is_not_goes_apart(shop: Sample) -> None:
    anna = shop.person("Anna")
    named = shop.note(anna)
    write_so(shop, "anonymous")
    unsigned(shop, anna)
    both = NotesDelete(notes=[named, "n"])
    assert shop.refused(anna, both, proofs={"n": SECRET}) == "mixed_audience"


def test_a_note_comes_without_a_name_only_with_a_secret_and_where_that_is_how_people_write(shop: Sample) -> None:
    anna = shop.person("Anna")
    new = NoteAdd(note="n", stone="teams", text="x")
    several = NotesAdd(stone="teams", notes=[NewNote(note="n", text="x"), NewNote(note="m", text="x")])
    for writing in ("open", "private", "moderated"):
        write_so(shop, writing)
        assert shop.refused(anna, new, proofs={"n": SECRET}) == "not_anonymous"
    write_so(shop, "anonymous")
    assert shop.refused(anna, new) == "proof_missing"
    assert shop.refused(anna, several, proofs={"n": SECRET}) == "proof_missing"


def test_a_cluster_does_not_tell_whose_notes_without_a_name_are_in_it(shop: Sample) -> None:
    anna = shop.person("Anna")
    write_so(shop, "anonymous")
    for note in "nm":
        unsigned(shop, anna, note)
    shop.do(anna, ClusterAdd(cluster="k1", stone="teams", title="x", notes=["n", "m"]))
    again = ClusterAdd(cluster="k2", stone="teams", title="x", notes=["n", "m"])
    assert shop.refused(anna, again, proofs={"n": SECRET, "m": SECRET}) == "not_yours"


def test_notes_keep_the_group_of_their_author_and_their_author_when_the_mode_changes(shop: Sample) -> None:
    anna = shop.person("Anna")
    shop.do(shop.lead, GroupsSet(groups=[Seats(group="g", name="Tafel", people=[anna.person or ""])]))
    note = shop.note(anna)
    write_so(shop, "anonymous")
    assert (shop.look(note).group, shop.look(note).author) == ("g", anna.person)
    assert record_of(shop.do(anna, NoteEdit(note=note, text="y")))["by"] == anna.person
    assert record_of(shop.do(anna, NoteAdd(note=fresh_id(), stone="channels", text="x")))["group"] == "g"
