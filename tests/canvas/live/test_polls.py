"""Polls over the wire: who answered what is told to nobody, and nothing of a hidden one before it is closed."""

import msgspec

from canvas.board.leading import StoneEdit
from canvas.board.notes import NoteAdd
from canvas.board.people import PersonMute
from canvas.board.votes import DotsSet, VoteOpen
from tests.canvas.live.test_secret_ballot import file, refusal
from tests.canvas.live.test_tallies import opened, tally
from tests.web.client import Client
from tests.web.serving import Serving


def asked(lead: Client, **fields: object) -> str:
    """The id of a poll that runs."""
    return opened(lead, **{"stones": [], "answers": ["Ja", "Nee"], "dots": 1, "each": 1, "title": "Door?"} | fields)


def test_everybody_sees_an_open_poll_follow_a_changed_answer(serving: Serving) -> None:
    lead, anna, bram = serving.leader(), serving.member("Anna"), serving.member("Bram")
    poll = asked(lead, hidden=False)
    anna.ask("dots.set", vote=poll, note="1", count=1)
    tally(bram, poll, voters=1, notes={"1": 1})
    anna.ask("dots.set", vote=poll, note="2", count=1)
    tally(bram, poll, voters=1, through=1, notes={"1": 0, "2": 1})
    lead.ask("dots.set", vote=poll, note="1", count=7, room=True)
    tally(bram, poll, voters=1, notes={"1": 7})
    assert tally(serving.member("Cato"), poll, voters=1)["notes"] == {"1": 7, "2": 1}


def test_a_note_that_is_called_like_an_answer_takes_no_answers_along(serving: Serving) -> None:
    shop, lead = serving.shop, serving.leader()
    shop.do(shop.lead, NoteAdd(note="1", stone="teams", text="Weg"))
    poll = asked(lead, hidden=False)
    lead.ask("dots.set", vote=poll, note="1", count=1)
    tally(lead, poll, notes={"1": 1})
    lead.ask("note.delete", note="1")
    assert tally(serving.member("Anna"), poll, voters=1)["notes"] == {"1": 1}
    lead.ask("vote.close", vote=poll)
    while lead.hear_change()["kind"] != "vote.close":
        pass
    assert tally(serving.member("Bram"), poll, voters=1)["notes"] == {"1": 1}


def test_an_opened_room_knows_of_the_answers_before(serving: Serving) -> None:
    shop = serving.shop
    opening = VoteOpen(vote="p", stones=[], answers=["Ja", "Nee"], dots=1, each=1, title="Door?", hidden=False)
    for change in (opening, DotsSet(vote="p", note="2", count=1)):
        shop.do(shop.lead, change)
    assert tally(serving.member("Anna"), "p", voters=1)["notes"] == {"2": 1}


def test_a_hidden_poll_tells_how_many_answered_until_it_is_closed(serving: Serving) -> None:
    lead, anna, bram = serving.leader(), serving.member("Anna"), serving.member("Bram")
    poll = asked(lead)
    anna.ask("dots.set", vote=poll, note="2", count=1)
    for client in (bram, lead, serving.member("Cato")):
        assert tally(client, poll, voters=1).keys() == {"type", "vote", "voters", "through"}
    assert "Nee" not in file(serving, anna)
    lead.ask("vote.close", vote=poll)
    tally(bram, poll, notes={"2": 1})
    assert ";Nee;;;;;;1;Door?;" in file(serving, bram)


def test_nobody_else_learns_who_answered_what(serving: Serving) -> None:
    lead, anna, bram = serving.leader(), serving.member("Anna"), serving.member("Bram")
    poll = asked(lead, hidden=False)
    seq = bram.seq
    anna.ask("dots.set", vote=poll, note="1", count=1)
    tally(bram, poll, voters=1)
    mark = lead.add("Na de vraag")
    for client in (bram, lead):
        while (heard := client.hear_change()).get("note") != mark:
            assert heard["kind"] != "dots.set"
    late = serving.socket()
    late.token = bram.token
    missed = late.hello(since=seq)
    assert "dots.set" not in [it["kind"] for it in missed["changes"]]
    answer = serving.http.get(
        f"/api/workshops/{serving.shop.id}/snapshot", headers={"Authorization": f"Bearer {bram.token}"}
    )
    assert anna.person not in msgspec.json.encode(answer.json()["votes"]).decode()
    assert answer.json().get("dots", []) == []


def test_a_hand_made_client_answers_within_its_rights(serving: Serving) -> None:
    lead, anna = serving.leader(), serving.member("Anna")
    serving.shop.do(serving.shop.lead, StoneEdit(stone="teams", locked=True))
    poll = asked(lead)
    assert refusal(anna, "dots.set", vote=poll, note="3", count=1) == "not_in_vote"
    assert refusal(anna, "dots.set", vote=poll, note="1", count=2) == "too_many_at_note"
    assert refusal(anna, "dots.set", vote=poll, note="1", count=1, room=True) == "facilitator_only"
    again = {"vote": "own", "stones": [], "answers": ["Ja", "Nee"], "dots": 1, "each": 1, "title": "Van mij"}
    assert refusal(anna, "vote.open", **again) == "facilitator_only"
    anna.ask("dots.set", vote=poll, note="1", count=1)
    tally(lead, poll, voters=1)
    wall = serving.socket()
    wall.token = anna.token
    wall.hello(view="projector")
    assert refusal(wall, "dots.set", vote=poll, note="1", count=1) == "read_only"
    serving.shop.do(serving.shop.lead, PersonMute(person=str(anna.person), muted=True))
    assert refusal(anna, "dots.set", vote=poll, note="2", count=1) == "muted"
    serving.shop.do(serving.shop.lead, PersonMute(person=str(anna.person), muted=False))
    lead.ask("vote.close", vote=poll)
    tally(anna, poll, notes={"1": 1})
    assert refusal(anna, "dots.set", vote=poll, note="2", count=1) == "vote_closed"
