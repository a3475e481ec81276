"""Votes and their dots."""

from typing import Any

import msgspec
import pytest

from canvas.board import limits
from canvas.board.leading import StoneEdit
from canvas.board.notes import NoteDelete, NoteEdit, NoteRestore
from canvas.board.votes import DotsSet, VoteClose, VoteDelete, VoteOpen
from stepstones.rules import HOUSE, Actor
from stepstones.voting import ROOM, Dots, Vote, merged
from storage.effects import votes
from storage.entry import Entry
from storage.history import history
from tests.storage.sample import NOW, PROJECTOR, READER, Sample, fresh_id


def opened(shop: Sample, **fields: Any) -> str:
    """The id of a vote that runs."""
    values: dict[str, Any] = {"vote": fresh_id(), "stones": ["teams"], "dots": 3, "each": 2, "title": "Eerst"} | fields
    for _ in range(votes.FEWEST):
        shop.note(shop.lead, stone=values["stones"][0])
    shop.do(shop.lead, VoteOpen(**values))
    return str(values["vote"])


def put(shop: Sample, actor: Actor, vote: str, note: str, count: int = 1, **more: Any) -> None:
    shop.do(actor, DotsSet(vote=vote, note=note, count=count, **more))


def refused(shop: Sample, actor: Actor, vote: str, note: str, count: int = 1, **more: Any) -> str:
    return shop.refused(actor, DotsSet(vote=vote, note=note, count=count, **more))


def told(shop: Sample) -> dict[str, Any]:
    """The last change, as it went over the wire."""
    return dict(msgspec.json.decode(shop.log()[-1].json))


def test_a_vote_is_opened_and_closed_with_what_came_of_it(shop: Sample, clock: list[int]) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    one, two = shop.note(anna), shop.note(anna)
    vote = opened(shop, hidden=False)
    assert shop.session().votes == (Vote(vote, "Eerst", ("teams",), None, 3, 2, False, None, NOW),)
    put(shop, anna, vote, one)
    put(shop, anna, vote, two, 2)
    put(shop, bram, vote, two)
    clock[0] += 5
    shop.do(shop.lead, VoteClose(vote=vote))
    assert told(shop) | {"tally": {two: 3, one: 1}, "voters": 2} == told(shop)
    assert list(told(shop)["tally"]) == [two, one]
    assert (shop.session().votes[0].closed, shop.session().votes[0].voters) == (NOW + 5, 2)
    assert shop.refused(shop.lead, VoteClose(vote=vote)) == "vote_closed"
    assert refused(shop, anna, vote, one, 0) == "vote_closed"


def test_one_vote_runs_at_a_time(shop: Sample) -> None:
    anna = shop.person("Anna")
    note = shop.note(anna)
    first = opened(shop)
    put(shop, anna, first, note)
    second = opened(shop)
    assert told(shop)["ended"] == {"vote": first, "tally": {note: 1}, "voters": 1}
    assert {vote.id: vote.closed for vote in shop.session().votes} == {first: NOW, second: None}
    shop.do(shop.lead, VoteClose(vote=second))
    opened(shop)
    assert "ended" not in told(shop)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"stones": ["nowhere"]}, "unknown_stone"),
        ({"stones": ["teams", "framing"]}, "unknown_stone"),
        ({"dots": 2, "each": 3}, "too_many_at_note"),
        ({"notes": ["one", "none"]}, "note_gone"),
        ({"notes": ["one", "away"]}, "not_in_vote"),
    ],
)
def test_a_vote_is_about_notes_that_lie_there(shop: Sample, fields: dict[str, Any], reason: str) -> None:
    shop.note(shop.lead, note="one")
    shop.note(shop.lead, note="away", stone="goals")
    asked: dict[str, Any] = {"vote": "v", "stones": ["teams"], "dots": 3, "each": 1, "title": "Eerst"} | fields
    assert shop.refused(shop.lead, VoteOpen(**asked)) == reason


@pytest.mark.parametrize("fields", [{}, {"notes": ["one", "one"]}, {"stones": ["teams", "goals"]}])
def test_a_vote_has_at_least_two_notes_that_everybody_sees(shop: Sample, fields: dict[str, Any]) -> None:
    anna = shop.person("Anna")
    shop.note(anna, note="one")
    shop.do(anna, NoteDelete(note=shop.note(anna)))
    shop.do(shop.lead, StoneEdit(stone="goals", writing="private"))
    shop.note(anna, stone="goals")
    asked: dict[str, Any] = {"vote": "v", "stones": ["teams"], "dots": 3, "each": 1, "title": "Eerst"} | fields
    assert shop.refused(shop.lead, VoteOpen(**asked)) == "vote_needs_notes"
    shop.note(anna, note="two")
    shop.do(shop.lead, VoteOpen(**asked | ({"notes": ["one", "two"]} if "notes" in fields else {})))


def test_an_id_is_used_once_and_a_workshop_holds_so_many_votes(shop: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    vote = opened(shop)
    again = VoteOpen(vote=vote, stones=["teams"], dots=3, each=1, title="Nog eens")
    assert shop.refused(shop.lead, again) == "vote_exists"
    monkeypatch.setattr(limits, "VOTES_PER_WORKSHOP", 1)
    assert shop.refused(shop.lead, msgspec.structs.replace(again, vote="other")) == "votes_full"


def test_only_facilitators_open_close_and_delete_votes(shop: Sample) -> None:
    anna = shop.person("Anna")
    vote = opened(shop)
    opening = VoteOpen(vote="v", stones=["teams"], dots=3, each=1, title="Van mij")
    for change in (opening, VoteClose(vote=vote), VoteDelete(vote=vote)):
        assert shop.refused(anna, change) == "facilitator_only"


def test_nobody_has_more_dots_than_the_vote_gives(shop: Sample) -> None:
    anna = shop.person("Anna")
    one, two = shop.note(anna), shop.note(anna)
    vote = opened(shop)
    put(shop, anna, vote, one, 2)
    assert refused(shop, anna, vote, one, 3) == "too_many_at_note"
    assert refused(shop, anna, vote, two, 2) == "no_dots_left"
    put(shop, anna, vote, two)
    put(shop, anna, vote, one, 0)
    put(shop, anna, vote, two, 2)
    assert shop.session().dots == (Dots(vote, two, anna.person or "", 2),)


def test_dots_go_to_living_notes_of_the_vote(shop: Sample) -> None:
    anna = shop.person("Anna")
    one, other, away, gone = shop.note(anna), shop.note(anna), shop.note(anna, stone="goals"), shop.note(anna)
    shop.do(anna, NoteDelete(note=gone))
    vote = opened(shop, stones=["teams", "journey"], notes=[one, shop.note(anna, stone="journey")])
    assert [refused(shop, anna, vote, note) for note in (other, away, gone, "none")] == [
        "not_in_vote", "not_in_vote", "note_gone", "note_gone",
    ]  # fmt: skip
    assert refused(shop, anna, "none", one) == "vote_gone"
    put(shop, anna, vote, one)


def test_a_note_that_moves_away_keeps_its_dots_until_they_are_taken_back(shop: Sample) -> None:
    anna = shop.person("Anna")
    note = shop.note(anna)
    vote = opened(shop)
    put(shop, anna, vote, note)
    shop.do(anna, NoteEdit(note=note, stone="parking"))
    assert refused(shop, anna, vote, note, 2) == "not_in_vote"
    put(shop, anna, vote, note, 0)
    assert shop.session().dots == ()


def test_the_dots_of_a_deleted_note_come_back_to_their_people(shop: Sample) -> None:
    anna = shop.person("Anna")
    one, two = shop.note(anna), shop.note(anna)
    vote = opened(shop, dots=2)
    put(shop, anna, vote, one, 2)
    shop.do(anna, NoteDelete(note=one))
    shop.do(anna, NoteRestore(note=one))
    assert refused(shop, anna, vote, two) == "no_dots_left"
    shop.do(anna, NoteDelete(note=one))
    put(shop, anna, vote, two, 2)
    shop.do(anna, NoteRestore(note=one))
    assert shop.session().dots == (Dots(vote, two, anna.person or "", 2),)


def test_what_was_deleted_as_the_vote_closed_has_no_dots_when_it_comes_back(shop: Sample) -> None:
    anna = shop.person("Anna")
    note = shop.note(anna)
    vote = opened(shop)
    put(shop, anna, vote, note)
    shop.do(anna, NoteDelete(note=note))
    shop.do(shop.lead, VoteClose(vote=vote))
    assert (told(shop)["tally"], told(shop)["voters"]) == ({}, 0)
    assert shop.session().dots == ()


def test_a_facilitator_puts_dots_for_people_without_a_device(shop: Sample) -> None:
    anna = shop.person("Anna")
    note = shop.note(anna)
    vote = opened(shop)
    assert refused(shop, anna, vote, note, room=True) == "facilitator_only"
    put(shop, shop.lead, vote, note, 17, room=True)
    put(shop, shop.lead, vote, note, 2)
    assert {(it.person, it.count) for it in shop.session().dots} == {(ROOM, 17), (shop.lead.person, 2)}
    shop.do(shop.lead, VoteClose(vote=vote))
    assert (told(shop)["tally"], told(shop)["voters"]) == ({note: 19}, 1)


def test_who_is_nobody_in_particular_has_no_dots(shop: Sample) -> None:
    note, vote = shop.note(shop.lead), opened(shop)
    assert [refused(shop, actor, vote, note) for actor in (PROJECTOR, READER, HOUSE)] == ["read_only"] * 3


def test_only_its_person_hears_of_a_dot_and_only_facilitators_of_those_of_the_room(shop: Sample) -> None:
    anna = shop.person("Anna")
    note = shop.note(anna)
    vote = opened(shop)
    put(shop, anna, vote, note)
    put(shop, shop.lead, vote, note, room=True)
    put(shop, anna, vote, note, 0)
    assert [(record.audience, record.owner) for record in shop.log()[-3:]] == [
        ("author", anna.person), ("facilitators", shop.lead.person), ("author", anna.person),
    ]  # fmt: skip


def test_a_deleted_vote_takes_its_dots_along(shop: Sample) -> None:
    note, vote = shop.note(shop.lead), opened(shop)
    put(shop, shop.lead, vote, note)
    shop.do(shop.lead, VoteDelete(vote=vote))
    assert (shop.session().votes, shop.session().dots) == ((), ())
    assert shop.refused(shop.lead, VoteDelete(vote=vote)) == "vote_gone"


def test_the_history_tells_of_votes_and_to_nobody_else_of_ones_dots(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    note, vote = shop.note(anna), opened(shop)
    put(shop, anna, vote, note)
    shop.do(shop.lead, VoteClose(vote=vote))
    with shop.ledger.database.reading() as connection:
        told = {
            who.person: [(deed.kind, deed.text) for deed in history(connection, shop.id, who, stone="teams", limit=3)]
            for who in (anna, bram, shop.lead)
        }
        closed = history(connection, shop.id, bram, limit=1)
    began, wrote = ("vote.open", "Eerst"), ("note.add", "Balie en telefoon")
    assert told[anna.person] == [("dots.set", "Balie en telefoon"), began, wrote]
    assert told[bram.person] == told[shop.lead.person] == [began, wrote, wrote]
    assert [(deed.kind, deed.text) for deed in closed] == [("vote.close", "Eerst")]


def test_of_two_people_who_are_one_no_more_dots_stay_than_one_has(shop: Sample) -> None:
    anna, bram = shop.person("Anna"), shop.person("Bram")
    one, two = sorted(shop.note(anna) for _ in range(2))
    closed = opened(shop)
    put(shop, anna, closed, one, 2)
    put(shop, bram, closed, one, 2)
    running = opened(shop)
    put(shop, anna, running, one)
    put(shop, bram, running, one, 2)
    put(shop, bram, running, two)
    shop.ledger.write(lambda c: votes.merge(Entry(c, shop.id, HOUSE, 0, NOW), bram.person or "", anna.person or ""))
    kept = {(it.vote, it.note, it.person): it.count for it in shop.session().dots}
    assert kept == {(closed, one, anna.person): 4, (running, one, anna.person): 2, (running, two, anna.person): 1}


def test_merging_keeps_what_one_put_oneself_first() -> None:
    vote = Vote("v", "", ("teams",), None, 3, 2, True, None, NOW)
    assert merged(vote, {"b": 2}, {"a": 2, "b": 1}) == {"b": 2, "a": 1}
    assert merged(vote, {"b": 1, "c": 2}, {"a": 2}) == {"b": 1, "c": 2}
    assert merged(vote, {}, {}) == {}
