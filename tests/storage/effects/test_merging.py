"""Two who turn out to be one."""

from typing import Any

import pytest
from sqlalchemy import insert, select

from canvas.board.bonds import CommentAdd, LinkAdd, ReactionSet
from canvas.board.changes import StoryAdd
from canvas.board.leading import NotesReveal, StoneEdit
from canvas.board.notes import NoteDelete, NoteRestore
from canvas.board.people import PersonMerge
from storage import access, joining
from storage.access import Membership
from storage.room_tables import dots, votes
from storage.trash import trash
from tests.storage.effects.test_people import DEVICE, id_of, known, leader
from tests.storage.sample import NOW, Sample


def test_all_that_one_wrote_is_the_others_when_two_are_one(shop: Sample) -> None:
    anna, phone = shop.person("Anna"), shop.person("Anna")
    one, other = shop.note(phone), shop.note(phone)
    shop.do(phone, StoryAdd(story="s", stone="teams", role="balie", want="rust", benefit="", note=None, source=""))
    shop.do(phone, LinkAdd(link="l", start=one, end=other, word=""))
    shop.do(phone, CommentAdd(comment="c", note=one, text="Ja"))
    for who in (anna, phone):
        shop.do(who, ReactionSet(note=one, sign="heart", on=True))
    shop.do(phone, ReactionSet(note=one, sign="star", on=True))
    shop.do(shop.lead, PersonMerge(person=id_of(phone), into=id_of(anna)))
    now = shop.session()
    written: tuple[Any, ...] = (*now.notes, *now.stories, *now.links, *now.comments)
    assert {record.author for record in written} == {anna.person}
    assert [(signed.person, signed.sign) for signed in now.reactions] == [(anna.person, "heart"), (anna.person, "star")]
    assert shop.who(phone.person).removed
    assert not shop.who(anna.person).removed


def test_devices_and_tokens_of_both_are_one_person(shop: Sample) -> None:
    anna = shop.person("Anna")
    phone = joining.join(shop.ledger, shop.id, "Anna", device=DEVICE)
    token = shop.ledger.write(lambda c: access.give_token(c, phone, NOW))
    shop.do(shop.lead, PersonMerge(person=phone.person or "", into=id_of(anna)))
    assert known(shop, DEVICE) == Membership(shop.id, "participant", anna.person)
    with shop.ledger.database.reading() as connection:
        assert access.of_token(connection, token, NOW) == Membership(shop.id, "participant", anna.person)


@pytest.mark.parametrize(("closed", "counts"), [(None, {"n": 2, "m": 1}), (NOW, {"n": 4, "m": 1})])
def test_two_who_are_one_have_no_more_dots_than_one_while_a_vote_runs(
    shop: Sample, closed: int | None, counts: dict[str, int]
) -> None:
    anna, phone = shop.person("Anna"), shop.person("Anna")
    vote = {"id": "v", "title": "", "stones": "[]", "notes": None, "dots": 3, "each": 2, "hidden": True}
    shop.ledger.write(lambda c: c.execute(insert(votes).values(workshop=shop.id, **vote, closed=closed, created=NOW)))
    given = [(anna, "n", 2), (phone, "n", 2), (phone, "m", 1)]
    rows = [{"workshop": shop.id, "vote": "v", "note": n, "person": p.person, "count": k} for p, n, k in given]
    shop.ledger.write(lambda c: c.execute(insert(dots), rows))
    shop.do(shop.lead, PersonMerge(person=id_of(phone), into=id_of(anna)))
    with shop.ledger.database.reading() as connection:
        kept = connection.execute(select(dots.c.note, dots.c["count"], dots.c.person)).all()
    assert {note: count for note, count, _ in kept} == counts
    assert {person for *_, person in kept} == {anna.person}


def test_two_are_not_made_one_while_one_of_them_has_notes_that_nobody_else_may_see(shop: Sample) -> None:
    anna, phone = shop.person("Anna"), shop.person("Anna")
    shop.do(shop.lead, StoneEdit(stone="teams", writing="private"))
    note = shop.note(anna)
    for person, into in ((anna, phone), (phone, anna)):
        assert shop.refused(shop.lead, PersonMerge(person=id_of(person), into=id_of(into))) == "private_notes"
    shop.do(shop.lead, NotesReveal(stone="teams"))
    shop.do(shop.lead, PersonMerge(person=id_of(phone), into=id_of(anna)))
    assert shop.look(note).author == anna.person


def test_what_was_written_unseen_and_thrown_away_is_nobodys_once_two_are_one(shop: Sample) -> None:
    anna, phone = shop.person("Anna"), shop.person("Anna")
    shop.do(shop.lead, StoneEdit(stone="teams", writing="private"))
    notes = [shop.note(anna), shop.note(phone)]
    shop.do(anna, NoteDelete(notes[0]))
    shop.do(phone, NoteDelete(notes[1]))
    shop.do(shop.lead, PersonMerge(person=id_of(phone), into=id_of(anna)))
    with shop.ledger.database.reading() as connection:
        assert trash(connection, shop.id, anna) == []
    assert [shop.refused(anna, NoteRestore(note)) for note in notes] == ["note_gone", "note_gone"]


def test_nobody_is_one_with_themselves_with_nobody_or_with_somebody_of_another_role(shop: Sample) -> None:
    anna, lead = id_of(shop.person("Anna")), id_of(shop.lead)
    cato = leader(shop)
    for person, into, reason in (
        (anna, anna, "same_person"), (anna, "nobody", "person_gone"), (lead, anna, "not_yourself"),
        (id_of(cato), anna, "other_role"), (anna, id_of(cato), "other_role"),
    ):  # fmt: skip
        assert shop.refused(shop.lead, PersonMerge(person=person, into=into)) == reason
