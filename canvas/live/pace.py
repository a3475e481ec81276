"""How often something may happen."""

import asyncio
import time
from collections.abc import Hashable
from weakref import WeakValueDictionary

from canvas.board import limits
from canvas.board.change import Change
from canvas.board.notes import NotesAdd, NotesDelete, NotesEdit, NotesRestore

NOTES_AS_ONE = 20
"""So many notes within a change weigh as much as a change."""
BURST = 10.0
"""Seconds of changes that can come at once, and so the rest after which somebody is as new."""


class Tempos:
    """The tempo of each person, whatever sockets they come by."""

    def __init__(self) -> None:
        self._known: WeakValueDictionary[Hashable, Tempo] = WeakValueDictionary()

    def of(self, who: Hashable) -> "Tempo":
        """The tempo that all sockets of somebody share."""
        return self._known.setdefault(who, Tempo())

    def keep(self, tempo: "Tempo") -> None:
        """Know this one until who had it is rested: hanging up and coming back is no way to go faster."""
        asyncio.get_running_loop().call_later(BURST, lambda: tempo)


class Tempo:
    """How fast somebody goes: in changes, and in showing what they do."""

    def __init__(self) -> None:
        self.changes = Pace(limits.CHANGES_PER_SECOND, BURST)
        self.presence = Pace(limits.PRESENCE_PER_SECOND, 2)


class Pace:
    """So many a second on average, with bursts of `seconds` at once."""

    def __init__(self, per_second: float, seconds: float) -> None:
        self._per_second, self._most = per_second, per_second * seconds
        self._left, self._at = self._most, time.monotonic()

    def allows(self, weight: float = 1) -> bool:
        """Take one, or as many as this weighs; False when there is not so much left yet."""
        now = time.monotonic()
        self._left = min(self._most, self._left + (now - self._at) * self._per_second)
        self._at = now
        if self._left < weight:
            return False
        self._left -= weight
        return True


def weight(change: Change) -> float:
    """How many changes this one counts for: the house works on each of its notes."""
    if isinstance(change, NotesAdd | NotesDelete | NotesRestore):
        return 1 + len(change.notes) / NOTES_AS_ONE
    return 1 + len(change.edits) / NOTES_AS_ONE if isinstance(change, NotesEdit) else 1
