"""Several notes at once: all or none, in one change that tells what became of each."""

from typing import Any

import msgspec
import pytest
from sqlalchemy import update

from canvas.board import limits
from canvas.board.bonds import ClusterAdd, ClusterDelete
from canvas.board.notes import (
    NewNote,
    NoteDelete,
    NoteEdit,
    NotesAdd,
    NotesDelete,
    NotesEdit,
    NotesRestore,
    NoteValues,
    SketchSave,
)
from stepstones.stones import STONES
from stepstones.workshop import Note
from storage.tables import workshops
from tests.storage.effects.test_notes import fill
from tests.storage.sample import Sample, drawing

NEVER = "never"
WHOLE = set(Note.__dataclass_fields__) - {"id", "stone"} | {"note"}
"""What a record tells of each new note."""


def told(shop: Sample) -> dict[str, Any]:
    """The last record of the log."""
    record: dict[str, Any] = msgspec.json.decode(shop.log()[-1][1])
    return record


def several(*texts: str, stone: str = "teams", **fields: Any) -> NotesAdd:
    return NotesAdd(stone=stone, notes=[NewNote(note=f"n-{text}", text=text, **fields) for text in texts])


def edits(*values: dict[str, Any]) -> NotesEdit:
    return NotesEdit(edits=[NoteValues(**each) for each in values])


def three(shop: Sample, **fields: Any) -> list[str]:
    """Three notes of who leads."""
    return [shop.note(shop.lead, **fields) for _ in range(3)]


def test_a_pasted_list_becomes_notes_on_successive_free_places_in_its_order(shop: Sample) -> None:
    shop.note(shop.lead)
    shop.do(shop.lead, several("balie", "avond", "codes"))
    found = shop.session().notes[1:]
    assert [(note.text, note.x, note.y) for note in found] == [("balie", 220, 0), ("avond", 440, 0), ("codes", 660, 0)]
    assert {note.author for note in found} == {shop.lead.person}


def test_the_record_tells_all_of_every_new_note(shop: Sample) -> None:
    shop.do(shop.lead, several("balie", "avond", question="teams.contact", size="small", behalf="Cato"))
    record = told(shop)
    assert [set(item) for item in record["notes"]] == [WHOLE, WHOLE]
    assert "deleted" not in record
    for item in record["notes"]:
        note = shop.look(item["note"])
        assert (record["stone"], item) == (note.stone, {k: getattr(note, "id" if k == "note" else k) for k in WHOLE})


def test_some_of_several_notes_may_be_given_their_place(shop: Sample) -> None:
    notes = [NewNote(note="a", text="x", x=0, y=0), NewNote(note="b", text="x"), NewNote(note="c", text="x", x=5, y=-7)]
    shop.do(shop.lead, NotesAdd(stone="teams", notes=notes))
    places = {id: (shop.look(id).x, shop.look(id).y) for id in "abc"}
    assert (places["a"], places["c"]) == ((0, 0), (5, -7))


@pytest.mark.parametrize(
    ("notes", "reason"),
    [
        ([NewNote(note="a", text="x"), NewNote(note="a", text="y")], "note_exists"),
        ([NewNote(note="a", text="x"), NewNote(note="there", text="y")], "note_exists"),
        ([NewNote(note="a", text="x"), NewNote(note="gone", text="y")], "note_exists"),
        ([NewNote(note="a", text="x"), NewNote(note="b", text="y", question="goals.none")], "unknown_question"),
        ([NewNote(note="a", text="x"), NewNote(note="b", text="y", cluster="none")], "cluster_gone"),
        ([NewNote(note="a", text="x"), NewNote(note="b", text="y", cluster="k1")], "cluster_gone"),
    ],
)
def test_where_one_of_several_cannot_be_none_is_added(shop: Sample, notes: list[NewNote], reason: str) -> None:
    for note in ("there", "gone", "g1", "g2"):
        shop.note(shop.lead, note=note, stone="goals" if note.startswith("g") else "teams")
    shop.do(shop.lead, NoteDelete(note="gone"))
    shop.do(shop.lead, ClusterAdd(cluster="k1", stone="goals", title="Doelen", notes=["g1", "g2"]))
    assert shop.refused(shop.lead, NotesAdd(stone="teams", notes=notes)) == reason


def test_several_notes_lie_on_a_board(shop: Sample) -> None:
    assert shop.refused(shop.lead, several("x", stone="nowhere")) == "unknown_stone"
    shop.do(shop.lead, several("x", stone="parking"))


def test_edits_of_several_notes_are_told_one_by_one_with_their_layer(shop: Sample) -> None:
    first, second, third = three(shop)
    made = shop.do(
        shop.lead,
        edits({"note": first, "colour": "pink"}, {"note": second, "x": 9, "y": 8}, {"note": third, "size": "large"}),
    )
    assert told(shop)["edits"] == [
        {"note": first, "colour": "pink"},
        {"note": second, "x": 9, "y": 8, "z": made.seq},
        {"note": third, "size": "large"},
    ]
    found = [shop.look(note) for note in (first, second, third)]
    assert [(n.colour, n.x, n.y, n.size, n.z) for n in found] == [
        ("pink", 0, 0, "medium", 1), ("yellow", 9, 8, "medium", made.seq), ("yellow", 440, 0, "large", 3),
    ]  # fmt: skip


def test_of_two_edits_of_one_note_the_later_wins_per_property(shop: Sample) -> None:
    note = shop.note(shop.lead)
    shop.do(shop.lead, edits({"note": note, "x": 1, "colour": "pink"}, {"note": note, "x": 2, "y": 3}))
    assert told(shop)["edits"] == [{"note": note, "x": 2, "colour": "pink", "y": 3, "z": 2}]
    found = shop.look(note)
    assert (found.x, found.y, found.colour) == (2, 3, "pink")


def test_several_notes_go_to_another_board_without_their_question_and_cluster(shop: Sample) -> None:
    ids = three(shop, question="teams.contact", x=1, y=2)
    shop.do(shop.lead, ClusterAdd(cluster="k1", stone="teams", title="Contact", notes=ids))
    made = shop.do(shop.lead, edits(*({"note": note, "stone": "parking"} for note in ids)))
    gone = {"stone": "parking", "question": None, "cluster": None, "z": made.seq}
    assert told(shop)["edits"] == [{"note": note, **gone} for note in ids]
    for note in map(shop.look, ids):
        assert (note.stone, note.question, note.cluster, note.x, note.y) == ("parking", None, None, 1, 2)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"stone": "nowhere"}, "unknown_stone"),
        ({"stone": "goals", "question": "teams.contact"}, "unknown_question"),
        ({"question": "goals.none"}, "unknown_question"),
        ({"cluster": "none"}, "cluster_gone"),
        ({"stone": "goals", "cluster": "k1"}, "cluster_gone"),
    ],
)
def test_where_one_of_several_edits_cannot_be_none_is_made(shop: Sample, values: dict[str, Any], reason: str) -> None:
    first, second, third = three(shop)
    shop.do(shop.lead, ClusterAdd(cluster="k1", stone="teams", title="Contact", notes=[second, third]))
    assert shop.refused(shop.lead, edits({"note": first, "x": 5}, {"note": second, **values})) == reason


def test_notes_that_are_gone_are_left_out(shop: Sample) -> None:
    first, second, third = three(shop)
    shop.do(shop.lead, NoteDelete(note=second))
    shop.do(shop.lead, edits(*({"note": note, "colour": "pink"} for note in (first, second, NEVER))))
    assert told(shop)["edits"] == [{"note": first, "colour": "pink"}]
    shop.do(shop.lead, NotesDelete(notes=[third, second, NEVER, third, first]))
    assert told(shop)["notes"] == [third, first]
    assert shop.session().notes == ()


def test_where_all_are_gone_that_is_said(shop: Sample) -> None:
    note = shop.note(shop.lead)
    shop.do(shop.lead, NoteDelete(note=note))
    for ids in ([NEVER], [note], [note, NEVER]):
        assert shop.refused(shop.lead, NotesDelete(notes=ids)) == "note_gone"
        assert shop.refused(shop.lead, edits(*({"note": id, "x": 1} for id in ids))) == "note_gone"
    assert shop.refused(shop.lead, NotesRestore(notes=[NEVER])) == "note_gone"


def test_where_one_is_anothers_nothing_is_done(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    own, theirs, gone = shop.note(bram), shop.note(anna), shop.note(anna)
    shop.do(anna, NoteDelete(note=gone))
    mixed = edits({"note": own, "x": 1}, {"note": theirs, "x": 1})
    assert shop.refused(bram, mixed) == "not_yours"
    assert shop.refused(bram, NotesDelete(notes=[own, theirs])) == "not_yours"
    assert shop.refused(bram, NotesRestore(notes=[own, gone])) == "not_yours"
    shop.do(bram, edits({"note": own, "x": 1}, {"note": gone, "x": 1}))
    shop.do(shop.lead, mixed)


def test_several_notes_come_back_as_they_were_and_are_told_whole(shop: Sample) -> None:
    ids = [shop.note(shop.lead, behalf="Cato", size="small") for _ in range(3)]
    before = shop.session().notes
    shop.do(shop.lead, NotesDelete(notes=ids[:2]))
    shop.do(shop.lead, NotesRestore(notes=[ids[1], NEVER, ids[2], ids[0], ids[1]]))
    assert shop.session().notes == before
    record = told(shop)
    assert [item["note"] for item in record["notes"]] == [ids[1], ids[0]]
    assert [set(item) for item in record["notes"]] == [WHOLE | {"stone"}] * 2


def test_what_is_back_already_is_no_fault(shop: Sample) -> None:
    ids = three(shop)
    shop.do(shop.lead, NotesDelete(notes=ids))
    shop.do(shop.lead, NotesRestore(notes=ids))
    shop.do(shop.lead, NotesRestore(notes=ids))
    assert told(shop)["notes"] == []


def test_notes_come_back_loose_where_their_cluster_was_taken_apart(shop: Sample) -> None:
    ids = three(shop)
    shop.do(shop.lead, ClusterAdd(cluster="k1", stone="teams", title="Contact", notes=ids))
    shop.do(shop.lead, NotesDelete(notes=ids))
    shop.do(shop.lead, ClusterDelete(cluster="k1"))
    shop.do(shop.lead, NotesRestore(notes=ids))
    assert {note.cluster for note in shop.session().notes} == {None}


def test_the_3001st_note_comes_through_no_door(shop: Sample) -> None:
    fill(shop, "teams", limits.NOTES_PER_STONE - 2)
    gone = [shop.note(shop.lead) for _ in range(2)]
    shop.do(shop.lead, NotesDelete(notes=gone))
    elsewhere = [shop.note(shop.lead, stone="goals") for _ in range(3)]
    three_more = edits(*({"note": note, "stone": "teams"} for note in elsewhere))
    assert shop.refused(shop.lead, several("a", "b", "c")) == "stone_full"
    assert shop.refused(shop.lead, three_more) == "stone_full"
    shop.do(shop.lead, several("a", "b"))
    assert shop.refused(shop.lead, NotesRestore(notes=gone)) == "stone_full"
    assert shop.refused(shop.lead, NoteEdit(note=elsewhere[0], stone="teams")) == "stone_full"
    shop.do(shop.lead, edits({"note": "n-a", "stone": "goals"}, {"note": elsewhere[0], "stone": "teams"}))
    shop.do(shop.lead, edits({"note": elsewhere[0], "stone": "teams", "x": 5}))


def test_the_10001st_note_comes_through_no_door(shop: Sample) -> None:
    for stone, count in zip(STONES, (3000, 3000, 3000, 997), strict=False):
        fill(shop, stone, count)
    ids = three(shop, stone="goals")
    shop.do(shop.lead, NotesDelete(notes=ids[:2]))
    assert shop.refused(shop.lead, several("a", "b", "c", stone="goals")) == "workshop_full"
    shop.do(shop.lead, several("a", stone="goals"))
    assert shop.refused(shop.lead, NotesRestore(notes=ids)) == "workshop_full"
    shop.do(shop.lead, edits({"note": ids[2], "stone": "market"}))
    shop.do(shop.lead, NotesRestore(notes=ids[:1]))


def test_sketches_that_come_back_together_need_room_together(shop: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    one = drawing("p1", png=1000)
    for number in (1, 2, 3):
        sketch = SketchSave(note=f"s{number}", stone="teams", text="x", picture=f"p{number}", width=700, height=400)
        shop.do(shop.lead, sketch, picture=drawing(f"p{number}", png=1000))
    shop.do(shop.lead, NotesDelete(notes=["s1", "s2"]))
    monkeypatch.setattr(limits, "PICTURE_BYTES_PER_WORKSHOP", 2 * (len(one.image) + len(one.strokes)))
    assert shop.refused(shop.lead, NotesRestore(notes=["s1", "s2"])) == "pictures_full"
    shop.do(shop.lead, NotesRestore(notes=["s1"]))


def test_two_hundred_notes_go_through_every_change(shop: Sample) -> None:
    ids = [f"n-{number}" for number in range(limits.NOTES_AT_ONCE)]
    shop.do(shop.lead, several(*map(str, range(limits.NOTES_AT_ONCE))))
    assert len({(note.x, note.y) for note in shop.session().notes}) == limits.NOTES_AT_ONCE
    shop.do(shop.lead, edits(*({"note": note, "x": number} for number, note in enumerate(ids))))
    assert [shop.look(note).x for note in ids] == list(range(limits.NOTES_AT_ONCE))
    shop.do(shop.lead, NotesDelete(notes=ids))
    shop.do(shop.lead, NotesRestore(notes=ids))
    assert [note.id for note in shop.session().notes] == ids


def test_no_several_notes_lie_higher_than_an_archive_can_say(shop: Sample) -> None:
    shop.ledger.write(lambda c: c.execute(update(workshops).values(seq=limits.LAYER)))
    shop.do(shop.lead, several("a", "b"))
    shop.do(shop.lead, edits({"note": "n-a", "x": 5}))
    assert {note.z for note in shop.session().notes} == {limits.LAYER}
