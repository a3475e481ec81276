"""Hidden notes: written in private or moderated, seen by few, and revealed."""

from typing import Any

import msgspec
import pytest

from canvas.board import limits
from canvas.board.bonds import ClusterAdd, CommentAdd, LinkAdd, ReactionSet
from canvas.board.change import Change
from canvas.board.changes import StoryAdd
from canvas.board.leading import NotesReveal, StoneEdit
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
from stepstones.rules import HOUSE
from storage.book import Committed
from tests.storage.sample import Sample, drawing


def write_so(shop: Sample, writing: Any, stone: str = "teams") -> None:
    shop.do(shop.lead, StoneEdit(stone=stone, writing=writing))


def record_of(made: Committed) -> dict[str, Any]:
    record: dict[str, Any] = msgspec.json.decode(made.record or b"")
    return record


# Private and moderated


@pytest.mark.parametrize(("writing", "audience"), [("private", "author"), ("moderated", "facilitators")])
def test_a_hidden_note_is_told_to_its_author_and_if_moderated_to_who_leads(
    shop: Sample, writing: str, audience: str
) -> None:
    anna = shop.person("Anna")
    write_so(shop, writing)
    made = shop.do(anna, NoteAdd(note="n", stone="teams", text="Balie"))
    assert (made.audience, made.owner) == (audience, anna.person)
    assert record_of(made)["audience"] == shop.look("n").audience == audience
    assert shop.log()[-1][2:] == (audience, anna.person)
    for change in (
        NoteEdit(note="n", text="Loket", colour="pink", x=7, y=8),
        NotesEdit(edits=[NoteValues(note="n", x=9)]),
        NoteDelete(note="n"),
        NoteRestore(note="n"),
        NotesDelete(notes=["n"]),
        NotesRestore(notes=["n"]),
    ):
        made = shop.do(anna, change)
        assert (made.audience, made.owner) == (audience, anna.person)
    assert (shop.look("n").text, shop.look("n").x) == ("Loket", 9)


def test_who_leads_writes_in_private_too_but_lets_in_their_own(shop: Sample) -> None:
    write_so(shop, "private")
    assert shop.look(shop.note(shop.lead)).audience == "author"
    write_so(shop, "moderated")
    assert shop.look(shop.note(shop.lead)).audience == "all"


def test_the_server_writes_nothing_in_private(shop: Sample) -> None:
    write_so(shop, "private")
    assert shop.look(shop.note(HOUSE)).audience == "all"


def test_several_notes_a_sketch_and_a_picture_are_hidden_as_well(shop: Sample) -> None:
    anna = shop.person("Anna")
    write_so(shop, "private")
    size: dict[str, Any] = {"width": 10, "height": 10}
    several = NotesAdd(stone="teams", notes=[NewNote(note="a", text="x"), NewNote(note="b", text="y")])
    sketched = SketchSave(note="s", stone="teams", text="x", picture="p1", **size)
    brought = PictureAdd(note="p", stone="teams", text="x", picture="p2", **size)
    redrawn = SketchSave(note="s", stone="teams", text="y", picture="p3", **size)
    for made in (
        shop.do(anna, several),
        shop.do(anna, sketched, picture=drawing("p1", 10, 10)),
        shop.do(anna, brought, picture=drawing("p2", 10, 10, strokes="")),
        shop.do(anna, redrawn, picture=drawing("p3", 10, 10)),
    ):
        assert (made.audience, made.owner) == ("author", anna.person)
    assert {shop.look(note).audience for note in "absp"} == {"author"}


@pytest.mark.parametrize("writing", ["private", "moderated"])
def test_for_others_there_is_no_such_note(shop: Sample, writing: str) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    write_so(shop, writing)
    note, other = shop.note(anna), shop.note(shop.lead, stone="channels")
    for change in touching(note, other):
        assert shop.refused(bram, change) == "note_gone"


def test_who_leads_knows_nothing_of_what_is_private(shop: Sample) -> None:
    anna = shop.person("Anna")
    write_so(shop, "private")
    note, other = shop.note(anna), shop.note(shop.lead, stone="channels")
    for change in touching(note, other):
        assert shop.refused(shop.lead, change) == "note_gone"


def touching(note: str, other: str) -> list[Change]:
    """All that can be done with a note."""
    return [
        NoteEdit(note=note, text="Van mij"),
        NoteDelete(note=note),
        NoteRestore(note=note),
        NotesEdit(edits=[NoteValues(note=note, colour="pink")]),
        *tying(note, other),
    ]


def tying(note: str, other: str) -> list[Change]:
    """All that can hang at a note."""
    return [
        LinkAdd(link="l", start=note, end=other),
        LinkAdd(link="l", start=other, end=note),
        ReactionSet(note=note, sign="heart", on=True),
        CommentAdd(comment="c", note=note, text="x"),
        StoryAdd(story="s", stone=None, role="", want="x", note=note),
    ]


@pytest.mark.parametrize("writing", ["private", "moderated"])
def test_nothing_is_tied_to_ones_own_hidden_note_which_stays_on_its_board(shop: Sample, writing: str) -> None:
    anna = shop.person("Anna")
    pair = [shop.note(anna) for _ in range(2)]
    shop.do(anna, ClusterAdd(cluster="k1", stone="teams", title="x", notes=pair))
    write_so(shop, writing)
    note = shop.note(anna)
    for change in (
        *tying(note, pair[0]),
        ClusterAdd(cluster="k2", stone="teams", title="x", notes=[note, *pair]),
        NoteEdit(note=note, cluster="k1"),
        NoteEdit(note=note, stone="channels"),
        NotesEdit(edits=[NoteValues(note=note, stone="channels")]),
        NoteAdd(note="new", stone="teams", text="x", cluster="k1"),
        NotesAdd(stone="teams", notes=[NewNote(note="new", text="x", cluster="k1")]),
    ):
        assert shop.refused(anna, change) == "still_hidden"


def test_a_cluster_leaves_out_the_hidden_notes_of_others(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    pair = [shop.note(bram) for _ in range(2)]
    write_so(shop, "private")
    hidden = shop.note(anna)
    made = shop.do(bram, ClusterAdd(cluster="k1", stone="teams", title="x", notes=[*pair, hidden]))
    assert record_of(made)["notes"] == pair


def test_who_leads_deletes_what_waits_and_brings_it_back_but_does_not_change_it(shop: Sample) -> None:
    anna = shop.person("Anna")
    write_so(shop, "moderated")
    note = shop.note(anna)
    assert shop.refused(shop.lead, NoteEdit(note=note, text="Netter")) == "still_hidden"
    for change in (NoteDelete(note=note), NoteRestore(note=note), NotesDelete(notes=[note])):
        made = shop.do(shop.lead, change)
        assert (made.audience, made.owner) == ("facilitators", anna.person)


def test_one_change_is_of_notes_that_the_same_people_see(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    seen = shop.note(anna)
    write_so(shop, "moderated")
    waiting, other = shop.note(anna), shop.note(bram)
    assert shop.refused(anna, NotesDelete(notes=[seen, waiting])) == "mixed_audience"
    assert shop.refused(shop.lead, NotesDelete(notes=[waiting, other])) == "mixed_audience"
    edits = [NoteValues(note=seen, x=1), NoteValues(note=waiting, x=1)]
    assert shop.refused(anna, NotesEdit(edits=edits)) == "mixed_audience"
    shop.do(anna, NoteDelete(note=seen))
    shop.do(anna, NoteDelete(note=waiting))
    assert shop.refused(anna, NotesRestore(notes=[seen, waiting])) == "mixed_audience"


def test_hidden_notes_fill_a_board_like_all_others(shop: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "NOTES_PER_STONE", 1)
    anna = shop.person("Anna")
    write_so(shop, "private")
    shop.note(anna)
    assert shop.refused(shop.person("Bram"), NoteAdd(note="n", stone="teams", text="x")) == "stone_full"


# Reveal


def test_a_reveal_tells_everybody_the_notes_whole(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    write_so(shop, "private")
    first, second = shop.note(anna, text="Balie"), shop.note(bram, text="Loket", colour="pink")
    elsewhere = shop.note(anna, stone="channels")
    made = shop.do(shop.lead, NotesReveal(stone="teams"))
    record = record_of(made)
    assert (made.audience, record["by"]) == ("all", shop.lead.person)
    told = [(note["note"], note["text"], note["author"], note["audience"]) for note in record["notes"]]
    assert told == [(first, "Balie", anna.person, "all"), (second, "Loket", bram.person, "all")]
    assert not any("proof" in note for note in record["notes"])
    assert {shop.look(note).audience for note in (first, second, elsewhere)} == {"all"}
    assert shop.do(bram, CommentAdd(comment="c", note=first, text="ja")).audience == "all"


def test_a_reveal_is_of_one_group_of_one_stone_or_of_chosen_notes(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    tables = [Seats(group=f"g{i}", name=f"Tafel {i}", people=[who.person or ""]) for i, who in enumerate((anna, bram))]
    shop.do(shop.lead, GroupsSet(groups=tables))
    for stone in ("teams", "channels"):
        write_so(shop, "moderated", stone)
    mine, theirs = shop.note(anna), shop.note(bram)
    other = shop.note(anna, stone="channels")
    more = shop.note(bram)
    assert record_of(shop.do(shop.lead, NotesReveal(stone="teams", group="g0")))["notes"][0]["note"] == mine
    assert [shop.look(note).audience for note in (mine, theirs, other)] == ["all", "facilitators", "facilitators"]
    shop.do(shop.lead, NotesReveal(stone="teams", notes=[theirs, mine, "gone"]))
    assert [shop.look(note).audience for note in (theirs, more)] == ["all", "facilitators"]
    assert shop.refused(shop.lead, NotesReveal(stone="teams", group="g0")) == "nothing_hidden"


def test_a_reveal_goes_note_by_note_the_first_that_was_written_first(shop: Sample) -> None:
    anna = shop.person("Anna")
    write_so(shop, "private")
    first, second, third = (shop.note(anna, text=text) for text in ("Balie", "Loket", "Kassa"))
    for note in (first, second):
        told = record_of(shop.do(shop.lead, NotesReveal(stone="teams", count=1)))["notes"]
        assert [one["note"] for one in told] == [note]
    assert shop.look(third).audience == "author"


def test_deleted_notes_are_not_revealed(shop: Sample) -> None:
    anna = shop.person("Anna")
    write_so(shop, "private")
    note = shop.note(anna)
    shop.do(anna, NoteDelete(note=note))
    assert shop.refused(shop.lead, NotesReveal(stone="teams")) == "nothing_hidden"
    assert shop.do(anna, NoteRestore(note=note)).audience == "author"


def test_only_who_leads_reveals(shop: Sample) -> None:
    assert shop.refused(shop.person("Anna"), NotesReveal(stone="teams")) == "facilitator_only"


# Moderated


def test_what_was_let_in_stays_as_it_was_said(shop: Sample) -> None:
    anna = shop.person("Anna")
    write_so(shop, "moderated")
    note = shop.note(anna)
    shop.do(anna, NoteEdit(note=note, text="Loket"))
    shop.do(shop.lead, NotesReveal(stone="teams"))
    assert shop.refused(anna, NoteEdit(note=note, text="Iets anders")) == "moderated"
    assert shop.refused(anna, NoteEdit(note=note, behalf="Bram")) == "moderated"
    shop.do(anna, NoteEdit(note=note, colour="pink", x=4))
    shop.do(shop.lead, NoteEdit(note=note, text="Balie"))
    shop.do(anna, NoteDelete(note=note))


def test_a_drawing_that_was_let_in_stays_as_it_was_drawn(shop: Sample) -> None:
    anna = shop.person("Anna")
    write_so(shop, "moderated")
    asked = SketchSave(note="s", stone="teams", text="x", picture="p1", width=10, height=10)
    shop.do(anna, asked, picture=drawing("p1", 10, 10))
    shop.do(shop.lead, NotesReveal(stone="teams"))
    again = SketchSave(note="s", stone="teams", text="x", picture="p2", width=10, height=10)
    assert shop.refused(anna, again, picture=drawing("p2", 10, 10)) == "moderated"


def test_nothing_comes_past_who_lets_in_from_another_board(shop: Sample) -> None:
    anna = shop.person("Anna")
    write_so(shop, "moderated")
    note = shop.note(anna, stone="channels")
    assert shop.refused(anna, NoteEdit(note=note, stone="teams")) == "moderated"
    assert shop.refused(anna, NotesEdit(edits=[NoteValues(note=note, stone="teams")])) == "moderated"
    shop.do(shop.lead, NoteEdit(note=note, stone="teams"))
