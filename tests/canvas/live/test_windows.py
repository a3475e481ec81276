"""One person in many windows: together they go no faster than in one, and there are not too many of them."""

import pytest

from canvas.board import limits
from canvas.live import room
from stepstones.workshop import Role
from storage import access
from storage.access import Membership
from tests.storage.sample import fresh_id
from tests.web.client import Client
from tests.web.serving import Serving


def beside(serving: Serving, client: Client, **hello: object) -> Client:
    """The same person in one more window."""
    other = serving.socket()
    other.token = client.token
    other.hello(**hello)
    return other


def screen(serving: Serving, role: Role, number: int = 1) -> Client:
    """A device that came by the key of shared screens, or of readers."""
    device, member = f"{role}{number}".ljust(32, "d"), Membership(serving.shop.id, role, None)
    serving.ledger.write(lambda c: access.remember(c, device, member, serving.ledger.now()))
    return serving.socket(device=device, Origin=serving.base)


def refusals(*clients: Client) -> list[str]:
    """Why changes were refused, where each of these asked for two notes."""
    asked = [(client, {ask_for_note(client), ask_for_note(client)}) for client in clients]
    return [reason for client, ids in asked for reason in refused(client, ids)]


def ask_for_note(client: Client) -> str:
    return client.ask("note.add", note=fresh_id(), stone="teams", text="Balie")


def refused(client: Client, asked: set[str]) -> list[str]:
    """The reasons for those of these changes that are not made, once all are answered."""
    reasons: dict[str, str] = {}
    made: set[str] = set()
    while asked - made - reasons.keys():
        said = client.hear("refused", "changes")
        made |= {change["id"] for change in said.get("changes", ())}
        reasons |= {said["id"]: said["reason"]} if said["type"] == "refused" else {}
    return list(reasons.values())


def is_open(client: Client) -> bool:
    """Does the line work, whatever else is said on it?"""
    client.say({"type": "ping"})
    return bool(client.hear("pong", "bye")["type"] == "pong")


def test_many_windows_are_no_faster_than_one(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHANGES_PER_SECOND", 0.3)  # three at once
    anna, bram = serving.member("Anna"), serving.member("Bram")
    assert refusals(anna, beside(serving, anna)) == ["too_fast"]
    assert refusals(bram) == []


def test_coming_back_is_no_way_to_go_faster(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHANGES_PER_SECOND", 0.2)  # two at once
    anna = serving.member("Anna")
    assert refusals(anna) == []
    anna.hang_up()
    while serving.shop.id in serving.hub.rooms:
        pass
    assert refusals(beside(serving, anna)) == ["too_fast"] * 2


def test_who_opens_one_window_too_many_loses_the_oldest(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "SOCKETS", 3)
    bram, anna = serving.member("Bram"), serving.member("Anna")
    windows = [anna, beside(serving, anna), beside(serving, anna), beside(serving, anna)]
    code, said = anna.ended()
    assert (code, said[-1]["type"], said[-1]["reason"]) == (1008, "bye", "too_many_windows")
    assert "3" in said[-1]["sentence"]
    assert all(map(is_open, (bram, *windows[1:])))
    assert anna.person in serving.hub.online(serving.shop.id)


def test_the_shared_screen_outlives_older_windows(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "SOCKETS", 2)
    anna = serving.member("Anna", view="projector")
    laptop = beside(serving, anna)
    phone = beside(serving, anna)
    assert laptop.ended()[1][-1]["reason"] == "too_many_windows"
    assert is_open(anna)
    assert is_open(phone)


def test_screens_of_nobody_in_particular_are_not_without_end(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "SCREENS", 2)
    for number in (1, 2):
        assert screen(serving, "reader", number).hello()["type"] == "snapshot"
    third, shared = screen(serving, "reader", 3), screen(serving, "projector")
    third.say({"type": "hello"})
    code, said = third.ended()
    assert (code, said[0]["type"], said[0]["reason"]) == (1008, "bye", "too_many_screens")
    assert shared.hello()["type"] == "snapshot"


def test_every_screen_of_nobody_in_particular_has_its_own_tempo(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "CHANGES_PER_SECOND", 0.2)  # two at once
    one, other = screen(serving, "reader", 1), screen(serving, "reader", 2)
    for client in (one, other):
        client.hello()
    assert refusals(one, other) == ["read_only"] * 4
