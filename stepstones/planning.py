"""Making a programme: the proposal that fills half a day, moving steps about, and the times on the clock."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import time
from typing import NamedTuple

from stepstones.programme import Kind, Step

HALF_DAY = 240
"""Minutes."""
DAY = 24 * 60
_PROPOSED: tuple[tuple[str, Kind, int], ...] = (
    ("framing", "framing", 15),
    ("segment", "stone", 20),
    ("proposition", "stone", 15),
    ("content", "stone", 15),
    ("journey", "stone", 15),
    ("channels", "stone", 15),
    ("break-1", "break", 15),
    ("teams", "stone", 15),
    ("systems", "stone", 10),
    ("legal", "stone", 10),
    ("market", "stone", 10),
    ("goals", "stone", 15),
    ("break-2", "break", 10),
    ("index", "index", 25),
    ("stories", "stories", 15),
    ("closing", "closing", 20),
)
USUAL: dict[Kind, int] = {"framing": 15, "stone": 15, "break": 10, "index": 25, "stories": 15, "closing": 20}
"""Minutes that a new step gets."""
Programme = tuple[Step, ...]


class Timed(NamedTuple):
    """A step with the times on the clock at which it begins and ends."""

    step: Step
    begins: time
    ends: time


def proposal() -> Programme:
    """Return the programme that fills half a day: all ten stones, two breaks, the index, stories and the closing."""
    return tuple(Step(id, kind, id if kind == "stone" else None, minutes) for id, kind, minutes in _PROPOSED)


def total(steps: Iterable[Step]) -> int:
    """Return how many minutes all of it takes."""
    return sum(step.minutes for step in steps)


def moved(steps: Programme, id: str, by: int) -> Programme:
    """Return the programme with this step so many places further on, or back; at an end it stays."""
    at = _place(steps, id)
    if at is None:
        return steps
    left = steps[:at] + steps[at + 1 :]
    to = min(max(at + by, 0), len(left))
    return (*left[:to], steps[at], *left[to:])


def lasting(steps: Programme, id: str, minutes: int) -> Programme:
    """Return the programme in which this step takes so many minutes."""
    return tuple(replace(step, minutes=minutes) if step.step == id else step for step in steps)


def without(steps: Programme, id: str) -> Programme:
    """Return the programme with this step left out."""
    return tuple(step for step in steps if step.step != id)


def added(steps: Programme, new: Step) -> Programme:
    """Return the programme with a new step: a stone after the last, the framing first, others before the closing."""
    if any(step.step == new.step for step in steps):
        return steps
    at = 0 if new.kind == "framing" else _after(steps, new)
    return (*steps[:at], new, *steps[at:])


def timed(steps: Sequence[Step], start: time) -> Iterator[Timed]:
    """Yield each step with its times, from this time on; after midnight the clock begins anew."""
    at = start.hour * 60 + start.minute
    for step in steps:
        yield Timed(step, _clock(at), _clock(at + step.minutes))
        at += step.minutes


def _place(steps: Programme, id: str) -> int | None:
    return next((place for place, step in enumerate(steps) if step.step == id), None)


def _after(steps: Programme, new: Step) -> int:
    """Where a new step fits: after the last stone, or before the closing."""
    stones = [place for place, step in enumerate(steps) if step.kind == "stone"]
    if new.kind == "stone" and stones:
        return stones[-1] + 1
    ends = new.kind != "closing" and steps and steps[-1].kind == "closing"
    return len(steps) - bool(ends)


def _clock(minutes: int) -> time:
    return time(*divmod(minutes % DAY, 60))
