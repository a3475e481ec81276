"""Coming together, falling behind: nobody misses a change and nobody holds up the others."""

import pytest

from canvas.board.notes import NoteAdd
from canvas.board.people import PersonRemove
from canvas.live.recent import Recent
from storage.house import House
from storage.ledger import Ledger, Request
from tests.canvas.live.conftest import add_beside
from tests.storage.sample import fresh_id
from tests.web.client import Client
from tests.web.serving import Serving


def test_what_another_process_wrote_arrives(serving: Serving, beside: Ledger) -> None:
    anna = serving.member("Anna")
    seq = add_beside(serving, beside)
    assert anna.hear_change()["seq"] == seq


def test_changes_from_two_processes_arrive_once_and_in_order(serving: Serving, beside: Ledger) -> None:
    anna = serving.member("Anna")
    for _ in range(10):
        add_beside(serving, beside)
        anna.add()
    numbers = [anna.hear_change()["seq"] for _ in range(20)]
    assert numbers == list(range(2, 22))
    assert anna.in_order()


def test_someone_shown_out_by_another_process_is_gone(serving: Serving, beside: Ledger) -> None:
    anna = serving.member("Anna")
    beside.submit(Request(serving.shop.id, fresh_id(), PersonRemove(person=anna.person), serving.shop.lead))
    assert anna.ended()[1][-1]["reason"] == "removed"


def test_what_happens_while_the_first_one_comes_in_is_not_missed(
    serving: Serving, beside: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process and this one both write between the reading of the snapshot and its arrival in the room."""
    read, joined = House.session, serving.join("Anna")
    written: list[int] = []

    def slow(house: House, workshop: str) -> object:
        session = read(house, workshop)
        if not written:
            written.append(add_beside(serving, beside))
            written.append(serving.shop.do(serving.shop.lead, NoteAdd(note="n2", stone="teams", text="Hier")).seq)
        return session

    monkeypatch.setattr(House, "session", slow)
    client = serving.socket()
    client.say({"type": "hello", "token": joined["token"]})
    snapshot = client.hear("snapshot")
    seen = {note["id"] for note in snapshot["notes"]}
    while len(seen) < 2:
        seen |= {change["note"] for change in client.hear("changes")["changes"]}
    assert seen == {note.id for note in serving.shop.session().notes}


def test_who_comes_in_while_the_last_one_leaves_hears_what_happens(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = serving.member("Anna")
    bram = serving.socket()
    bram.token = serving.join("Bram")["token"]
    room_ = serving.hub.rooms[serving.shop.id]
    room_._snapshot = None  # so that coming in takes a while
    read = House.session

    def meanwhile(house: House, workshop: str) -> object:
        anna.hang_up()
        while room_.members:
            pass  # until the server noticed
        return read(house, workshop)

    monkeypatch.setattr(House, "session", meanwhile)
    bram.hello()
    note = bram.add()
    assert bram.hear_change()["note"] == note


def test_a_backup_put_back_under_a_running_server_keeps_nobody_waiting(serving: Serving) -> None:
    serving.member("Anna")
    room_ = serving.hub.rooms[serving.shop.id]
    room_.seq, room_._snapshot = 1_000_000, None
    room_._recent = Recent()
    assert serving.member("Bram").snapshot["seq"] == 2


def stall(serving: Serving, client: Client) -> None:
    """Send a member more than its line takes while it does not read."""
    (member,) = (m for m in serving.hub.rooms[serving.shop.id].members if m.actor.person == client.person)
    assert serving.hub.loop
    for _ in range(30):
        serving.hub.loop.call_soon_threadsafe(member.push, '{"type":"pong"}' + " " * 1_000_000)


def test_who_does_not_listen_holds_nobody_up_and_is_let_go(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("canvas.live.routes.LAST_WORDS_WITHIN", 0.1, raising=False)
    anna, bram = serving.member("Anna"), serving.member("Bram")
    stall(serving, anna)
    note = bram.add()
    assert bram.hear_change()["note"] == note
    while bram.doing.get(anna.person, {"online": True})["online"]:
        bram.hear("presence")


def test_who_is_shown_out_writes_nothing_more_even_when_they_do_not_listen(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, bram = serving.member("Anna"), serving.member("Bram")
    (member,) = (m for m in serving.hub.rooms[serving.shop.id].members if m.actor.person == anna.person)
    assert serving.hub.loop
    monkeypatch.setattr(member, "_most", 100_000_000)
    for _ in range(30):
        serving.hub.loop.call_soon_threadsafe(member.push, '{"type":"pong"}' + " " * 1_000_000)
    serving.shop.do(serving.shop.lead, PersonRemove(person=anna.person))
    while bram.hear_change()["kind"] != "person.remove":
        pass
    anna.add("Ik ben er nog")
    note = bram.add()
    assert bram.hear_change()["note"] == note
    assert bram.in_order()
    assert [found.id for found in serving.shop.session().notes] == [note]


def test_a_workshop_that_is_full_can_still_be_entered(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("canvas.live.member.WAITING_BYTES", 1_000)
    for _ in range(3):
        serving.shop.note(serving.shop.lead, text="x" * 1_000)
    anna = serving.member("Anna")
    assert anna.in_order()
