from dataclasses import replace

import msgspec
import pytest

from canvas.board import limits
from canvas.board.notes import NoteDelete, NoteEdit, NoteRestore, PictureAdd
from stepstones.rules import Actor
from stepstones.workshop import Picture
from storage.effects.space import WITH_TRASH
from tests.storage.effects.test_notes import fill
from tests.storage.effects.test_sketches import save
from tests.storage.sample import Sample, drawing

JPEG = b"\xff\xd8\xff\xe0"


def photo(id: str = "p1", width: int = 640, height: int = 480, size: int = 60) -> Picture:
    """What says that it is a photograph."""
    return Picture(id, (JPEG + id.encode()).ljust(size, b"."), "image/jpeg", "", width, height)


def add(note: str = "n1", picture: str = "p1", **others: object) -> PictureAdd:
    told = {"stone": "teams", "text": "De balie op zaterdag", "width": 640, "height": 480}
    return msgspec.convert({"kind": "picture.add", "note": note, "picture": picture, **told, **others}, PictureAdd)


def test_a_picture_becomes_a_large_note_that_cannot_be_drawn_on(shop: Sample) -> None:
    anna = shop.person("Anna")
    made = shop.do(anna, add(question="teams.contact", x=7, y=-9), picture=photo())
    note, record = shop.look("n1"), msgspec.json.decode(made.record or b"")
    assert (note.text, note.picture, note.width, note.height) == ("De balie op zaterdag", "p1", 640, 480)
    assert (note.sketch, note.size, note.author, note.question, note.x, note.y) == (
        False, "large", anna.person, "teams.contact", 7, -9,
    )  # fmt: skip
    assert shop.session().pictures == {"p1": photo()}
    assert {name: record[name] for name in record if hasattr(note, name) and name != "id"} == {
        name: getattr(note, name) for name in record if hasattr(note, name) and name != "id"
    }
    assert record["size"] == "large"
    assert record["sketch"] is False


def test_pictures_without_a_place_get_one_each(shop: Sample) -> None:
    for number in (1, 2, 3):
        shop.do(shop.lead, add(f"n{number}", f"p{number}"), picture=photo(f"p{number}"))
    lying = sorted((note.x, note.y) for note in shop.session().notes)
    assert all(abs(a[0] - b[0]) >= 300 or abs(a[1] - b[1]) >= 195 for a in lying for b in lying if a < b)


def test_a_drawing_can_be_brought_as_a_picture_without_its_strokes(shop: Sample) -> None:
    shop.do(shop.lead, add(width=700, height=400), picture=drawing("p1", strokes=""))
    assert shop.session().pictures["p1"].type == "image/png"


def test_asked_twice_under_one_id_it_is_one_note(shop: Sample) -> None:
    first = shop.do(shop.lead, add(), picture=photo(), id="n1")
    again = shop.do(shop.lead, add(picture="p2"), picture=photo("p2"), id="n1")
    assert (first.seq, again.seq, again.record) == (again.seq, first.seq, None)
    assert list(shop.session().pictures) == ["p1"]


def test_the_id_of_another_note_is_refused(shop: Sample) -> None:
    note = shop.note(shop.lead)
    assert shop.refused(shop.lead, add(note), picture=photo()) == "note_exists"
    shop.do(shop.lead, NoteDelete(note=note))
    assert shop.refused(shop.lead, add(note), picture=photo()) == "note_exists"


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (None, "picture_missing"),
        (photo("another"), "not_a_picture"),
        (photo(width=641), "not_a_picture"),
        (replace(photo(), strokes="{}"), "not_a_picture"),
        (replace(photo(), image=b"GIF89a"), "not_a_picture"),
        (replace(photo(), type="image/png"), "not_a_picture"),
        (replace(photo(), type="text/html"), "not_a_picture"),  # type: ignore[arg-type]
        (photo(size=limits.PICTURE_BYTES + 1), "picture_too_large"),
    ],
    ids=range(8),
)
def test_what_is_no_photograph_of_the_size_it_says_is_refused(shop: Sample, picture: Picture, reason: str) -> None:
    assert shop.refused(shop.lead, add(), picture=picture) == reason
    assert not shop.session().notes


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"stone": "nowhere"}, "unknown_stone"),
        ({"question": "goals.nothing"}, "unknown_question"),
        ({"stone": "parking", "question": "teams.contact"}, "unknown_question"),
    ],
)
def test_it_lies_on_a_board_there_is(shop: Sample, asked: dict[str, str], reason: str) -> None:
    assert shop.refused(shop.lead, add(**asked), picture=photo()) == reason


@pytest.mark.parametrize("role", ["reader", "projector"])
def test_who_only_reads_brings_no_picture(shop: Sample, role: str) -> None:
    assert shop.refused(Actor(None, role), add(), picture=photo()) == "read_only"  # type: ignore[arg-type]


def test_a_full_board_takes_no_picture(shop: Sample) -> None:
    fill(shop, "teams", limits.NOTES_PER_STONE)
    assert shop.refused(shop.lead, add(), picture=photo()) == "stone_full"


def test_pictures_and_sketches_share_their_room(shop: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    sketch = drawing("p1", png=1000)
    monkeypatch.setattr(limits, "PICTURE_BYTES_PER_WORKSHOP", 1000 + len(sketch.image) + len(sketch.strokes))
    shop.do(shop.lead, save("n1", "p1"), picture=sketch)
    shop.do(shop.lead, add("n2", "p2"), picture=photo("p2", size=1000))
    assert shop.refused(shop.lead, add("n3", "p3"), picture=photo("p3")) == "pictures_full"
    shop.do(shop.lead, NoteDelete(note="n2"))
    shop.do(shop.lead, add("n3", "p3"), picture=photo("p3"))
    assert shop.refused(shop.lead, NoteRestore(note="n2")) == "pictures_full"


def test_deleted_pictures_are_not_kept_without_end(shop: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PICTURE_BYTES_PER_WORKSHOP", 1000)
    for number in range(WITH_TRASH):
        shop.do(shop.lead, add(f"n{number}", f"p{number}"), picture=photo(f"p{number}", size=1000))
        shop.do(shop.lead, NoteDelete(note=f"n{number}"))
    assert shop.refused(shop.lead, add("n", "p"), picture=photo("p")) == "trash_full"
    shop.do(shop.lead, NoteRestore(note="n0"))


def test_a_picture_can_be_written_under_and_moved_as_any_note(shop: Sample) -> None:
    shop.do(shop.lead, add(), picture=photo())
    shop.do(shop.lead, NoteEdit(note="n1", text="De balie, nu leeg", stone="goals", size="small"))
    note = shop.look("n1")
    assert (note.stone, note.text, note.size, note.picture) == ("goals", "De balie, nu leeg", "small", "p1")
