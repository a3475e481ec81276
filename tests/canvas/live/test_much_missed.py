"""Much that was missed: it is read and sent in parts that are no trouble to anybody."""

import asyncio
import json

import pytest

from canvas.live import recent
from stepstones.log import Record
from storage.house import House
from storage.ledger import Ledger
from storage.reading import Bounds
from tests.canvas.live.conftest import add_beside
from tests.canvas.live.test_coming_back import again, empty
from tests.web.serving import Serving


def test_what_was_made_together_comes_in_frames_and_nobody_is_let_go(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("canvas.live.frames.LOT_BYTES", 1_000)
    monkeypatch.setattr("canvas.live.member.WAITING_BYTES", 2_000)
    anna = serving.member("Anna")
    room_, loop = serving.hub.rooms[serving.shop.id], serving.hub.loop
    made = [Record(anna.seq + n, json.dumps({"seq": anna.seq + n, "text": "x" * 600}).encode()) for n in range(1, 21)]
    assert loop
    loop.call_soon_threadsafe(room_.deliver, made)
    frames = [anna.hear("changes") for _ in made]
    assert [frame["seq"] for frame in frames] == [seq for seq, *_ in made]
    assert anna.in_order()


def test_what_was_missed_comes_in_frames_of_a_bearable_size(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("canvas.live.frames.LOT_BYTES", 1_000)
    bram, anna = serving.member("Bram"), serving.member("Anna")
    anna.hang_up()
    notes = [bram.add("x" * 600) for _ in range(3)]
    for _ in ("Anna came in", *notes):
        bram.hear_change()
    back, first = again(serving, anna, since=anna.seq)
    more = [back.hear("changes") for _ in notes[1:]]
    assert [[change["note"] for change in frame["changes"]] for frame in (first, *more)] == [[note] for note in notes]
    assert [("you" in frame, "online" in frame) for frame in (first, *more)] == [*[(False, False)] * 2, (True, True)]
    assert more[-1]["seq"] == bram.seq
    assert back.in_order()


def test_a_room_that_opens_reads_no_more_than_it_keeps(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent, "KEPT_BYTES", 1_500)
    read, anna = [], serving.member("Anna")
    empty(serving, anna)
    for _ in range(3):
        serving.shop.note(serving.shop.lead, text="x" * 600)
    opening = House.opening

    def counted(house: House, workshop: str, bounds: Bounds) -> object:
        opened = opening(house, workshop, bounds)
        assert opened
        read.extend(opened.records)
        return opened

    monkeypatch.setattr(House, "opening", counted)
    assert again(serving, anna, since=anna.seq)[1]["type"] == "snapshot"
    assert len(read) == 1


def test_what_another_process_wrote_is_read_in_parts(
    serving: Serving, beside: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recent, "KEPT_BYTES", 600)
    anna = serving.member("Anna")
    room_, loop = serving.hub.rooms[serving.shop.id], serving.hub.loop
    assert loop
    asyncio.run_coroutine_threadsafe(room_._catching_up.acquire(), loop).result()
    last = [add_beside(serving, beside) for _ in range(5)][-1]
    loop.call_soon_threadsafe(room_._catching_up.release)
    heard = [anna.hear_change()["seq"] for _ in range(5)]
    assert heard == list(range(last - 4, last + 1))
    assert anna.in_order()
