"""The one door: numbers, resends, refusals, batches, other processes, and power cuts."""

import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from sqlalchemy import Connection

from canvas.board.changes import StoryAdd
from canvas.board.leading import RoomMove
from canvas.board.notes import NoteAdd, NoteDelete, NoteEdit
from stepstones.errors import Refused
from storage.database import Database
from storage.errors import LedgerClosed
from storage.ledger import Ledger, Outcome, Request
from tests.storage.sample import Sample, fresh_id, url_of

ROOT = Path(__file__).parents[2]


def numbers(shop: Sample) -> list[int]:
    return [seq for seq, *_ in shop.log()]


def test_changes_are_numbered_without_gaps_from_one(shop: Sample) -> None:
    for _ in range(3):
        shop.note(shop.lead)
    assert numbers(shop) == [1, 2, 3]
    assert shop.session().seq == 3


def test_the_log_holds_what_went_over_the_wire(shop: Sample) -> None:
    made = shop.do(shop.lead, NoteAdd(note="n1", stone="teams", text="Balie"), "c1")
    assert shop.log() == [(made.seq, made.record, "all", None)]
    record = msgspec.json.decode(made.record or b"")
    assert record == {
        "seq": 1, "id": "c1", "by": shop.lead.person, "at": shop.ledger.now(), "kind": "note.add", "note": "n1",
        "stone": "teams", "text": "Balie", "question": None, "colour": "yellow", "x": 0, "y": 0, "z": 1,
        "author": shop.lead.person, "created": shop.ledger.now(), "picture": None, "width": 0, "height": 0,
        "sketch": False, "size": "medium", "cluster": None, "behalf": "", "audience": "all", "group": None,
        "anonymous": False,
    }  # fmt: skip


def test_a_resend_makes_nothing_twice_and_gets_the_same_number(shop: Sample) -> None:
    add = NoteAdd(note="n1", stone="teams", text="Balie")
    first, again = shop.do(shop.lead, add, "c1"), shop.do(shop.lead, add, "c1")
    assert (again.seq, again.record) == (first.seq, None)
    assert len(shop.session().notes) == 1


def test_an_id_that_another_workshop_used_is_free_here(shop: Sample) -> None:
    other = Sample(shop.ledger)
    for one in (shop, other):
        assert one.do(one.lead, NoteAdd(note="n1", stone="teams", text="Balie"), "c1").record is not None


def test_a_refusal_writes_nothing_and_takes_no_number(shop: Sample) -> None:
    shop.note(shop.lead)
    assert shop.refused(shop.lead, NoteDelete(note="gone")) == "note_gone"
    shop.note(shop.lead)
    assert numbers(shop) == [1, 2]


def test_a_workshop_that_is_not_there_is_refused(shop: Sample) -> None:
    with pytest.raises(Refused, match="workshop_gone"):
        shop.ledger.submit(Request("none", "c1", RoomMove(stone="teams"), shop.lead))


def in_one_batch(ledger: Ledger, *requests: Request) -> list[Outcome]:
    """What becomes of requests that wait together; the ledger is held up until all are in its line."""
    heard: list[Outcome] = []
    held, done = threading.Event(), threading.Event()

    def hear(outcomes: list[Outcome]) -> None:
        heard.extend(outcomes)
        if len(heard) == len(requests):
            done.set()

    ledger.listen(hear)
    with ThreadPoolExecutor(1) as pool:
        holding = pool.submit(ledger.write, lambda _connection: held.wait(10))
        ledger.enqueue(requests)
        held.set()
        assert holding.result(10)
        assert done.wait(10)
    return heard


def became(outcomes: list[Outcome]) -> list[object]:
    return [o.committed.seq if o.committed else o.refused and o.refused.reason for o in outcomes]


def fail(*_anything: object) -> None:
    raise OSError("the disk is full")


def test_in_a_batch_a_refused_change_leaves_the_others(shop: Sample) -> None:
    adds = [Request(shop.id, f"c{i}", NoteAdd(note=f"n{i}", stone="teams", text="Balie"), shop.lead) for i in range(3)]
    bad = Request(shop.id, "bad", NoteDelete(note="gone"), shop.lead)
    assert became(in_one_batch(shop.ledger, adds[0], bad, *adds[1:])) == [1, "note_gone", 2, 3]
    assert [note.id for note in shop.session().notes] == ["n0", "n1", "n2"]


def test_in_a_batch_a_change_that_breaks_leaves_the_others(shop: Sample, caplog: pytest.LogCaptureFixture) -> None:
    adds = [NoteAdd(note=f"n{i}", stone="teams", text="Balie") for i in range(3)]
    requests = [Request(shop.id, f"c{i}", add, shop.lead) for i, add in enumerate(adds)]
    requests[1] = Request(shop.id, "c1", adds[1], shop.lead, also=fail)
    assert became(in_one_batch(shop.ledger, *requests)) == [1, "not_saved", 2]
    assert "the disk is full" in caplog.text
    assert [note.id for note in shop.session().notes] == ["n0", "n2"]
    assert numbers(shop) == [1, 2]


def test_of_one_property_the_later_wins_and_others_are_left_alone(shop: Sample) -> None:
    note = shop.note(shop.lead, text="Eerst")
    for edit in (NoteEdit(note=note, text="Dan"), NoteEdit(note=note, colour="teal"), NoteEdit(note=note, x=5, y=7)):
        shop.do(shop.lead, edit)
    shop.do(shop.lead, NoteEdit(note=note, text="Ten slotte"))
    found = shop.look(note)
    assert (found.text, found.colour, found.x, found.y) == ("Ten slotte", "teal", 5, 7)


def test_changes_from_many_threads_all_get_a_number_of_their_own(shop: Sample) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: shop.note(shop.lead), range(80)))
    assert numbers(shop) == list(range(1, 81))
    places = [(note.x, note.y) for note in shop.session().notes]
    assert len(set(places)) == 80


def test_another_process_on_the_same_file_takes_turns(shop: Sample, tmp_path: Path) -> None:
    database = Database(url_of(tmp_path))
    beside = Ledger(database, shop.ledger.now)

    def write(number: int) -> int:
        ledger = (shop.ledger, beside)[number % 2]
        add = NoteAdd(note=fresh_id(), stone="teams", text="Balie")
        return ledger.submit(Request(shop.id, fresh_id(), add, shop.lead)).seq

    with ThreadPoolExecutor(8) as pool:
        given = list(pool.map(write, range(60)))
    beside.close()
    database.close()
    assert sorted(given) == numbers(shop) == list(range(1, 61))


def test_all_of_many_or_none(shop: Sample) -> None:
    before = shop.everything()
    stories = [StoryAdd(story=f"s{i}", stone=None, role="kassa", want="een seintje") for i in range(3)]
    requests = [Request(shop.id, fresh_id(), story, shop.lead) for story in (*stories, stories[0])]
    with pytest.raises(Refused, match="story_exists"):
        shop.ledger.submit_all(requests)
    assert shop.everything() == before
    shop.ledger.submit_all(requests[:3])
    assert numbers(shop) == [1, 2, 3]
    assert [story.id for story in shop.session().stories] == ["s0", "s1", "s2"]


def test_what_belongs_with_a_change_is_not_done_again_with_a_resend(shop: Sample) -> None:
    times: list[int] = []
    also: Callable[[Connection], None] = lambda _connection: times.append(1)  # noqa: E731
    for _ in range(2):
        shop.do(shop.lead, NoteAdd(note="n1", stone="teams", text="Balie"), "c1", also=also)
    assert times == [1]


def test_nobody_hears_of_a_change_before_it_is_in_the_database(shop: Sample, tmp_path: Path) -> None:
    beside = Database(url_of(tmp_path))
    seen: list[object] = []

    def hear(_outcomes: list[Outcome]) -> None:
        with beside.reading() as connection:
            seen.append(connection.exec_driver_sql("SELECT count(*) FROM changes").scalar())

    shop.ledger.listen(hear)
    shop.note(shop.lead)
    shop.note(shop.lead)
    beside.close()
    assert seen == [1, 2]


def test_a_listener_that_breaks_stops_nothing(shop: Sample) -> None:
    shop.ledger.listen(fail)
    assert shop.note(shop.lead)
    assert shop.note(shop.lead)


def test_other_writing_that_breaks_tells_who_asked_and_stops_nothing(shop: Sample) -> None:
    with pytest.raises(OSError, match="disk"):
        shop.ledger.write(fail)
    assert shop.note(shop.lead)


def test_closing_finishes_what_was_asked(shop: Sample) -> None:
    add = NoteAdd(note="n1", stone="teams", text="Balie")
    shop.ledger.enqueue([Request(shop.id, "c1", add, shop.lead)])
    shop.ledger.close()
    assert numbers(shop) == [1]


DIES = """
import os, signal, sys
from canvas.board.notes import NoteAdd
from stepstones.rules import HOUSE
from storage.database import Database
from storage.errors import LedgerClosed
from storage.ledger import Ledger, Request
ledger = Ledger(Database(sys.argv[1]))
for number in range(1000):
    add = NoteAdd(note=f"n{number}", stone="teams", text="Balie")
    seq = ledger.submit(Request(sys.argv[2], f"c{number}", add, HOUSE)).seq
    print(seq, flush=True)
"""


def test_an_acknowledged_change_survives_the_end_of_the_process(shop: Sample, tmp_path: Path) -> None:
    command = [sys.executable, "-c", DIES, url_of(tmp_path), shop.id]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        acknowledged = [int(process.stdout.readline()) for _ in range(20)]
        process.kill()  # SIGKILL, or TerminateProcess on Windows
        acknowledged += [int(line) for line in process.stdout.read().split("\n")[:-1]]
    assert acknowledged == list(range(1, len(acknowledged) + 1))
    assert numbers(shop)[: len(acknowledged)] == acknowledged
    assert shop.note(shop.lead)


def test_a_ledger_that_has_stopped_says_so_instead_of_waiting_for_ever(shop: Sample, database: Database) -> None:
    other = Ledger(database)
    other.close()
    with pytest.raises(LedgerClosed, match="Start it again"):
        other.submit(Request(shop.id, fresh_id(), NoteDelete(note="n1"), shop.lead))


def test_what_is_asked_while_the_ledger_closes_is_done_or_refused_but_never_left_waiting(
    shop: Sample, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The asker has seen an open ledger, and before it is in the line the ledger closes."""
    ledgers: list[Ledger] = []

    class Slow(queue.SimpleQueue[Any]):
        def put(self, item: Any, block: bool = True, timeout: float | None = None) -> None:
            if isinstance(item, Request):
                closing = threading.Thread(target=ledgers[0].close, daemon=True)
                closing.start()
                closing.join(0.3)  # as far as it comes
            super().put(item, block, timeout)

    monkeypatch.setattr("storage.ledger.queue", SimpleNamespace(SimpleQueue=Slow))
    ledgers.append(Ledger(database))
    add = Request(shop.id, fresh_id(), NoteAdd(note="n1", stone="teams", text="Balie"), shop.lead)
    asking = threading.Thread(target=ledgers[0].submit, args=(add,), daemon=True)
    asking.start()
    asking.join(8)
    assert not asking.is_alive()
    assert [note.id for note in shop.session().notes] == ["n1"]


def test_a_ledger_closes_twice(database: Database) -> None:
    ledger = Ledger(database)
    ledger.close()
    ledger.close()


def test_writing_that_nobody_waits_for_any_more_is_left_out(shop: Sample) -> None:
    held = threading.Event()
    holding = shop.ledger.start(lambda _connection: held.wait(10))
    given_up = shop.ledger.start(fail)
    assert given_up.cancel()
    held.set()
    assert holding.result(10)
    assert shop.note(shop.lead)
