"""How votes stand: everybody is told, and only as far as they may know."""

from typing import Any

import msgspec
import pytest

from canvas.board.votes import DotsSet, VoteOpen
from storage.ledger import Ledger, Request
from tests.storage.sample import fresh_id
from tests.web.client import Client
from tests.web.serving import Serving


def opened(lead: Client, **fields: Any) -> str:
    """The id of a vote that runs, of which the room has heard."""
    vote = fresh_id()
    for text in ("Dit", "Of dat"):
        lead.add(text)
    values: dict[str, Any] = {"stones": ["teams"], "dots": 3, "each": 2, "title": "Eerst"} | fields
    lead.ask("vote.open", vote=vote, **values)
    while lead.hear_change().get("vote") != vote:
        pass
    return vote


def tally(client: Client, vote: str, **until: object) -> dict[str, Any]:
    """How a vote stands, once that is heard of it; what was told before is gathered."""
    found: dict[str, Any] = {}
    notes: dict[str, int] = {}
    while not until.items() <= found.items():
        told = client.hear("tally")
        if told["vote"] == vote:
            notes |= told.get("notes", {})
            found = told | ({"notes": notes} if "notes" in told else {})
    return found


def test_an_open_vote_shows_its_counts_as_they_come(serving: Serving) -> None:
    lead, anna, bram = serving.leader(), serving.member("Anna"), serving.member("Bram")
    one, two = (serving.shop.note(serving.shop.lead) for _ in range(2))
    vote = opened(lead, hidden=False)
    anna.ask("dots.set", vote=vote, note=one, count=2)
    anna.ask("dots.set", vote=vote, note=two, count=1)
    assert tally(bram, vote, voters=1, through=1, notes={one: 2, two: 1})
    bram.ask("dots.set", vote=vote, note=two, count=2)
    assert tally(anna, vote, voters=2, through=1)["notes"][two] == 3
    anna.ask("dots.set", vote=vote, note=one, count=0)
    assert tally(bram, vote, through=0)["notes"][one] == 0


def test_a_vote_that_ends_with_the_session_tells_its_counts_at_once(serving: Serving) -> None:
    lead, anna = serving.leader(), serving.member("Anna")
    note = serving.shop.note(serving.shop.lead)
    vote = opened(lead)
    anna.ask("dots.set", vote=vote, note=note, count=2)
    tally(lead, vote, voters=1)
    lead.ask("session.close")
    assert tally(anna, vote, notes={note: 2})["voters"] == 1


def test_a_hidden_vote_tells_how_many_voted_and_nothing_else_until_it_is_closed(serving: Serving) -> None:
    lead, anna, bram = serving.leader(), serving.member("Anna"), serving.member("Bram")
    note = serving.shop.note(serving.shop.lead)
    vote = opened(lead, dots=2)
    anna.ask("dots.set", vote=vote, note=note, count=2)
    for client in (bram, lead):
        told = tally(client, vote, voters=1, through=1)
        assert told.keys() == {"type", "vote", "voters", "through"}
    late = serving.member("Cato")
    assert tally(late, vote, voters=1).keys() == {"type", "vote", "voters", "through"}
    assert late.snapshot["dots"] == []
    assert note not in msgspec.json.encode(late.snapshot["votes"]).decode()
    lead.ask("vote.close", vote=vote)
    assert tally(bram, vote, notes={note: 2}, voters=1)
    assert tally(serving.member("Daan"), vote, notes={note: 2}, voters=1)


def test_who_comes_back_has_their_own_dots(serving: Serving) -> None:
    lead, anna = serving.leader(), serving.member("Anna")
    note = serving.shop.note(serving.shop.lead)
    vote = opened(lead)
    anna.ask("dots.set", vote=vote, note=note, count=2)
    tally(anna, vote, voters=1)
    lead.ask("dots.set", vote=vote, note=note, count=9, room=True)
    own = {"vote": vote, "note": note, "count": 2}
    for since in (None, anna.seq):
        again = serving.socket()
        again.token = anna.token
        assert again.hello(**{"since": since} if since else {})["dots"] == [own]
    while lead.hear_change().get("room") is not True:
        pass
    assert serving.leader().snapshot["dots"] == [{"vote": vote, "note": note, "count": 9, "room": True}]


def test_two_sockets_at_once_have_no_more_dots_than_one(serving: Serving) -> None:
    lead, anna = serving.leader(), serving.member("Anna")
    notes = [serving.shop.note(serving.shop.lead) for _ in range(6)]
    vote = opened(lead, dots=3, each=1, hidden=False)
    other = serving.socket()
    other.token = anna.token
    other.hello()
    asked = {client.ask("dots.set", vote=vote, note=note, count=1) for note in notes for client in (anna, other)}
    refused = set()
    for client in (anna, other):
        while len(found := [client.hear("refused") for _ in range(3)]) < 3:
            pass
        refused |= {it["id"] for it in found}
        assert {it["reason"] for it in found} == {"no_dots_left"}
    assert len(asked - refused) == 6
    assert sum(tally(lead, vote, through=1)["notes"].values()) == 3
    assert sum(it.count for it in serving.shop.session().dots) == 3


@pytest.mark.parametrize("hidden", [True, False])
def test_the_dots_of_a_deleted_note_do_not_count(serving: Serving, hidden: bool) -> None:
    lead, anna = serving.leader(), serving.member("Anna")
    one, two = (serving.shop.note(serving.shop.lead) for _ in range(2))
    vote = opened(lead, dots=2, hidden=hidden)
    anna.ask("dots.set", vote=vote, note=one, count=2)
    tally(lead, vote, through=1)
    lead.ask("note.delete", note=one)
    tally(lead, vote, voters=0)
    lead.ask("note.restore", note=one)
    tally(lead, vote, voters=1)
    lead.ask("note.delete", note=one)
    tally(lead, vote, voters=0)
    anna.ask("dots.set", vote=vote, note=two, count=2)
    lead.ask("note.restore", note=one)
    lead.ask("vote.close", vote=vote)
    tally(lead, vote, notes={two: 2}) if hidden else tally(lead, vote)
    assert tally(serving.member("Bram"), vote, voters=1)["notes"] == {two: 2}


def test_what_another_process_wrote_is_counted_too(serving: Serving, beside: Ledger) -> None:
    anna = serving.member("Anna")
    serving.shop.note(serving.shop.lead)
    note, vote = serving.shop.note(serving.shop.lead), fresh_id()
    opening = VoteOpen(vote=vote, stones=["teams"], dots=3, each=1, title="Eerst", hidden=False)
    for change in (opening, DotsSet(vote=vote, note=note, count=1)):
        beside.submit(Request(serving.shop.id, fresh_id(), change, serving.shop.lead))
    assert tally(anna, vote, notes={note: 1}, voters=1)


def test_an_opened_room_knows_of_the_votes_before(serving: Serving) -> None:
    serving.shop.note(serving.shop.lead)
    note, vote = serving.shop.note(serving.shop.lead), fresh_id()
    opening = VoteOpen(vote=vote, stones=["teams"], dots=3, each=1, title="Eerst", hidden=False)
    for change in (opening, DotsSet(vote=vote, note=note, count=1)):
        serving.shop.do(serving.shop.lead, change)
    anna = serving.member("Anna")
    assert tally(anna, vote, notes={note: 1}, voters=1, through=0)
    serving.shop.do(serving.shop.lead, VoteOpen(vote="second", stones=["teams"], dots=3, each=1, title="Tweede"))
    assert tally(anna, "second", voters=0)
