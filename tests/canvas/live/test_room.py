"""Coming back, coming together, falling behind: nobody misses a change and nobody holds up the others."""

from collections.abc import Iterator

import pytest

from canvas.board.changes import NoteAdd, PersonRemove
from canvas.live import room
from storage.database import Database
from storage.house import House
from storage.ledger import Ledger, Request
from tests.storage.sample import fresh_id, url_of
from tests.web.client import Client
from tests.web.serving import Serving


@pytest.fixture
def beside(serving: Serving) -> Iterator[Ledger]:
    """Another process, such as manage.py, with the same database."""
    database = Database(url_of(serving.folder))
    ledger = Ledger(database)
    yield ledger
    ledger.close()
    database.close()


def add_beside(serving: Serving, beside: Ledger) -> int:
    add = NoteAdd(note=fresh_id(), stone="teams", text="Van elders")
    return beside.submit(Request(serving.shop.id, fresh_id(), add, serving.shop.lead)).seq


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
    monkeypatch.setattr(room, "KEPT", 2)
    bram, anna = serving.member("Bram"), serving.member("Anna")
    room_ = serving.hub.rooms[serving.shop.id]
    room_._recent = type(room_._recent)(room_._recent, maxlen=2)
    anna.hang_up()
    notes = [bram.add() for _ in range(3)]
    for _ in ("Anna came in", *notes):
        bram.hear_change()
    back, greeting = again(serving, anna, since=anna.seq)
    assert greeting["type"] == "snapshot"
    assert [note["id"] for note in greeting["notes"]] == notes  # type: ignore[attr-defined]
    note = back.add()
    assert back.hear_change()["note"] == note


@pytest.mark.parametrize("since", [0, 10**9, 10**30])
def test_a_number_that_cannot_be_gets_everything(serving: Serving, since: int) -> None:
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
    seen |= {change["note"] for change in client.hear("changes")["changes"]}
    assert seen == {note.id for note in serving.shop.session().notes}
    assert len(seen) == 2


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
    room_._recent.clear()
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
