"""Sketches: a drawing becomes a note, or another drawing of one."""

from dataclasses import replace
from typing import Any

import msgspec
import pytest

from canvas.board import limits
from canvas.board.notes import NoteDelete, NoteRestore, SketchSave
from stepstones.workshop import Picture
from tests.storage.sample import Sample, drawing


def save(note: str, picture: str, **fields: Any) -> SketchSave:
    values: dict[str, Any] = {"stone": "teams", "text": "De balie", "width": 700, "height": 400} | fields
    return SketchSave(note=note, picture=picture, **values)


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
    monkeypatch.setattr(limits, "PICTURE_BYTES_PER_WORKSHOP", 2 * (len(one.image) + len(one.strokes)))
    for number in (1, 2):
        shop.do(shop.lead, save(f"n{number}", f"p{number}"), picture=drawing(f"p{number}", png=1000))
    assert shop.refused(shop.lead, save("n3", "p3"), picture=drawing("p3", png=60)) == "pictures_full"
    shop.do(shop.lead, save("n2", "p4"), picture=drawing("p4", png=1000))
    assert shop.refused(shop.lead, save("n2", "p5"), picture=drawing("p5", png=1001)) == "pictures_full"
    shop.do(shop.lead, NoteDelete(note="n1"))
    shop.do(shop.lead, save("n3", "p3"), picture=drawing("p3", png=1000))
    assert shop.refused(shop.lead, NoteRestore(note="n1")) == "pictures_full"
    shop.do(shop.lead, NoteDelete(note="n3"))
    shop.do(shop.lead, NoteRestore(note="n1"))
    shop.do(shop.lead, NoteRestore(note="n1"))
