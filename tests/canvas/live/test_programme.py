"""The programme on the wire: everybody hears of its steps, and nobody but who leads of what is noted at them."""

from typing import Any

import pytest

from tests.web.client import Client
from tests.web.serving import Serving

SECRET = "Let op: de directeur komt later"
STEPS: list[dict[str, Any]] = [
    {"step": "s1", "kind": "stone", "stone": "teams", "minutes": 15},
    {"step": "s2", "kind": "break", "minutes": 10},
]


@pytest.fixture
def lead(serving: Serving) -> Client:
    """Who leads, with a programme in which something is noted."""
    leader = serving.leader()
    leader.ask("programme.set", steps=STEPS)
    leader.hear_change()
    leader.ask("script.set", step="s1", text=SECRET)
    assert leader.hear_change()["text"] == SECRET
    return leader


def greeted(serving: Serving) -> tuple[Client, str]:
    """Somebody who just joined, and all that they heard: a snapshot may be old, and what came since follows."""
    joined = serving.join("Anna")
    anna = serving.socket()
    anna.say({"type": "hello", "token": joined["token"]})
    return anna, repr((anna.hear("snapshot"), anna.hear("changes")))


@pytest.mark.usefixtures("lead")
def test_who_joins_hears_the_steps_and_no_script(serving: Serving) -> None:
    anna, heard = greeted(serving)
    assert "'step': 's2'" in heard
    assert SECRET not in heard
    assert anna.in_order()


def test_who_is_there_hears_the_steps_and_no_script(serving: Serving, lead: Client) -> None:
    anna, _ = greeted(serving)
    lead.ask("script.set", step="s2", text=SECRET)
    lead.ask("programme.set", steps=STEPS[:1])
    heard = anna.hear_change()
    assert (heard["kind"], SECRET in repr(heard)) == ("programme.set", False)
    assert anna.in_order()


def test_who_leads_finds_the_scripts_in_the_snapshot(serving: Serving, lead: Client) -> None:
    lead.hang_up()
    assert serving.leader().snapshot["scripts"] == [{"step": "s1", "text": SECRET}]


def test_who_comes_back_misses_no_step_and_gets_no_script(serving: Serving) -> None:
    anna, leader = serving.member("Anna"), serving.leader()
    seq = anna.seq
    anna.hang_up()
    leader.ask("programme.set", steps=STEPS)
    leader.ask("script.set", step="s1", text=SECRET)
    leader.hear_change()
    leader.hear_change()
    again = serving.socket()
    again.token = anna.token
    again.say({"type": "hello", "token": anna.token, "since": seq})
    missed = again.hear("changes")
    assert "programme.set" in repr(missed)
    assert SECRET not in repr(missed)
    assert again.in_order()


def test_a_shared_screen_gets_no_script(serving: Serving, lead: Client) -> None:
    assert lead.in_order()
    device = serving.leading_device()
    screen = serving.socket(device=device, Origin=serving.base)
    greeting = screen.hello(view="projector")
    assert greeting["type"] == "snapshot"
    assert SECRET not in repr(greeting)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("programme.set", {"steps": STEPS}),
        ("script.set", {"step": "s1", "text": "x"}),
        ("stone.add", {"stone": "own.x", "name": "X"}),
        ("stone.edit", {"stone": "teams", "questions": []}),
        ("stone.delete", {"stone": "own.x"}),
    ],
)
def test_participants_arrange_nothing(serving: Serving, kind: str, fields: dict[str, Any]) -> None:
    anna = serving.member("Anna")
    anna.ask(kind, **fields)
    assert anna.hear("refused")["reason"] == "facilitator_only"


def test_presence_is_shown_at_a_stone_of_ones_own_and_at_a_stop(serving: Serving) -> None:
    anna, bram = serving.member("Anna"), serving.member("Bram")
    for place in ("own.price", "break"):
        anna.say({"type": "presence", "stone": place, "typing": None, "drag": None, "cursor": None})
        bram.hear("presence")
        while bram.doing.get(anna.person, {}).get("stone") != place:
            bram.hear("presence")


def test_presence_elsewhere_is_malformed(serving: Serving) -> None:
    anna = serving.member("Anna")
    anna.say({"type": "presence", "stone": "nowhere", "typing": None, "drag": None, "cursor": None})
    assert anna.hear("refused")["reason"] == "malformed"
