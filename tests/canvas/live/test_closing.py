"""The end of a session on the wire: who may do what, what all hear, and what is left once it is deleted."""

from typing import Any

import pytest

from storage import retention
from tests.storage.sample import fresh_id
from tests.web.client import Client
from tests.web.serving import Serving


def heard(client: Client, kind: str) -> dict[str, Any]:
    """The next change of this kind."""
    change = client.hear_change()
    while change["kind"] != kind:
        change = client.hear_change()
    return change


def refused(client: Client, kind: str, **fields: Any) -> str:
    """Why a change is refused."""
    client.ask(kind, **fields)
    return str(client.hear("refused")["reason"])


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("action.add", {"action": "a1", "what": "Bellen"}),
        ("action.edit", {"action": "a1", "status": "done"}),
        ("action.delete", {"action": "a1"}),
        ("session.close", {}),
        ("session.reopen", {}),
    ],
)
def test_a_participant_writes_no_actions_and_closes_nothing(
    serving: Serving, kind: str, fields: dict[str, Any]
) -> None:
    assert refused(serving.member("Anna"), kind, **fields) == "facilitator_only"


def test_everybody_hears_of_actions_and_words(serving: Serving) -> None:
    anna, lead = serving.member("Anna"), serving.leader()
    lead.ask("action.add", action="a1", what="Bellen", who="Anna", due="2027-01-31")
    told = heard(anna, "action.add")
    assert (told["what"], told["who"], told["due"]) == ("Bellen", "Anna", "2027-01-31")
    anna.ask("word.set", word="moedig")
    told = heard(lead, "word.set")
    assert (told["by"], told["word"]) == (anna.person, "moedig")


def test_nobody_gives_a_word_for_somebody_else(serving: Serving) -> None:
    anna, bram = serving.member("Anna"), serving.member("Bram")
    anna.ask("word.set", word="moedig")
    heard(anna, "word.set")
    assert [serving.shop.who(one.person).word for one in (anna, bram)] == ["moedig", ""]


@pytest.mark.parametrize("field", [{"what": " "}, {"what": "een\ntwee"}, {"status": "later"}, {"due": "morgen"}])
def test_an_action_that_cannot_be_is_refused(serving: Serving, field: dict[str, str]) -> None:
    lead = serving.leader()
    said = refused(lead, "action.add", action=fresh_id(), **{"what": "Bellen"} | field)
    assert said in ("empty", "one_line", "not_a_choice", "malformed")


def test_who_comes_back_into_a_closed_session_only_reads_until_it_is_opened_again(serving: Serving) -> None:
    lead, joined = serving.leader(), serving.join("Anna")
    lead.ask("session.close")
    heard(lead, "session.close")
    anna = serving.socket()
    anna.token = joined["token"]
    anna.hello()
    for kind, fields in (
        ("note.add", {"note": fresh_id(), "stone": "teams", "text": "Balie"}),
        ("word.set", {"word": "te laat"}),
    ):
        assert refused(anna, kind, **fields) == "session_closed"
    assert refused(lead, "action.add", action="a1", what="Bellen") == "session_closed"
    lead.ask("session.reopen")
    heard(anna, "session.reopen")
    anna.ask("word.set", word="toch")
    assert heard(lead, "word.set")["word"] == "toch"


def test_an_open_room_hears_that_its_workshop_was_deleted(serving: Serving) -> None:
    anna = serving.member("Anna")
    assert retention.delete(serving.ledger, serving.shop.id)
    code, said = anna.ended()
    assert (code, said[-1]["reason"]) == (1008, "workshop_gone")
