"""A room that is led, on the wire: all hear what the facilitator does, and nobody else can do it."""

from typing import Any

import pytest

from stepstones.workshop import Timer
from tests.web.serving import Serving

LEADING = [
    "session.begin", "session.close", "session.reopen", "room.move", "spotlight.set", "group.present",
    "timer.start", "timer.pause", "timer.resume", "timer.add", "timer.stop", "stone.finish",
]  # fmt: skip
FIELDS: dict[str, dict[str, Any]] = {
    "room.move": {"stone": "teams", "together": True},
    "spotlight.set": {"note": None},
    "group.present": {"group": None},
    "timer.start": {"seconds": 60},
    "timer.add": {"seconds": 60},
    "stone.finish": {"stone": "teams", "finished": True, "conclusion": "Van mij"},
}


@pytest.mark.parametrize("kind", LEADING)
def test_a_participant_with_a_client_of_their_own_does_not_lead(serving: Serving, kind: str) -> None:
    bram, leader = serving.member("Bram"), serving.leader()
    bram.ask(kind, **FIELDS.get(kind, {}))
    assert bram.hear("refused")["reason"] == "facilitator_only"
    leader.ask("room.move", stone="market")
    assert leader.hear_change()["kind"] == "room.move"


def test_nobody_is_done_for_somebody_else(serving: Serving) -> None:
    anna, bram = serving.member("Anna"), serving.member("Bram")
    bram.ask("ready.set", on=True, person=anna.person)
    assert bram.hear("refused")["reason"] == "malformed"
    bram.ask("ready.set", on=True)
    heard = anna.hear_change()
    while heard["kind"] != "ready.set":
        heard = anna.hear_change()
    assert (heard["by"], heard["on"]) == (bram.person, True)


def test_who_asks_for_the_whole_finds_the_room_as_it_is_led(serving: Serving) -> None:
    leader, anna = serving.leader(), serving.member("Anna")
    leader.ask("session.begin")
    leader.ask("room.move", stone="teams", together=True)
    leader.ask("timer.start", seconds=300)
    (timer,) = [change["timer"] for change in (leader.hear_change() for _ in range(4)) if "seconds" in change]
    address = f"/api/workshops/{serving.shop.id}/snapshot"
    found = serving.http.get(address, headers={"Authorization": f"Bearer {anna.token}"}).json()["workshop"]
    assert (found["stone"], found["together"], found["timer"]) == ("teams", True, timer)
    assert found["begun"] is not None


def test_the_first_step_that_people_are_taken_along_begins_the_session(serving: Serving) -> None:
    leader, anna = serving.leader(), serving.member("Anna")
    leader.ask("room.move", stone="teams")
    while (heard := anna.hear_change())["kind"] != "room.move":
        pass
    assert heard["begun"] == heard["arrived"] == heard["at"]


def test_who_comes_back_hears_what_the_leader_did_meanwhile(serving: Serving) -> None:
    leader, anna = serving.leader(), serving.member("Anna")
    since = anna.seq
    anna.hang_up()
    leader.ask("room.move", stone="teams", together=True)
    leader.ask("timer.start", seconds=300)
    while leader.hear_change()["kind"] != "timer.start":
        pass
    back = serving.socket()
    back.token = anna.token
    assert [change["kind"] for change in back.hello(since=since)["changes"]][-2:] == ["room.move", "timer.start"]


def test_the_room_goes_on_without_who_leads_until_they_come_back_as_that(serving: Serving) -> None:
    device, anna, bram = serving.leading_device(), serving.member("Anna"), serving.member("Bram")
    leader = serving.socket(device=device, Origin=serving.base)
    leader.hello()
    leader.ask("room.move", stone="teams", together=True)
    leader.ask("timer.start", seconds=300)
    while (last := leader.hear_change())["kind"] != "timer.start":
        pass
    leader.hang_up()
    anna.ask("note.add", note="n1", stone="teams", text="Ondertussen")
    while bram.hear_change().get("note") != "n1":
        pass
    back = serving.socket(device=device, Origin=serving.base)
    assert [change["kind"] for change in back.hello(since=last["seq"])["changes"]] == ["note.add"]
    back.ask("room.move", stone="market")
    assert back.hear_change()["kind"] == "room.move"
    found = serving.shop.session().workshop
    assert (found.stone, found.together, found.timer) == ("market", True, Timer(300_000, last["timer"]["ends"], None))


def test_each_step_of_the_timer_tells_the_whole_of_it(serving: Serving) -> None:
    leader, anna = serving.leader(), serving.member("Anna")
    leader.ask("timer.start", seconds=300)
    leader.ask("timer.pause")
    leader.ask("timer.stop")
    heard = [change for change in (anna.hear_change() for _ in range(3)) if change["kind"].startswith("timer.")]
    assert [change["timer"] and change["timer"]["length"] for change in heard] == [300_000, 300_000, None]
    assert heard[0]["timer"]["ends"] == heard[0]["at"] + 300_000
    assert heard[1]["timer"]["ends"] is None


@pytest.mark.parametrize("seconds", [0, -1, 4 * 60 * 60 + 1, 1.5, "60"])
def test_a_timer_runs_for_a_bearable_time(serving: Serving, seconds: object) -> None:
    leader = serving.leader()
    leader.ask("timer.start", seconds=seconds)
    assert leader.hear("refused")["reason"] in ("malformed", "out_of_range")
