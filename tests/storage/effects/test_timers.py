"""The clock that everybody sees, by the time of the server."""

from typing import Any

import msgspec
import pytest

from canvas.board import limits
from canvas.board.change import Change
from canvas.board.leading import TimerAdd, TimerPause, TimerResume, TimerStart, TimerStop
from stepstones.workshop import Timer
from tests.storage.sample import NOW, Sample

MINUTE = 60_000


class Clock:
    """The clock of a workshop, and the time of its server in minutes."""

    def __init__(self, shop: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
        self._shop, self._monkeypatch = shop, monkeypatch

    def at(self, minutes: float, *changes: Change) -> Timer | None:
        """What the clock is after these changes, made so many minutes after the beginning; records say the same."""
        self._monkeypatch.setattr(self._shop.ledger, "now", lambda: NOW + round(minutes * MINUTE))
        for change in changes:
            made = self._shop.do(self._shop.lead, change)
            record: dict[str, Any] = msgspec.json.decode(made.record or b"")
            assert msgspec.convert(record["timer"], Timer | None) == self._shop.session().workshop.timer
        return self._shop.session().workshop.timer


@pytest.fixture
def clock(shop: Sample, monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(shop, monkeypatch)


def running(length: float, ends: float) -> Timer:
    return Timer(round(length * MINUTE), NOW + round(ends * MINUTE), None)


def still(length: float, left: float) -> Timer:
    return Timer(round(length * MINUTE), None, round(left * MINUTE))


def test_it_runs_from_when_it_was_started_and_a_new_one_replaces_it(clock: Clock) -> None:
    assert clock.at(1, TimerStart(seconds=300)) == running(5, 6)
    assert clock.at(2, TimerStart(seconds=60)) == running(1, 3)


def test_it_stands_still_and_goes_on_with_what_was_left(clock: Clock) -> None:
    clock.at(0, TimerStart(seconds=300))
    assert clock.at(2, TimerPause()) == still(5, 3)
    assert clock.at(9, TimerPause()) == still(5, 3)
    assert clock.at(10, TimerResume()) == running(5, 13)
    assert clock.at(11, TimerResume()) == running(5, 13)


def test_it_gets_more_time_while_it_runs_stands_still_and_when_it_is_over(clock: Clock) -> None:
    clock.at(0, TimerStart(seconds=300))
    assert clock.at(1, TimerAdd(seconds=60)) == running(6, 6)
    assert clock.at(2, TimerPause(), TimerAdd(seconds=60)) == still(7, 5)
    assert clock.at(3, TimerResume()) == running(7, 8)
    assert clock.at(20, TimerAdd(seconds=60)) == running(1, 21)


def test_without_a_clock_nothing_is_paused_resumed_or_added(clock: Clock) -> None:
    assert clock.at(0, TimerPause(), TimerResume(), TimerAdd(seconds=60), TimerStop()) is None


def test_one_that_is_over_cannot_be_paused(clock: Clock) -> None:
    clock.at(0, TimerStart(seconds=60))
    assert clock.at(1, TimerPause()) == running(1, 1)
    assert clock.at(5, TimerPause(), TimerResume()) == running(1, 1)


def test_it_goes_away(clock: Clock) -> None:
    clock.at(0, TimerStart(seconds=60))
    assert clock.at(0.5, TimerStop()) is None


def test_it_never_runs_longer_than_four_hours(clock: Clock) -> None:
    most = limits.TIMER_SECONDS / 60
    clock.at(0, TimerStart(seconds=limits.TIMER_SECONDS))
    assert clock.at(1, TimerAdd(seconds=limits.TIMER_SECONDS)) == running(most, 1 + most)
    assert clock.at(2, TimerPause(), TimerAdd(seconds=limits.TIMER_SECONDS)) == still(most, most)
