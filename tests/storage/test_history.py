"""Who changed what, and when."""

from typing import Any

import pytest
from sqlalchemy import update

from canvas.board.bonds import ClusterAdd, ClusterDelete, CommentAdd, LinkAdd, LinkDelete, ReactionSet
from canvas.board.changes import ScoreSet, StoryAdd, StoryEdit, WorkshopEdit
from canvas.board.leading import ReadySet, RoomMove, SessionBegin, SpotlightSet, StoneFinish, TimerStart
from canvas.board.notes import NewNote, NoteAdd, NoteDelete, NoteEdit, NotesAdd, NotesDelete, NotesEdit, NoteValues
from canvas.board.people import GroupsSet, PersonRename, Seats
from stepstones.rules import Actor
from storage import history
from storage.history import Deed
from storage.tables import notes
from tests.storage.effects.test_reveal import write_so
from tests.storage.sample import NOW, READER, Sample


def deeds(shop: Sample, actor: Actor | None = None, **asked: Any) -> list[Deed]:
    with shop.ledger.database.reading() as connection:
        return history.history(connection, shop.id, actor or shop.lead, **asked)


def told(shop: Sample, **asked: Any) -> list[tuple[str | None, str, str | None, str, str, int]]:
    return [(d.person, d.kind, d.stone, d.text, d.other, d.count) for d in deeds(shop, **asked)]


def test_a_deed_tells_who_when_where_and_what(shop: Sample, clock: list[int]) -> None:
    anna = shop.person("Anna")
    note = shop.note(anna, text="Balie")
    clock[0] += 7
    shop.do(anna, NoteEdit(note=note, colour="pink"))
    latest, written, joined = deeds(shop)
    assert (latest.seq, latest.at, latest.person, latest.kind) == (3, NOW + 7, "Anna", "note.edit")
    assert (latest.stone, latest.text, latest.record["colour"]) == ("teams", "Balie", "pink")
    assert (written.kind, written.at) == ("note.add", NOW)
    assert (joined.kind, joined.person, joined.text) == ("person.join", None, "Anna")


@pytest.mark.parametrize(("authors", "named"), [("nobody", ("", "")), ("groups", ("Tafel 1", "Anna"))])
def test_a_deed_names_nobody_more_than_the_board_does_but_who_leads(
    shop: Sample, authors: Any, named: tuple[str, str]
) -> None:
    anna = shop.person("Anna")
    shop.do(shop.lead, GroupsSet(groups=[Seats("g", "Tafel 1", None, [anna.person or ""])]))
    note = shop.note(anna)
    shop.do(anna, CommentAdd("c", note, "Wie?"))
    shop.do(shop.lead, WorkshopEdit(authors=authors))
    told = {deed.kind: deed.person for deed in deeds(shop)}
    assert (told["note.add"], told["comment.add"]) == named
    assert (told["groups.set"], told["person.join"]) == ("Begeleider", None)


def test_what_was_written_without_a_name_is_not_told_of_the_server(shop: Sample) -> None:
    write_so(shop, "anonymous")
    shop.do(shop.person("Anna"), NoteAdd(note="n", stone="teams", text="x"), proofs={"n": "s" * 24})
    assert deeds(shop, limit=1)[0].person == ""


def test_a_deed_tells_of_all_kinds_of_things(shop: Sample) -> None:
    lead = "Begeleider"
    one, two = shop.note(shop.lead, text="Een"), shop.note(shop.lead, text="Twee", stone="goals")
    for change, expected in (
        (NoteEdit(note=one, text="Anders"), ("teams", "Anders", "", 1)),
        (NotesAdd("teams", [NewNote("n3", "Drie"), NewNote("n4", "Vier")]), ("teams", "Drie", "", 2)),
        (NotesEdit([NoteValues("n3", x=1), NoteValues("n4", x=1)]), ("teams", "Drie", "", 2)),
        (ClusterAdd("c1", "teams", "Samen", ["n3", "n4"]), ("teams", "Samen", "", 2)),
        (ClusterDelete("c1"), ("teams", "Samen", "", 1)),
        (LinkAdd("l1", two, one), ("goals", "Twee", "Anders", 1)),
        (LinkDelete("l1"), ("goals", "Twee", "Anders", 1)),
        (ReactionSet(one, "heart", True), ("teams", "Anders", "", 1)),
        (CommentAdd("m1", two, "Wie?"), ("goals", "Wie?", "Twee", 1)),
        (NotesDelete(["n3", "n4"]), ("teams", "Drie", "", 2)),
        (StoryAdd("s1", None, "lid", "stemmen", note=one), (None, "stemmen", "", 1)),
        (StoryEdit("s1", role="gast"), (None, "stemmen", "", 1)),
        (StoneFinish("goals", True), ("goals", "", "", 1)),
        (RoomMove("framing"), ("framing", "", "", 1)),
        (ScoreSet("vision", 3), (None, "", "", 1)),
        (PersonRename(shop.lead.person or "", lead), (None, lead, "", 1)),
    ):
        shop.do(shop.lead, change)
        [latest] = deeds(shop, limit=1)
        assert (latest.stone, latest.text, latest.other, latest.count) == expected, latest.kind


def test_what_is_gone_is_told_as_far_as_it_is_known(shop: Sample) -> None:
    one, two = shop.note(shop.lead, text="Een"), shop.note(shop.lead, text="Twee")
    shop.do(shop.lead, ClusterAdd("c1", "teams", "Samen", [one, two]))
    shop.do(shop.lead, NoteDelete(one))
    shop.do(shop.lead, ClusterDelete("c1"))
    assert [(deed.kind, deed.text) for deed in deeds(shop, limit=3)] == [
        ("cluster.delete", "Samen"),
        ("note.delete", "Een"),
        ("cluster.add", "Samen"),
    ]


def test_the_history_of_a_stone_or_a_person(shop: Sample) -> None:
    anna = shop.person("Anna")
    note = shop.note(anna, text="Balie")
    far = shop.note(shop.lead, text="Ver", stone="goals")
    shop.do(shop.lead, NoteEdit(note=note, colour="pink"))
    shop.do(anna, ReactionSet(far, "heart", True))
    kinds = [(deed.kind, deed.text) for deed in deeds(shop, stone="teams")]
    assert kinds == [("note.edit", "Balie"), ("note.add", "Balie")]
    kinds = [(deed.kind, deed.text) for deed in deeds(shop, person=anna.person)]
    assert kinds == [("reaction.set", "Ver"), ("note.add", "Balie")]
    assert [deed.kind for deed in deeds(shop, stone="teams", person=anna.person)] == ["note.add"]


@pytest.mark.parametrize("at_once", [3, 2_000])
def test_the_history_is_read_a_page_at_a_time(shop: Sample, monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr(history, "_AT_ONCE", at_once)
    for number in range(7):
        shop.note(shop.lead, text=str(number), stone="goals" if number % 2 else "teams")
    assert [deed.text for deed in deeds(shop, limit=3)] == ["6", "5", "4"]
    assert [deed.text for deed in deeds(shop, limit=3, before=deeds(shop, limit=3)[-1].seq)] == ["3", "2", "1"]
    assert [deed.text for deed in deeds(shop, stone="goals", limit=2)] == ["5", "3"]
    assert [deed.text for deed in deeds(shop, stone="goals", before=4)] == ["1"]
    assert deeds(shop, before=1) == []


@pytest.mark.parametrize(("writing", "readers"), [("private", {"anna"}), ("moderated", {"anna", "lead"})])
def test_what_is_hidden_stands_in_the_history_of_who_may_see_it(shop: Sample, writing: str, readers: set[str]) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    write_so(shop, writing)
    note = shop.note(anna, text="Niemand leest dit")
    for change in (NoteEdit(note=note, text="Niemand las dit"), NoteDelete(note=note)):
        shop.do(anna, change)
    seen = {"anna": anna, "bram": bram, "lead": shop.lead, "reader": READER}
    for asked in ({}, {"stone": "teams"}, {"person": anna.person}):
        found = {name: deeds(shop, actor, **asked) for name, actor in seen.items()}
        assert {name for name, its in found.items() if "Niemand" in repr(its)} == readers
        assert {name for name, its in found.items() if any(deed.kind == "note.delete" for deed in its)} == readers


def test_a_deed_that_all_may_hear_of_tells_nothing_of_a_hidden_note(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    note = shop.note(anna, text="Eerst gezien")
    shop.do(anna, NoteEdit(note=note, colour="pink"))
    hide(shop, note)
    assert "Eerst gezien" in repr(deeds(shop, anna)[0])
    assert "Eerst gezien" not in repr(deeds(shop, bram)[0])


def test_who_wrote_without_a_name_stands_in_no_history(shop: Sample) -> None:
    anna = shop.person("Anna")
    write_so(shop, "anonymous")
    shop.do(anna, NoteAdd(note="n", stone="teams", text="Balie"), proofs={"n": "a-secret-of-more-than-20-signs"})
    latest = deeds(shop)[0]
    assert (latest.kind, latest.person, latest.text) == ("note.add", "", "Balie")
    assert "note.add" not in [deed.kind for deed in deeds(shop, person=anna.person)]


def hide(shop: Sample, note: str) -> None:
    """As no change does: a note that was seen is not hidden again."""
    shop.ledger.write(lambda c: c.execute(update(notes).where(notes.c.id == note).values(audience="author")))


def test_what_is_over_when_the_room_goes_on_is_not_told(shop: Sample) -> None:
    for change in (TimerStart(seconds=60), SpotlightSet(note=None), SessionBegin()):
        shop.do(shop.lead, change)
    shop.do(shop.person("Anna"), ReadySet(on=True))
    assert [kind for _, kind, *_ in told(shop)] == ["person.join", "session.begin"]
