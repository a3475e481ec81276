"""Coming back: who has something already gets what they missed, whoever else is there."""

import asyncio
import json
from typing import Any

import pytest

from canvas.board.notes import NoteAdd
from canvas.live import recent, room
from canvas.live.member import Member
from sentences import sentence
from stepstones.rules import HOUSE
from storage import founding
from storage.house import House
from storage.ledger import Ledger, Request
from storage.reading import Bounds
from tests.canvas.live.conftest import add_beside
from tests.storage.sample import fresh_id
from tests.web.client import Client
from tests.web.serving import Serving


def again(serving: Serving, client: Client, **hello: object) -> tuple[Client, dict[str, object]]:
    """The same member on a new socket, and how it was greeted."""
    client.hang_up()
    back = serving.socket()
    back.token = client.token
    return back, back.hello(**hello)


def test_who_comes_back_gets_only_what_they_missed(serving: Serving) -> None:
    bram, anna = serving.member("Bram"), serving.member("Anna")
    anna.hang_up()
    bram.hear_change()  # Anna came in
    note = bram.add()
    bram.hear_change()
    back, greeting = again(serving, anna, since=anna.seq)
    assert greeting["type"] == "changes"
    assert [change["note"] for change in greeting["changes"]] == [note]  # type: ignore[attr-defined]
    assert greeting["you"] == {"person": anna.person, "role": "participant"}
    assert set(greeting["online"]) >= {bram.person}  # type: ignore[call-overload]
    assert back.in_order()


def test_who_missed_nothing_gets_nothing(serving: Serving) -> None:
    serving.member("Bram")
    anna = serving.member("Anna")
    _, greeting = again(serving, anna, since=anna.seq)
    assert (greeting["type"], greeting["changes"], greeting["seq"]) == ("changes", [], anna.seq)


def test_who_was_away_too_long_gets_everything(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent, "KEPT", 2)
    bram, anna = serving.member("Bram"), serving.member("Anna")
    anna.hang_up()
    notes = [bram.add() for _ in range(3)]
    for _ in ("Anna came in", *notes):
        bram.hear_change()
    back, greeting = again(serving, anna, since=anna.seq)
    assert greeting["type"] == "snapshot"
    assert [note["id"] for note in greeting["notes"]] == notes  # type: ignore[attr-defined]
    note = back.add()
    assert back.hear_change()["note"] == note


def test_who_missed_more_than_is_kept_gets_everything(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent, "KEPT_BYTES", 1_000)
    bram, anna = serving.member("Bram"), serving.member("Anna")
    anna.hang_up()
    notes = [bram.add("x" * 500) for _ in range(3)]
    for _ in ("Anna came in", *notes):
        bram.hear_change()
    back, greeting = again(serving, anna, since=anna.seq)
    assert greeting["type"] == "snapshot"
    empty(serving, bram, back)
    assert again(serving, anna, since=anna.seq)[1]["type"] == "snapshot"


@pytest.mark.parametrize("since", [0, 10**9, 10**30])
def test_nothing_or_a_number_that_cannot_be_gets_everything(serving: Serving, since: int) -> None:
    serving.shop.note(serving.shop.lead)
    anna = serving.member("Anna")
    _, greeting = again(serving, anna, since=since)
    assert greeting["type"] == "snapshot"


def test_a_room_that_emptied_opens_again(serving: Serving) -> None:
    anna = serving.member("Anna")
    note = anna.add()
    anna.hear_change()
    back, greeting = again(serving, anna)
    assert [found["id"] for found in greeting["notes"]] == [note]  # type: ignore[attr-defined]
    second = back.add()
    assert back.hear_change()["note"] == second


def empty(serving: Serving, *members: Client) -> None:
    """Everybody leaves, and the server has noticed."""
    for member in members:
        member.hang_up()
    while serving.shop.id in serving.hub.rooms:
        pass


def test_who_comes_back_to_an_empty_room_gets_only_what_they_missed(serving: Serving) -> None:
    anna = serving.member("Anna")
    empty(serving, anna)
    note = serving.shop.note(serving.shop.lead)
    back, greeting = again(serving, anna, since=anna.seq)
    assert greeting["type"] == "changes"
    assert [change["note"] for change in greeting["changes"]] == [note]  # type: ignore[attr-defined]
    assert (greeting["you"], greeting["seq"]) == ({"person": anna.person, "role": "participant"}, anna.seq + 1)
    second = back.add()
    assert back.hear_change()["note"] == second


def test_who_comes_back_after_everybody_and_missed_nothing_gets_nothing(serving: Serving) -> None:
    anna = serving.member("Anna")
    empty(serving, anna)
    _, greeting = again(serving, anna, since=anna.seq)
    assert (greeting["type"], greeting["changes"], greeting["seq"]) == ("changes", [], anna.seq)


def test_who_comes_back_after_one_who_is_new_gets_only_what_they_missed(serving: Serving) -> None:
    anna = serving.member("Anna")
    empty(serving, anna)
    note = serving.shop.note(serving.shop.lead)
    bram = serving.member("Bram")
    _, greeting = again(serving, anna, since=anna.seq)
    assert [change.get("note") for change in greeting["changes"]] == [note, None]  # type: ignore[attr-defined]
    assert bram.in_order()


@pytest.mark.parametrize(("missed", "greeted"), [(3, "changes"), (4, "snapshot")])
def test_the_log_is_read_so_far_back_and_no_further(
    serving: Serving, monkeypatch: pytest.MonkeyPatch, missed: int, greeted: str
) -> None:
    monkeypatch.setattr(recent, "KEPT", 3)
    anna = serving.member("Anna")
    empty(serving, anna)
    for _ in range(missed):
        serving.shop.note(serving.shop.lead)
    back, greeting = again(serving, anna, since=anna.seq)
    assert greeting["type"] == greeted
    note = back.add()
    assert back.hear_change()["note"] == note


def test_a_workshop_from_an_archive_has_no_log_of_before(serving: Serving) -> None:
    serving.shop.note(serving.shop.lead)
    old = serving.shop.session()
    copied = serving.ledger.write(lambda c: founding.found_from(c, old, serving.ledger.now(), facilitator="Cato"))
    add = NoteAdd(note=fresh_id(), stone="teams", text="Hierna")
    seq = serving.ledger.submit(Request(copied.workshop, fresh_id(), add, copied.facilitator.actor)).seq
    assert seq == 2
    greeted = {since: asyncio.run(greeting_of(serving.ledger, copied.workshop, since)) for since in (0, 1, 2, 3)}
    assert {since: [frame["type"] for frame in said] for since, said in greeted.items()} == {
        0: ["snapshot", "changes"], 1: ["changes"], 2: ["changes"], 3: ["snapshot", "changes"],
    }  # fmt: skip


def test_after_a_restart_of_the_server_one_gets_only_what_one_missed(serving: Serving, beside: Ledger) -> None:
    anna = serving.member("Anna")
    note = serving.shop.note(serving.shop.lead)
    ((greeting,), gone) = (asyncio.run(greeting_of(beside, id, anna.seq)) for id in (serving.shop.id, "none"))
    assert [change["note"] for change in greeting["changes"]] == [note]
    assert gone == []


async def greeting_of(ledger: Ledger, workshop: str, since: int) -> list[dict[str, Any]]:
    """What the first member of a server that has just started hears on coming in."""
    said: list[dict[str, Any]] = []

    async def send(frame: str) -> None:
        said.append(json.loads(frame))

    member = Member(HOUSE, "nl", send)
    await room.Room(workshop, House(ledger, sentence)).enter(member, since)
    member.closed.set()
    await member.run()
    return [frame for frame in said if frame["type"] != "presence"]


def test_all_who_come_back_together_share_one_reading(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    members = [serving.member(name) for name in ("Anna", "Bram", "Cato", "Daan")]
    empty(serving, *members)
    note = serving.shop.note(serving.shop.lead)
    read, readings = House.opening, []

    def together(house: House, workshop: str, bounds: Bounds) -> object:
        readings.append(workshop)
        while serving.hub.rooms[workshop].visitors < len(members):
            pass  # until all of them are at the door
        return read(house, workshop, bounds)

    monkeypatch.setattr(House, "opening", together)
    monkeypatch.setattr(House, "session", None)
    back = [serving.socket() for _ in members]
    for client, member in zip(back, members, strict=True):
        client.say({"type": "hello", "token": member.token, "since": members[-1].seq})
    assert [[change["note"] for change in client.hear("changes")["changes"]] for client in back] == [[note]] * 4
    assert readings == [serving.shop.id]


def test_what_happens_while_a_room_opens_is_not_missed(
    serving: Serving, beside: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process and this one both write between the reading of the log and its arrival in the room."""
    anna = serving.member("Anna")
    empty(serving, anna)
    read = House.opening

    def slow(house: House, workshop: str, bounds: Bounds) -> object:
        opening = read(house, workshop, bounds)
        add_beside(serving, beside)
        serving.shop.note(serving.shop.lead)
        return opening

    monkeypatch.setattr(House, "opening", slow)
    back, greeting = again(serving, anna, since=anna.seq)
    assert [change["seq"] for change in greeting["changes"]] == [anna.seq + 1, anna.seq + 2]  # type: ignore[attr-defined]
    assert back.in_order()


def test_several_notes_of_one_change_are_missed_and_caught_up_with_together(serving: Serving) -> None:
    bram, anna = serving.member("Bram"), serving.member("Anna")
    anna.hang_up()
    bram.hear_change()  # Anna came in
    notes = [fresh_id() for _ in range(200)]
    asked: dict[str, Any] = {"stone": "teams", "notes": [{"note": note, "text": "Balie"} for note in notes]}
    id = bram.ask("notes.add", **asked)
    seq = bram.hear_change()["seq"]
    bram.ask("notes.edit", edits=[{"note": note, "x": 5} for note in notes])
    bram.hear_change()
    back, greeting = again(serving, anna, since=anna.seq)
    missed: Any = greeting["changes"]
    assert [[each["note"] for each in change.get("notes", change.get("edits"))] for change in missed] == [notes] * 2
    bram.ask("notes.add", id, **asked)
    assert bram.hear("ack") == {"type": "ack", "id": id, "seq": seq}
    assert back.in_order()


def test_two_who_delete_and_edit_the_same_notes_at_once_hear_the_same(serving: Serving) -> None:
    anna, lead = serving.member("Anna"), serving.leader()
    notes = [fresh_id() for _ in range(20)]
    anna.ask("notes.add", stone="teams", notes=[{"note": note, "text": "Balie"} for note in notes])
    while lead.hear_change()["kind"] != "notes.add":
        pass
    edits = {anna.ask("note.edit", note=note, x=number) for number, note in enumerate(notes)}
    lead.ask("notes.delete", notes=notes)
    last = anna.ask("note.add", note=fresh_id(), stone="teams", text="Ten slotte")
    of_anna, of_lead = heard_until(anna, last), heard_until(lead, last)
    refused = {message["id"]: message["reason"] for message in of_anna if message["type"] == "refused"}
    made = [change for message in of_anna for change in message.get("changes", ())]
    assert set(refused.values()) <= {"note_gone"}
    assert edits == {change["id"] for change in made if change["kind"] == "note.edit"} | refused.keys()
    told = [change for message in of_lead for change in message.get("changes", ())]
    assert told == [change for change in made if change["seq"] >= told[0]["seq"]]
    assert [note.text for note in serving.shop.session().notes] == ["Ten slotte"]


def heard_until(client: Client, last: str) -> list[dict[str, Any]]:
    """All that a member hears until a change is made."""
    heard: list[dict[str, Any]] = []
    while last not in {change["id"] for message in heard for change in message.get("changes", ())}:
        heard.append(client.hear())
    return heard
