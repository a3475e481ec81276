"""Notes and sketches: places, layers, the trash, limits."""

from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, update

from canvas.board import limits
from canvas.board.notes import NoteAdd, NoteDelete, NoteEdit, NoteRestore, SketchSave
from stepstones.stones import STONES
from stepstones.workshop import Picture
from storage.tables import notes, workshops
from tests.storage.sample import Sample, drawing


def fill(shop: Sample, stone: str, count: int) -> None:
    """Lay so many notes on a board, without the ledger."""
    same = {"workshop": shop.id, "stone": stone, "text": "x", "colour": "yellow", "width": 0, "height": 0}
    rows = [{**same, "id": f"{stone}{i}", "x": -9000, "y": i, "z": 0, "created": 0} for i in range(count)]
    shop.ledger.write(lambda connection: connection.execute(insert(notes), rows))


def save(note: str, picture: str, **fields: Any) -> SketchSave:
    values: dict[str, Any] = {"stone": "teams", "text": "De balie", "width": 700, "height": 400} | fields
    return SketchSave(note=note, picture=picture, **values)


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


def test_a_workshop_holds_ten_thousand_notes(shop: Sample) -> None:
    for stone, count in zip(STONES, (3000, 3000, 3000, 1000), strict=False):
        fill(shop, stone, count)
    assert shop.refused(shop.lead, NoteAdd(note="n", stone="goals", text="x")) == "workshop_full"


def test_a_drawing_becomes_a_note_with_a_picture(shop: Sample) -> None:
    made = shop.do(shop.lead, save("n1", "p1"), picture=drawing("p1"))
    session = shop.session()
    assert (session.notes[0].picture, session.notes[0].text, session.notes[0].width) == ("p1", "De balie", 700)
    assert session.pictures == {"p1": drawing("p1")}
    assert b"png of" not in (made.record or b"")


def test_drawing_on_replaces_the_picture_and_the_old_one_is_gone(shop: Sample) -> None:
    shop.do(shop.lead, save("n1", "p1", x=3, y=4), picture=drawing("p1"))
    shop.do(shop.lead, save("n1", "p2", text="De balie, ruimer", width=800), picture=drawing("p2", 800))
    note, pictures = shop.look("n1"), shop.everything()["pictures"]
    assert (note.picture, note.text, note.width, note.x, note.y) == ("p2", "De balie, ruimer", 800, 3, 4)
    assert [row[1] for row in pictures] == ["p2"]


def test_drawing_on_leaves_the_note_where_it_lies_and_says_so(shop: Sample) -> None:
    shop.do(shop.lead, save("n1", "p1", question="teams.contact"), picture=drawing("p1"))
    made = shop.do(shop.lead, save("n1", "p2", stone="goals", question=None), picture=drawing("p2"))
    note, record = shop.look("n1"), msgspec.json.decode(made.record or b"")
    assert (note.stone, note.question) == ("teams", "teams.contact")
    names = ("stone", "question", "text", "colour", "x", "y", "z", "author", "created", "picture", "width", "height")
    assert {name: record.get(name) for name in names} == {name: getattr(note, name) for name in names}


def test_a_sketch_without_its_picture_is_refused(shop: Sample) -> None:
    assert shop.refused(shop.lead, save("n1", "p1")) == "picture_missing"


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (drawing("another"), "not_a_picture"),
        (drawing("p1", 701), "not_a_picture"),
        (replace(drawing("p1", 701), width=700), "not_a_picture"),
        (drawing("p1", 700, 0), "not_a_picture"),
        (replace(drawing("p1"), image=b""), "not_a_picture"),
        (replace(drawing("p1"), image=b"GIF89a" + bytes(60)), "not_a_picture"),
        (drawing("p1", strokes=""), "not_a_picture"),
        (drawing("p1", strokes="[]"), "not_a_picture"),
        (drawing("p1", strokes="{"), "not_a_picture"),
        (drawing("p1", strokes='{"a": NaN}'), "not_a_picture"),
        (drawing("p1", strokes='{"a": "é"}'), "not_a_picture"),
        (drawing("p1", strokes='{"a": ' + "[" * 50_000 + "]" * 50_000 + "}"), "not_a_picture"),
        (drawing("p1", png=limits.PICTURE_BYTES + 1), "sketch_too_large"),
        (drawing("p1", strokes='{"a": "' + "x" * limits.STROKES_BYTES + '"}'), "sketch_too_large"),
    ],
    ids=range(14),
)
def test_what_is_no_drawing_of_the_size_it_says_is_refused(shop: Sample, picture: Picture, reason: str) -> None:
    height = picture.height if picture.height == 0 else 400
    assert shop.refused(shop.lead, save("n1", "p1", height=height), picture=picture) == reason


def test_a_sketch_at_its_limits_is_kept(shop: Sample) -> None:
    side, strokes = limits.PICTURE_SIDE, '{"a": "' + "x" * (limits.STROKES_BYTES - 9) + '"}'
    picture = drawing("p1", side, side, png=limits.PICTURE_BYTES, strokes=strokes)
    shop.do(shop.lead, save("n1", "p1", width=side, height=side), picture=picture)
    assert shop.session().pictures == {"p1": picture}


def test_the_sketches_of_a_workshop_have_room_together(shop: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    one = drawing("p1", png=1000)
    monkeypatch.setattr(limits, "SKETCH_BYTES_PER_WORKSHOP", 2 * (len(one.image) + len(one.strokes)))
    for number in (1, 2):
        shop.do(shop.lead, save(f"n{number}", f"p{number}"), picture=drawing(f"p{number}", png=1000))
    assert shop.refused(shop.lead, save("n3", "p3"), picture=drawing("p3", png=60)) == "sketches_full"
    shop.do(shop.lead, save("n2", "p4"), picture=drawing("p4", png=1000))
    assert shop.refused(shop.lead, save("n2", "p5"), picture=drawing("p5", png=1001)) == "sketches_full"
    shop.do(shop.lead, NoteDelete(note="n1"))
    shop.do(shop.lead, save("n3", "p3"), picture=drawing("p3", png=1000))
    assert shop.refused(shop.lead, NoteRestore(note="n1")) == "sketches_full"
    shop.do(shop.lead, NoteDelete(note="n3"))
    shop.do(shop.lead, NoteRestore(note="n1"))
    shop.do(shop.lead, NoteRestore(note="n1"))


def test_no_note_lies_higher_than_an_archive_can_say(shop: Sample) -> None:
    shop.ledger.write(lambda c: c.execute(update(workshops).values(seq=limits.LAYER - 1)))
    first, second = shop.note(shop.lead), shop.note(shop.lead)
    shop.do(shop.lead, NoteEdit(note=first, x=5))
    shop.do(shop.lead, save("n1", "p1"), picture=drawing("p1"))
    assert [shop.look(note).z for note in (first, second, "n1")] == [limits.LAYER] * 3
