"""What people are doing: gathered, never stored, never numbered."""

from typing import Any

import pytest

from canvas.board import limits
from canvas.board.notes import SketchSave
from stepstones.rules import Actor
from stepstones.stones import BOARDS
from stepstones.workshop import FRAMING
from tests.storage.sample import Sample, drawing, fresh_id
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
    note = bram.add()
    bram.hear_change()
    drag = {"notes": [note], "dx": 4, "dy": -5}
    bram.say({"type": "presence", "stone": "teams", "typing": "n2", "drag": drag, "cursor": {"x": 1, "y": 2}})
    until(anna, bram.person, stone="teams")
    bram.say({"type": "presence", "stone": "goals", "typing": None, "drag": None})
    until(anna, bram.person, stone="goals")
    assert shown(anna, bram, drag) == {
        "person": bram.person, "online": True, "stone": "teams", "typing": None, "drag": drag, "cursor": None,
    }  # fmt: skip


def shown(watching: Client, dragging: Client, drag: dict[str, Any], stone: str = "teams") -> dict[str, Any]:
    """What one sees of another who says to drag a note."""
    mark = fresh_id()
    dragging.say({"type": "presence", "stone": stone, "typing": mark})
    until(watching, dragging.person, typing=mark)
    dragging.say({"type": "presence", "stone": stone, "drag": drag})
    while (found := doing(watching, dragging.person))["typing"] == mark:
        pass
    return found


def at(*notes: str) -> dict[str, Any]:
    return {"notes": list(notes), "dx": 1, "dy": 2}


def test_others_see_where_one_points_until_one_leaves(serving: Serving) -> None:
    anna, bram = serving.member("Anna"), serving.member("Bram")
    bram.say({"type": "presence", "stone": "teams", "cursor": {"x": -5, "y": 7}})
    until(anna, bram.person, cursor={"x": -5, "y": 7}, drag=None)
    bram.hang_up()
    until(anna, bram.person, online=False, cursor=None)


def added(client: Client) -> str:
    """A note of a member, of which the room has heard."""
    note = client.add()
    while client.hear_change().get("note") != note:
        pass
    return note


def test_nobody_is_shown_dragging_what_they_may_not_move(serving: Serving) -> None:
    anna, bram, lead = serving.member("Anna"), serving.member("Bram"), serving.leader()
    note = added(anna)
    refused = shown(anna, bram, at(note))
    assert (refused["drag"], refused["stone"], refused["online"]) == (None, "teams", True)
    assert shown(bram, anna, at(note))["drag"] == at(note)
    assert shown(bram, lead, at(note))["drag"] == at(note)


def test_nobody_is_shown_dragging_what_is_not_there(serving: Serving) -> None:
    anna, lead = serving.member("Anna"), serving.leader()
    note = added(lead)
    other = Sample(serving.ledger)
    for elsewhere in (other.note(other.lead), "none"):
        assert shown(anna, lead, at(elsewhere))["drag"] is None
    assert shown(anna, lead, at(note), "goals")["drag"] is None
    lead.ask("note.delete", note=note)
    lead.hear_change()
    assert shown(anna, lead, at(note))["drag"] is None
    lead.ask("note.restore", note=note)
    lead.hear_change()
    assert shown(anna, lead, at(note))["drag"] == at(note)


def test_nobody_is_shown_typing_in_what_they_may_not_edit(serving: Serving) -> None:
    anna, bram, lead = serving.member("Anna"), serving.member("Bram"), serving.leader()
    note = added(anna)
    bram.say({"type": "presence", "stone": "teams", "typing": note})
    while (seen := doing(anna, bram.person))["stone"] != "teams":
        pass
    assert seen["typing"] is None
    bram.say({"type": "presence", "stone": "teams", "typing": "new"})
    until(anna, bram.person, typing="new")
    anna.say({"type": "presence", "stone": "teams", "typing": note})
    until(bram, anna.person, typing=note)
    lead.say({"type": "presence", "stone": "teams", "typing": note})
    until(bram, lead.person, typing=note)


def test_notes_from_before_the_room_opened_can_be_dragged_by_their_authors(serving: Serving) -> None:
    bram = serving.member("Bram")
    theirs = serving.shop.note(serving.shop.lead)
    own = added(bram)
    bram.hang_up()
    again = serving.socket()
    again.token, again.person = bram.token, bram.person
    anna = serving.member("Anna")
    again.hello()
    assert shown(anna, again, at(own))["drag"] == at(own)
    assert shown(anna, again, at(theirs))["drag"] is None
    sketch = SketchSave(note="s1", stone="teams", text="De balie", picture="p1", width=700, height=400)
    serving.shop.do(Actor(bram.person, "participant"), sketch, picture=drawing("p1"))
    again.hear_change()
    assert shown(anna, again, at("s1"))["drag"] == at("s1")


def test_several_notes_are_dragged_together_or_not_at_all(serving: Serving) -> None:
    anna, bram = serving.member("Anna"), serving.member("Bram")
    own, more, theirs = added(bram), added(bram), added(anna)
    assert shown(anna, bram, at(own, more))["drag"] == at(own, more)
    assert shown(anna, bram, at(own, theirs, more))["drag"] is None


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


@pytest.mark.parametrize(
    "what",
    [{"stone": "x" * 64}, {"stone": "nowhere"}, {"stone": ""}, {"stone": "<b>"}, {"stone": ["teams"]},
     {"typing": "a b"}, {"typing": ""}, {"typing": "x" * 65}, {"typing": ["n1"]}, {"drag": {"note": "n1"}},
     {"drag": {"notes": [], "dx": 1, "dy": 1}}, {"drag": {"notes": ["n"] * 201, "dx": 1, "dy": 1}},
     {"drag": {"notes": ["n"], "dx": 200_001, "dy": 1}}, {"cursor": {"x": 100_001, "y": 0}}, {"cursor": {"x": 1}}],
)  # fmt: skip
def test_what_nobody_can_be_doing_is_refused_and_shown_to_nobody(serving: Serving, what: dict[str, object]) -> None:
    anna, bram = serving.member("Anna"), serving.member("Bram")
    bram.say({"type": "presence"} | what)
    assert bram.hear()["reason"] in ("malformed", "too_few", "too_many", "out_of_range")
    bram.say({"type": "presence", "stone": "goals"})
    seen = [doing(anna, bram.person)]
    while seen[-1]["stone"] != "goals":
        seen.append(doing(anna, bram.person))
    assert {(found["stone"], found["typing"]) for found in seen} <= {(None, None), ("goals", None)}


def test_who_comes_back_to_an_empty_room_can_still_drag(serving: Serving) -> None:
    bram = serving.member("Bram")
    own = added(bram)
    bram.hang_up()
    while serving.shop.id in serving.hub.rooms:
        pass
    again = serving.socket()
    again.token, again.person = bram.token, bram.person
    assert again.hello(since=bram.seq)["type"] == "changes"
    theirs = serving.shop.note(serving.shop.lead)
    anna = serving.member("Anna")
    assert shown(anna, again, at(own))["drag"] == at(own)
    assert shown(anna, again, at(theirs))["drag"] is None


@pytest.mark.parametrize("stone", [*BOARDS, FRAMING])
def test_one_can_be_at_every_stone_and_before_the_first(serving: Serving, stone: str) -> None:
    anna, bram = serving.member("Anna"), serving.member("Bram")
    bram.say({"type": "presence", "stone": stone})
    until(anna, bram.person, stone=stone)
