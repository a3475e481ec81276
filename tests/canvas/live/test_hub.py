"""Looking after the open rooms, also while the database cannot be read."""

import threading
from collections.abc import Sequence

import pytest

from storage.house import House
from tests.web.serving import Serving


class Broken:
    """A reading that fails until it is mended."""

    def __init__(self, patch: pytest.MonkeyPatch, name: str) -> None:
        self.mended = False
        self._real = getattr(House, name)
        self._asked = threading.Semaphore(0)
        patch.setattr(House, name, lambda house, *given: self._read(house, *given))

    def wait(self, times: int) -> None:
        """Until it was asked for so many times more."""
        for _ in range(times):
            assert self._asked.acquire(timeout=10)

    def _read(self, house: House, *given: Sequence[str] | str | int) -> object:
        self._asked.release()
        if not self.mended:
            raise OSError("the disk is on fire")
        return self._real(house, *given)


def test_a_database_that_cannot_be_read_is_told_once_and_rooms_go_on_after_it(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = serving.member("Anna")
    broken = Broken(monkeypatch, "last_numbers")
    broken.wait(4)
    assert len(serving.errors.said) == 1
    assert "fire" in serving.errors.said[0]
    serving.errors.said.clear()
    broken.mended = True
    broken.wait(2)
    note = anna.add()
    assert anna.hear_change()["note"] == note


def test_a_room_that_cannot_read_what_it_missed_does_so_later(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = serving.member("Anna")
    broken = Broken(monkeypatch, "since")
    room = serving.hub.rooms[serving.shop.id]
    assert room.seq
    room.seq -= 1
    first, second = anna.add(), anna.add()
    broken.wait(5)  # two for the notes, the others for looks of the hub
    broken.mended = True
    notes = [change.get("note") for change in (anna.hear_change() for _ in range(3))]
    assert notes == [None, first, second]
    assert len(serving.errors.said) == 1
    serving.errors.said.clear()
