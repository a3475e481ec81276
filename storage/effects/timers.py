"""The clock that everybody sees, by the time of the server; what makes no sense just now leaves it as it is."""

from typing import Any

from canvas.board import limits
from canvas.board.change import Change
from canvas.board.leading import TimerAdd, TimerPause, TimerResume, TimerStart, TimerStop
from stepstones.workshop import Timer
from storage.effects.workshop import settle, shop
from storage.entry import Effect, Entry
from storage.rows import timer_in

SECOND = 1000
MOST = limits.TIMER_SECONDS * SECOND


def start(entry: Entry, change: TimerStart) -> dict[str, Any]:
    """The clock runs from now."""
    length = change.seconds * SECOND
    return _set(entry, Timer(length, entry.at + length, None))


def pause(entry: Entry, _change: TimerPause) -> dict[str, Any]:
    """A clock that runs stands still."""
    timer = _timer(entry)
    runs = timer is not None and timer.ends is not None and timer.ends > entry.at
    return _set(entry, Timer(timer.length, None, timer.ends - entry.at) if timer and timer.ends and runs else timer)


def resume(entry: Entry, _change: TimerResume) -> dict[str, Any]:
    """A clock that stands still goes on."""
    timer = _timer(entry)
    return _set(entry, Timer(timer.length, entry.at + timer.left, None) if timer and timer.left is not None else timer)


def add(entry: Entry, change: TimerAdd) -> dict[str, Any]:
    """The clock gets more time; one that has run out starts again with that."""
    timer, more = _timer(entry), change.seconds * SECOND
    if timer is None:
        return _set(entry, None)
    if timer.ends is None:
        left = min((timer.left or 0) + more, MOST)
        return _set(entry, Timer(max(timer.length, min(timer.length + more, MOST)), None, left))
    left = min(max(0, timer.ends - entry.at) + more, MOST)
    length = more if timer.ends <= entry.at else min(timer.length + more, MOST)
    return _set(entry, Timer(length, entry.at + left, None))


def stop(entry: Entry, _change: TimerStop) -> dict[str, Any]:
    """The clock goes away."""
    return _set(entry, None)


def _timer(entry: Entry) -> Timer | None:
    return timer_in(shop(entry)._mapping)


def _set(entry: Entry, timer: Timer | None) -> dict[str, Any]:
    length, ends, left = (timer.length, timer.ends, timer.left) if timer else (None, None, None)
    settle(entry, timer_length=length, timer_ends=ends, timer_left=left)
    return {"timer": timer}


EFFECTS: dict[type[Change], Effect] = {
    TimerStart: start,
    TimerPause: pause,
    TimerResume: resume,
    TimerAdd: add,
    TimerStop: stop,
}
