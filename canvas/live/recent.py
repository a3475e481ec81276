"""The last changes of a workshop, at hand for who comes back."""

from collections import deque
from collections.abc import Iterable

from stepstones.log import Record

KEPT = 2_000
"""So many changes are at hand, read from the log when a room opens; older ones are in a snapshot."""
KEPT_BYTES = 16 * 1024 * 1024
"""No more than this in all: one change of 200 notes can be 1.6 MB."""


def bounds() -> tuple[int, int]:
    """How many changes, and letters of them, a room has use for."""
    return KEPT, KEPT_BYTES


class Recent:
    """Changes with their numbers, the last without a gap; the oldest go first."""

    def __init__(self) -> None:
        self._records: deque[Record] = deque()
        self._bytes = 0

    def extend(self, records: Iterable[Record], *, trims: bool = True) -> None:
        """Add what came after; without `trims` the bytes are counted later, so that none of these goes yet."""
        for record in records:
            self._records.append(record)
            self._bytes += len(record.json)
            while len(self._records) > KEPT or (trims and self._bytes > KEPT_BYTES):
                self._bytes -= len(self._records.popleft().json)

    def follows(self, since: int) -> bool:
        """Is what came right after this number at hand, and so all that came later?"""
        return bool(self._records) and self._records[0].seq - 1 <= since < self._records[-1].seq

    def after(self, since: int) -> list[Record]:
        """What came after a number, as far as it is at hand."""
        return [record for record in self._records if record.seq > since]
