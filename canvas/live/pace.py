"""How often something may happen."""

import time

from canvas.board.change import Change
from canvas.board.notes import NotesAdd, NotesDelete, NotesEdit, NotesRestore

NOTES_AS_ONE = 20
"""So many notes within a change weigh as much as a change."""


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
