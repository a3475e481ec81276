"""What people are doing: gathered, never stored, never numbered."""

from typing import Any

import pytest

from canvas.board import limits
from tests.web.client import Client
from tests.web.serving import Serving


def doing(client: Client, person: str) -> dict[str, Any]:
    """What this member hears next about that person."""
    while True:
        for found in client.hear("presence")["people"]:
            if found["person"] == person:
                return dict(found)


def until(client: Client, person: str, **expected: object) -> None:
    """Wait until this is heard about a person."""
    while not expected.items() <= doing(client, person).items():
        pass


def test_who_is_there_is_known_at_once_and_who_leaves_too(serving: Serving) -> None:
    anna = serving.member("Anna")
    bram = serving.member("Bram")
    assert set(bram.snapshot["online"]) >= {anna.person}
    until(anna, bram.person, online=True)
    bram.hang_up()
    until(anna, bram.person, online=False)


def test_others_see_what_one_is_doing(serving: Serving) -> None:
    anna, bram = serving.member("Anna"), serving.member("Bram")
    drag = {"note": "n1", "x": 4, "y": -5}
    bram.say({"type": "presence", "stone": "teams", "typing": "n2", "drag": drag})
    until(anna, bram.person, stone="teams")
    bram.say({"type": "presence", "stone": "goals", "typing": None, "drag": drag})
    while (found := doing(anna, bram.person))["stone"] != "goals":
        pass
    assert found == {"person": bram.person, "online": True, "stone": "goals", "typing": None, "drag": drag}


def test_what_many_do_comes_in_one_message(serving: Serving) -> None:
    anna, *others = [serving.member(name) for name in ("Anna", "Bram", "Cato", "Daan")]
    for round_ in range(5):
        for other in others:
            other.say({"type": "presence", "stone": "teams", "typing": f"n{round_}"})
    heard: list[list[dict[str, Any]]] = []
    while not heard or {p["person"] for p in heard[-1] if p["typing"] == "n4"} != {o.person for o in others}:
        heard.append(anna.hear("presence")["people"])
    assert len(heard) < 15
    assert serving.shop.session().seq == 4


def test_who_shows_too_much_is_slowed_down_silently(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PRESENCE_PER_SECOND", 1)
    anna, bram = serving.member("Anna"), serving.member("Bram")
    for number in range(10):
        bram.say({"type": "presence", "typing": f"n{number}"})
    found = doing(anna, bram.person)
    while found["typing"] is None:
        found = doing(anna, bram.person)
    assert found["typing"] == "n1"


def test_a_screen_that_only_shows_is_not_among_the_people(serving: Serving) -> None:
    wall = serving.socket(device=serving.leading_device())
    wall.hello(view="projector")
    anna = serving.member("Anna")
    assert set(anna.snapshot["online"]) <= {anna.person}
    wall.say({"type": "presence", "stone": "teams"})
    anna.say({"type": "presence", "stone": "goals"})
    assert doing(wall, anna.person)["online"]


def test_one_of_two_windows_that_closes_leaves_the_person_there(serving: Serving) -> None:
    anna, bram = serving.member("Anna"), serving.member("Bram")
    other = serving.socket()
    other.token = bram.token
    other.hello()
    other.hang_up()
    bram.say({"type": "presence", "stone": "goals"})
    until(anna, bram.person, stone="goals")
    cato = serving.member("Cato")
    assert bram.person in cato.snapshot["online"]
