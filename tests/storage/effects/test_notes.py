"""One note: places, layers, boards, the trash, limits."""

from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, update

from canvas.board import limits
from canvas.board.bonds import ClusterAdd
from canvas.board.leading import StoneEdit
from canvas.board.notes import NoteAdd, NoteDelete, NoteEdit, NoteRestore, NotesDelete, NotesRestore
from canvas.board.people import PersonLead
from stepstones.stones import STONES
from storage.tables import notes, workshops
from tests.storage.effects.test_sketches import save
from tests.storage.sample import Sample, drawing


def fill(shop: Sample, stone: str, count: int, **more: Any) -> None:
    """Lay so many notes on a board, without the ledger; texts among the other values may hold the number of each."""
    same = {"workshop": shop.id, "stone": stone, "text": "x", "colour": "yellow", "width": 0, "height": 0}
    rows = [
        {**same, "id": f"{stone}{i}", "x": -9000, "y": i, "z": 0, "created": 0}
        | {name: value.format(i) if isinstance(value, str) else value for name, value in more.items()}
        for i in range(count)
    ]
    shop.ledger.write(lambda connection: connection.execute(insert(notes), rows))


def test_notes_without_a_place_get_the_next_free_one(shop: Sample) -> None:
    first, second = shop.look(shop.note(shop.lead)), shop.look(shop.note(shop.lead))
    assert [(first.x, first.y), (second.x, second.y)] == [(0, 0), (220, 0)]


def test_a_place_that_a_note_covers_is_passed_by(shop: Sample) -> None:
    shop.note(shop.lead, x=200, y=-20)
    placed = [shop.look(shop.note(shop.lead)) for _ in range(2)]
    assert [(note.x, note.y) for note in placed] == [(0, 0), (440, 0)]


def test_every_board_fills_by_itself(shop: Sample) -> None:
    shop.note(shop.lead)
    other = shop.look(shop.note(shop.lead, stone="goals"))
    assert (other.x, other.y) == (0, 0)


def test_the_note_that_moved_last_lies_on_top(shop: Sample) -> None:
    low, high = shop.note(shop.lead), shop.note(shop.lead)
    assert shop.look(low).z < shop.look(high).z
    made = shop.do(shop.lead, NoteEdit(note=low, x=5))
    assert shop.look(low).z > shop.look(high).z
    assert msgspec.json.decode(made.record or b"")["z"] == shop.look(low).z


def test_a_note_that_only_changed_its_text_keeps_its_layer(shop: Sample) -> None:
    low, high = shop.note(shop.lead), shop.note(shop.lead)
    shop.do(shop.lead, NoteEdit(note=low, text="anders"))
    assert shop.look(low).z < shop.look(high).z


@given(edits=st.lists(st.tuples(st.sampled_from(["text", "colour", "x", "y"]), st.integers(0, 7)), max_size=12))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_order_of_edits_each_property_has_its_last_value(
    shop: Sample, edits: list[tuple[str, int]]
) -> None:
    note = shop.note(shop.lead, text="0", x=0, y=0)
    expected: dict[str, Any] = {"text": "0", "colour": "yellow", "x": 0, "y": 0}
    for name, number in edits:
        value: Any = {"text": f"t{number}", "colour": limits.COLOURS[number]}.get(name, number)
        shop.do(shop.lead, NoteEdit(note=note, **{name: value}))
        expected[name] = value
    found = shop.look(note)
    assert {name: getattr(found, name) for name in expected} == expected


def test_a_note_keeps_who_said_it_how_large_it_is_and_where_it_belongs(shop: Sample) -> None:
    pair = [shop.note(shop.lead) for _ in range(2)]
    shop.do(shop.lead, ClusterAdd(cluster="k1", stone="teams", title="Contact", notes=pair))
    anna = shop.person("Anna")
    made = shop.do(anna, NoteAdd(note="n", stone="teams", text="x", size="large", cluster="k1", behalf="Cato"))
    found, record = shop.look("n"), msgspec.json.decode(made.record or b"")
    names = ("size", "cluster", "behalf", "author", "sketch", "picture")
    assert [getattr(found, name) for name in names] == ["large", "k1", "Cato", anna.person, False, None]
    assert [record[name] for name in names] == ["large", "k1", "Cato", anna.person, False, None]
    shop.do(anna, NoteEdit(note="n", size="small", cluster=None, behalf=""))
    assert [getattr(shop.look("n"), name) for name in names[:4]] == ["small", None, "", anna.person]


def test_a_note_goes_to_another_board_without_its_question_and_cluster_and_lies_on_top(shop: Sample) -> None:
    pair = [shop.note(shop.lead, question="teams.contact", x=7, y=8) for _ in range(2)]
    shop.do(shop.lead, ClusterAdd(cluster="k1", stone="teams", title="Contact", notes=pair))
    made = shop.do(shop.lead, NoteEdit(note=pair[0], stone="channels"))
    found, record = shop.look(pair[0]), msgspec.json.decode(made.record or b"")
    assert (found.stone, found.question, found.cluster, found.x, found.y) == ("channels", None, None, 7, 8)
    assert (record["question"], record["cluster"], record["z"], found.z) == (None, None, made.seq, made.seq)
    shop.do(shop.lead, NoteEdit(note=pair[0], stone="parking", x=1))
    assert (shop.look(pair[0]).stone, shop.look(pair[0]).x) == ("parking", 1)


def test_a_note_that_goes_to_another_board_can_be_given_its_question_there(shop: Sample) -> None:
    note = shop.note(shop.lead, question="teams.contact")
    assert shop.refused(shop.lead, NoteEdit(note=note, stone="parking", question="teams.contact")) == "unknown_question"
    shop.do(shop.lead, NoteEdit(note=note, stone="channels", question="channels.ways"))
    assert (shop.look(note).stone, shop.look(note).question) == ("channels", "channels.ways")
    assert shop.refused(shop.lead, NoteEdit(note=note, stone="nowhere")) == "unknown_stone"


def test_who_says_again_where_a_note_lies_resets_nothing(shop: Sample) -> None:
    note = shop.note(shop.lead, question="teams.contact")
    made = shop.do(shop.lead, NoteEdit(note=note, stone="teams"))
    assert shop.look(note).question == "teams.contact"
    assert set(msgspec.json.decode(made.record or b"")) == {"seq", "id", "by", "at", "kind", "note", "stone"}


def test_a_deleted_note_cannot_be_changed_but_comes_back_as_it_was(shop: Sample) -> None:
    note = shop.note(shop.lead)
    before = shop.look(note)
    shop.do(shop.lead, NoteDelete(note=note))
    assert shop.session().notes == ()
    assert shop.refused(shop.lead, NoteEdit(note=note, text="te laat")) == "note_gone"
    assert shop.refused(shop.lead, NoteDelete(note=note)) == "note_gone"
    assert shop.refused(shop.lead, save(note, "p"), picture=drawing("p")) == "note_gone"
    made = shop.do(shop.lead, NoteRestore(note=note))
    assert shop.look(note) == before
    record = msgspec.json.decode(made.record or b"")
    assert {name: record[name] for name in ("text", "x", "y", "z", "author", "stone", "created")} == {
        name: getattr(before, name) for name in ("text", "x", "y", "z", "author", "stone", "created")
    }


def test_a_note_that_never_was_does_not_come_back(shop: Sample) -> None:
    assert shop.refused(shop.lead, NoteRestore(note="never")) == "note_gone"


def test_the_id_of_a_note_is_used_once_also_after_it_is_deleted(shop: Sample) -> None:
    note = shop.note(shop.lead)
    again = NoteAdd(note=note, stone="goals", text="x")
    assert shop.refused(shop.lead, again) == "note_exists"
    shop.do(shop.lead, NoteDelete(note=note))
    assert shop.refused(shop.lead, again) == "note_exists"


@pytest.mark.parametrize(
    ("stone", "question", "reason"),
    [
        ("framing", None, "unknown_stone"),
        ("nowhere", None, "unknown_stone"),
        ("teams", "nothing", "unknown_question"),
        ("teams", "channels.ways", "unknown_question"),
    ],
)
def test_a_note_lies_on_one_of_the_ten_stones_under_one_of_its_questions(
    shop: Sample, stone: str, question: str | None, reason: str
) -> None:
    assert shop.refused(shop.lead, NoteAdd(note="n", stone=stone, text="x", question=question)) == reason


def test_a_note_moves_to_a_question_of_its_own_stone_only(shop: Sample) -> None:
    note = shop.note(shop.lead, stone="channels")
    assert shop.refused(shop.lead, NoteEdit(note=note, question="teams.nothing")) == "unknown_question"
    shop.do(shop.lead, NoteEdit(note=note, question="channels.ways"))
    assert shop.look(note).question == "channels.ways"
    shop.do(shop.lead, NoteEdit(note=note, question=None))
    assert shop.look(note).question is None


def test_a_board_holds_three_thousand_notes(shop: Sample) -> None:
    fill(shop, "teams", limits.NOTES_PER_STONE - 1)
    note = shop.note(shop.lead)
    full = NoteAdd(note="one-more", stone="teams", text="x")
    assert shop.refused(shop.lead, full) == "stone_full"
    assert shop.note(shop.lead, stone="goals")
    shop.do(shop.lead, NoteDelete(note=note))
    shop.do(shop.lead, full)
    assert shop.refused(shop.lead, NoteRestore(note=note)) == "stone_full"
    assert shop.refused(shop.lead, save("sketch", "p"), picture=drawing("p")) == "stone_full"
    elsewhere = shop.note(shop.lead, stone="goals")
    assert shop.refused(shop.lead, NoteEdit(note=elsewhere, stone="teams")) == "stone_full"
    shop.do(shop.lead, NoteEdit(note="one-more", stone="teams", x=1))


def test_a_workshop_holds_ten_thousand_notes(shop: Sample) -> None:
    for stone, count in zip(STONES, (3000, 3000, 3000, 1000), strict=False):
        fill(shop, stone, count)
    assert shop.refused(shop.lead, NoteAdd(note="n", stone="goals", text="x")) == "workshop_full"
    shop.do(shop.lead, NoteEdit(note=f"{STONES[0]}0", stone="goals"))


def test_a_note_that_somebody_else_brought_back_is_told_whole_also_where_the_board_is_full(shop: Sample) -> None:
    fill(shop, "teams", limits.NOTES_PER_STONE - 1)
    note = shop.note(shop.lead)
    made = shop.do(shop.lead, NoteRestore(note=note))
    assert msgspec.json.decode(made.record or b"")["text"] == shop.look(note).text


def test_no_note_lies_higher_than_an_archive_can_say(shop: Sample) -> None:
    shop.ledger.write(lambda c: c.execute(update(workshops).values(seq=limits.LAYER - 1)))
    first, second = shop.note(shop.lead), shop.note(shop.lead)
    shop.do(shop.lead, NoteEdit(note=first, x=5))
    shop.do(shop.lead, save("n1", "p1"), picture=drawing("p1"))
    assert [shop.look(note).z for note in (first, second, "n1")] == [limits.LAYER] * 3


@pytest.mark.parametrize("several", [False, True])
def test_what_who_leads_deleted_for_another_only_who_leads_brings_back(shop: Sample, several: bool) -> None:
    anna = shop.person("Anna")
    note = shop.note(anna)
    gone, back = (NotesDelete([note]), NotesRestore([note])) if several else (NoteDelete(note), NoteRestore(note))
    shop.do(shop.lead, gone)
    for restoring in (NoteRestore(note), NotesRestore([note])):
        assert shop.refused(anna, restoring) == "facilitator_only"
    shop.do(shop.lead, back)
    assert shop.look(note).author == anna.person


@pytest.mark.parametrize("several", [False, True])
def test_what_somebody_deleted_themselves_comes_back_by_them_also_after_who_leads_had_brought_it_back(
    shop: Sample, several: bool
) -> None:
    anna = shop.person("Anna")
    note = shop.note(anna)
    gone, back = (NotesDelete([note]), NotesRestore([note])) if several else (NoteDelete(note), NoteRestore(note))
    shop.do(shop.lead, gone)
    shop.do(shop.lead, back)
    shop.do(anna, gone)
    shop.do(anna, back)
    assert shop.look(note).author == anna.person


def test_who_led_and_deleted_their_own_brings_it_back_as_a_participant(shop: Sample) -> None:
    anna = shop.person("Anna")
    note = shop.note(anna)
    shop.do(shop.lead, PersonLead(person=anna.person or "", leads=True))
    shop.do(anna, NoteDelete(note))
    shop.do(shop.lead, PersonLead(person=anna.person or "", leads=False))
    shop.do(anna, NoteRestore(note))
    assert shop.look(note).author == anna.person


def test_a_note_that_waited_to_be_let_in_and_was_deleted_stays_deleted_for_its_author(shop: Sample) -> None:
    anna = shop.person("Anna")
    shop.do(shop.lead, StoneEdit(stone="teams", writing="moderated"))
    note = shop.note(anna)
    shop.do(shop.lead, NoteDelete(note))
    assert shop.refused(anna, NoteRestore(note)) == "facilitator_only"
    shop.do(shop.lead, NoteRestore(note))
    assert shop.look(note).audience == "facilitators"
