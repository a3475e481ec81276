"""Polls: votes over answers."""

from typing import Any

import pytest

from canvas.board.errors import BadMessage
from canvas.board.leading import StoneEdit
from canvas.board.messages import strict
from canvas.board.notes import NoteDelete
from canvas.board.people import PersonMute
from canvas.board.votes import VoteClose, VoteOpen
from stepstones.rules import HOUSE
from stepstones.voting import ROOM, Dots
from storage.effects import votes
from storage.entry import Entry
from storage.history import history
from tests.storage.effects.test_votes import put, refused, told
from tests.storage.sample import NOW, PROJECTOR, READER, Sample, fresh_id

ANSWERS = ["Ja", "Nee", "Weet ik niet"]
ASKED: dict[str, Any] = {
    "vote": "v", "stones": [], "answers": ANSWERS, "dots": 1, "each": 1, "title": "Gaan we door?",
}  # fmt: skip


def asked(shop: Sample, **fields: Any) -> str:
    """The id of a poll that runs, in which each gives one answer."""
    poll = fresh_id()
    shop.do(shop.lead, VoteOpen(**ASKED | {"vote": poll} | fields))
    return poll


def test_a_poll_is_asked_answered_and_closed_with_what_came_of_it(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    poll = asked(shop)
    assert (shop.session().votes[0].answers, shop.session().votes[0].stones) == (tuple(ANSWERS), ())
    put(shop, anna, poll, "1")
    put(shop, bram, poll, "3")
    put(shop, shop.lead, poll, "3", 5, room=True)
    shop.do(shop.lead, VoteClose(vote=poll))
    assert (told(shop)["tally"], told(shop)["voters"]) == ({"3": 6, "1": 1}, 2)
    assert refused(shop, anna, poll, "2") == "vote_closed"


def test_who_gives_another_answer_gives_up_the_one_before_in_one_change(shop: Sample) -> None:
    anna = shop.person("Anna")
    poll = asked(shop)
    put(shop, anna, poll, "1")
    put(shop, anna, poll, "2")
    assert (told(shop)["note"], told(shop)["gone"]) == ("2", ["1"])
    assert shop.session().dots == (Dots(poll, "2", anna.person or "", 1),)
    put(shop, anna, poll, "2")
    assert "gone" not in told(shop)
    put(shop, anna, poll, "2", 0)
    assert shop.session().dots == ()


def test_answers_of_the_room_stay_beside_one_another(shop: Sample) -> None:
    poll = asked(shop)
    put(shop, shop.lead, poll, "1", 4, room=True)
    put(shop, shop.lead, poll, "2", 2, room=True)
    put(shop, shop.lead, poll, "3")
    put(shop, shop.lead, poll, "1")
    assert {(it.person, it.note): it.count for it in shop.session().dots} == {
        (ROOM, "1"): 4, (ROOM, "2"): 2, (shop.lead.person, "1"): 1,
    }  # fmt: skip


def test_where_several_may_be_chosen_each_stays(shop: Sample) -> None:
    anna = shop.person("Anna")
    poll = asked(shop, dots=2)
    put(shop, anna, poll, "1")
    put(shop, anna, poll, "3")
    assert refused(shop, anna, poll, "2") == "no_dots_left"
    assert {it.note for it in shop.session().dots} == {"1", "3"}


@pytest.mark.parametrize("place", ["0", "4", "01", "-1", "Ja", "note-1"])
def test_there_is_no_answer_but_those_that_were_asked(shop: Sample, place: str) -> None:
    shop.note(shop.lead, note="note-1")
    assert refused(shop, shop.person("Anna"), asked(shop), place) == "not_in_vote"


def test_an_answer_is_given_once_and_by_who_may_vote(shop: Sample) -> None:
    anna = shop.person("Anna")
    poll = asked(shop)
    assert refused(shop, anna, poll, "1", 2) == "too_many_at_note"
    assert refused(shop, anna, poll, "1", room=True) == "facilitator_only"
    assert [refused(shop, actor, poll, "1") for actor in (PROJECTOR, READER, HOUSE)] == ["read_only"] * 3
    shop.do(shop.lead, PersonMute(person=anna.person or "", muted=True))
    assert refused(shop, anna, poll, "1") == "muted"


def test_a_locked_stone_and_a_deleted_note_change_nothing_of_a_poll(shop: Sample) -> None:
    anna = shop.person("Anna")
    shop.note(anna, note="1")
    poll = asked(shop)
    put(shop, anna, poll, "1")
    shop.do(anna, NoteDelete(note="1"))
    shop.do(shop.lead, StoneEdit(stone="teams", locked=True))
    put(shop, anna, poll, "2")
    put(shop, anna, poll, "1")
    shop.do(shop.lead, VoteClose(vote=poll))
    assert told(shop)["tally"] == {"1": 1}


def test_two_people_who_are_one_gave_one_answer(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    poll = asked(shop)
    put(shop, anna, poll, "1")
    put(shop, bram, poll, "2")
    shop.ledger.write(lambda c: votes.merge(Entry(c, shop.id, HOUSE, 0, NOW), bram.person or "", anna.person or ""))
    assert shop.session().dots == (Dots(poll, "1", anna.person or "", 1),)


def test_the_history_tells_nobody_else_what_one_answered(shop: Sample) -> None:
    anna = shop.person("Anna")
    poll = asked(shop, title="Gaan we door?")
    put(shop, anna, poll, "2")
    put(shop, anna, poll, "none", 0)
    with shop.ledger.database.reading() as connection:
        own, other = ([deed.text for deed in history(connection, shop.id, who, limit=3)] for who in (anna, shop.lead))
    assert own == ["", "Nee", "Gaan we door?"]
    assert other[0] == "Gaan we door?"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"stones": ["teams"]}, "malformed"),
        ({"notes": ["a", "b"]}, "malformed"),
        ({"dots": 3, "each": 2}, "malformed"),
        ({"answers": None}, "malformed"),
        ({"answers": ["Ja"]}, "too_few"),
        ({"answers": ["Ja", " "]}, "empty"),
        ({"answers": [*"abcdefg"]}, "too_many"),
        ({"answers": ["Ja", "x" * 81]}, "too_long"),
        ({"answers": ["Ja", "a\u202eb"]}, "unwanted_characters"),
    ],
)
def test_a_poll_asks_something_and_is_about_nothing_else(fields: dict[str, Any], reason: str) -> None:
    assert strict(VoteOpen, **ASKED | {"answers": [" Ja ", "Nee"]}).answers == ["Ja", "Nee"]
    with pytest.raises(BadMessage) as caught:
        strict(VoteOpen, **ASKED | fields)
    assert caught.value.reason == reason


def test_its_answers_go_over_the_wire(shop: Sample) -> None:
    asked(shop)
    assert (told(shop)["answers"], told(shop)["created"]) == (ANSWERS, NOW)
