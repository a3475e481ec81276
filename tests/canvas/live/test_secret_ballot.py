"""Who put which dot that person alone learns: live, in what was missed, in a snapshot and over HTTP."""

import msgspec
import pytest

from canvas.board import limits
from tests.canvas.live.test_tallies import opened, tally
from tests.web.client import Client
from tests.web.serving import Serving


def test_nobody_else_learns_who_put_a_dot(serving: Serving) -> None:
    lead, anna, bram = serving.leader(), serving.member("Anna"), serving.member("Bram")
    note = serving.shop.note(serving.shop.lead)
    vote = opened(lead, hidden=False)
    seq = anna.seq
    own = anna.ask("dots.set", vote=vote, note=note, count=1)
    while (change := anna.hear_change())["id"] != own:
        pass
    assert (change["by"], change["count"]) == (anna.person, 1)
    mark = lead.add("Na de stem")
    for client in (bram, lead):
        while (heard := client.hear_change()).get("note") != mark:
            assert heard["kind"] != "dots.set"
    late = serving.socket()
    late.token = bram.token
    missed = late.hello(since=seq)
    assert "dots.set" not in [it["kind"] for it in missed["changes"]]
    assert mark in [it.get("note") for it in missed["changes"]]
    assert missed["dots"] == []
    answer = serving.http.get(
        f"/api/workshops/{serving.shop.id}/snapshot", headers={"Authorization": f"Bearer {bram.token}"}
    )
    assert anna.person not in msgspec.json.encode(answer.json()["votes"]).decode()
    assert answer.json().get("dots", []) == []


def test_results_of_a_hidden_vote_are_in_no_file_before_it_is_closed(serving: Serving) -> None:
    lead, anna = serving.leader(), serving.member("Anna")
    note = anna.add("Alleen deze")
    anna.hear_change()
    vote = opened(lead)
    anna.ask("dots.set", vote=vote, note=note, count=2)
    tally(lead, vote, voters=1)
    assert "Stippen" in file(serving, anna).partition("\n")[0]
    assert ";2;Eerst;" not in file(serving, anna)
    lead.ask("vote.close", vote=vote)
    tally(lead, vote, notes={note: 2})
    assert ";2;Eerst;" in file(serving, anna)


def test_a_hand_made_client_cannot_vote_for_the_room_or_after_the_end(serving: Serving) -> None:
    lead, anna = serving.leader(), serving.member("Anna")
    note = serving.shop.note(serving.shop.lead)
    vote = opened(lead)
    assert refusal(anna, "dots.set", vote=vote, note=note, count=1, room=True) == "facilitator_only"
    assert refusal(anna, "dots.set", vote=vote, note=note, count=3) == "too_many_at_note"
    assert refusal(anna, "dots.set", vote=vote, note=note, count=-1) == "malformed"
    assert refusal(anna, "vote.close", vote=vote) == "facilitator_only"
    lead.ask("vote.close", vote=vote)
    tally(anna, vote, notes={})
    assert refusal(anna, "dots.set", vote=vote, note=note, count=1) == "vote_closed"
    wall = serving.socket()
    wall.token = anna.token
    wall.hello(view="projector")
    assert refusal(wall, "dots.set", vote=vote, note=note, count=1) == "read_only"


def test_beyond_all_dots_that_fit_a_new_one_is_refused_and_those_there_can_still_change(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead, anna, bram = serving.leader(), serving.member("Anna"), serving.member("Bram")
    note, other = (serving.shop.note(serving.shop.lead) for _ in range(2))
    vote = opened(lead)
    anna.ask("dots.set", vote=vote, note=note, count=1)
    tally(anna, vote, voters=1)
    monkeypatch.setattr(limits, "DOTS_PER_WORKSHOP", 1)
    assert refusal(bram, "dots.set", vote=vote, note=note, count=1) == "dots_full"
    assert refusal(anna, "dots.set", vote=vote, note=other, count=1) == "dots_full"
    anna.ask("dots.set", vote=vote, note=note, count=2)
    anna.ask("dots.set", vote=vote, note=note, count=0)
    tally(anna, vote, voters=0)
    bram.ask("dots.set", vote=vote, note=other, count=1)
    assert tally(lead, vote, voters=1)


def test_a_vote_over_one_note_is_refused_with_a_reason_that_people_understand(serving: Serving) -> None:
    lead = serving.leader()
    serving.shop.note(serving.shop.lead)
    fields = {"vote": "v", "stones": ["teams"], "dots": 3, "each": 1, "title": "Eerst"}
    lead.say({"type": "change", "id": "try", "do": {"kind": "vote.open", **fields}})
    refused = lead.hear("refused")
    assert refused["reason"] == "vote_needs_notes"
    assert "2" in refused["sentence"]


def refusal(client: Client, kind: str, **fields: object) -> str:
    """The reason for which this member may not do that."""
    client.say({"type": "change", "id": "try", "do": {"kind": kind, **fields}})
    return str(client.hear("refused")["reason"])


def file(serving: Serving, client: Client) -> str:
    """The spreadsheet file, as this member gets it."""
    address = f"/api/workshops/{serving.shop.id}/notes-and-stories.csv"
    answer = serving.http.get(address, headers={"Authorization": f"Bearer {client.token}"})
    assert answer.status_code == 200
    return answer.text
