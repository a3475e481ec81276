"""What was deleted, and by whom."""

from typing import Any

import pytest

from canvas.board.bonds import SnapshotRestore
from canvas.board.changes import StoryAdd, StoryDelete, StoryRestore, WorkshopEdit
from canvas.board.leading import StoneFinish
from canvas.board.notes import NoteAdd, NoteDelete, NoteRestore, NotesDelete
from canvas.board.people import GroupsSet, Seats
from stepstones.rules import Actor
from storage.snapshots import all_snapshots
from storage.trash import trash
from tests.storage.effects.test_reveal import write_so
from tests.storage.sample import NOW, READER, Sample


def lying(shop: Sample, actor: Actor | None = None) -> list[tuple[str, str | None, int, str | None]]:
    """The ids of what is in the trash, who wrote it, after how long it was deleted, and by whom."""
    with shop.ledger.database.reading() as connection:
        found = trash(connection, shop.id, actor or shop.lead)
        return [(one.thing.id, one.author, one.at - NOW, one.by) for one in found]


def test_an_empty_trash_is_empty(shop: Sample) -> None:
    shop.note(shop.lead)
    assert lying(shop) == []


def test_the_trash_tells_who_wrote_and_who_deleted_the_latest_first(shop: Sample, clock: list[int]) -> None:
    anna = shop.person("Anna")
    note, other, third = (shop.note(anna, text='{"kind":"note.delete"}') for _ in range(3))
    shop.do(anna, StoryAdd(story="s1", stone=None, role="", want="een seintje"))
    clock[0] += 1
    shop.do(anna, NoteDelete(note=note))
    clock[0] += 1
    shop.do(shop.lead, NotesDelete(notes=[other, third]))
    clock[0] += 1
    shop.do(shop.lead, StoryDelete(story="s1"))
    assert lying(shop) == [
        ("s1", "Anna", 3, "Begeleider"),
        (other, "Anna", 2, "Begeleider"),
        (third, "Anna", 2, "Begeleider"),
        (note, "Anna", 1, "Anna"),
    ]


@pytest.mark.parametrize(("authors", "names"), [("nobody", ("", "")), ("groups", ("Tafel 1", "Tafel 1"))])
def test_the_trash_names_nobody_more_than_the_board_does(shop: Sample, authors: Any, names: tuple[str, str]) -> None:
    anna = shop.person("Anna")
    shop.do(shop.lead, GroupsSet(groups=[Seats("g", "Tafel 1", None, [anna.person or ""])]))
    shop.do(shop.lead, WorkshopEdit(authors=authors))
    note = shop.note(anna)
    shop.do(anna, NoteDelete(note=note))
    assert lying(shop) == [(note, names[0], 0, names[1])]


def test_what_came_back_is_not_there_and_the_last_who_deleted_counts(shop: Sample, clock: list[int]) -> None:
    anna = shop.person("Anna")
    note = shop.note(anna)
    shop.do(shop.lead, NoteDelete(note=note))
    shop.do(shop.lead, NoteRestore(note=note))
    shop.do(anna, StoryAdd(story="s1", stone=None, role="", want="x"))
    shop.do(anna, StoryDelete(story="s1"))
    shop.do(anna, StoryRestore(story="s1"))
    assert lying(shop) == []
    clock[0] += 5
    shop.do(anna, NoteDelete(note=note))
    assert lying(shop) == [(note, "Anna", 5, "Anna")]


def test_what_a_restored_board_discards_is_in_the_trash(shop: Sample) -> None:
    shop.do(shop.lead, StoneFinish(stone="teams", finished=True))
    note = shop.note(shop.person("Anna"))
    with shop.ledger.database.reading() as connection:
        [kept] = all_snapshots(connection, shop.id)
    shop.do(shop.lead, SnapshotRestore(snapshot=kept.id))
    assert lying(shop) == [(note, "Anna", 0, "Begeleider")]


def test_a_hidden_note_lies_in_the_trash_of_who_may_see_it(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    for writing, readers in (("private", [anna]), ("moderated", [anna, shop.lead])):
        write_so(shop, writing)
        note = shop.note(anna)
        shop.do(anna, NoteDelete(note=note))
        seen = [actor for actor in (anna, bram, shop.lead, READER) if note in {one[0] for one in lying(shop, actor)}]
        assert seen == readers


def test_who_threw_away_what_they_wrote_without_a_name_is_not_told(shop: Sample) -> None:
    anna, proofs = shop.person("Anna"), {"n": "a-secret-of-more-than-20-signs"}
    write_so(shop, "anonymous")
    shop.do(anna, NoteAdd(note="n", stone="teams", text="Balie"), proofs=proofs)
    shop.do(anna, NoteDelete(note="n"), proofs=proofs)
    assert lying(shop) == [("n", "", 0, "")]
