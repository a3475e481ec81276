"""Slows down who guesses codes: each wrong one waits, and all together are counted. Who leads a workshop is told.

Counted for the whole process and never by address: fifty laptops sit behind one.
"""

import logging
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from stepstones.errors import Refused

DELAY = 0.5
MOST, WITHIN = 60, 60.0
"""So many wrong codes in so many seconds. At one a second, one of 480 million codes takes years to guess."""

TOLD_FOR = 10 * 60.0
"""So many seconds after the count was full, facilitators are told."""
log = logging.getLogger(__name__)


class WrongCodes:
    """Counts wrong codes only; right ones pass while the count is not full."""

    def __init__(self) -> None:
        self._at: deque[float] = deque(maxlen=MOST)
        self._full_at: float | None = None

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Try a code: refused at once while too many were wrong, and counted when this one is."""
        self.check()
        try:
            yield
        except Refused as refused:
            if refused.reason == "wrong_code":
                self.count()
            raise

    def check(self) -> None:
        """Raise Refused while too many were wrong just now."""
        if self._is_full():
            raise Refused("too_many_wrong_codes")

    def count(self) -> None:
        """One was wrong: remember it, and wait."""
        self._at.append(time.monotonic())
        if self._is_full():
            if not self.guessing():
                log.warning("%d wrong codes within %d seconds: somebody may be guessing", MOST, WITHIN)
            self._full_at = time.monotonic()
        time.sleep(DELAY)

    def guessing(self) -> bool:
        """Were there so many wrong codes lately that somebody may be guessing?"""
        return self._full_at is not None and time.monotonic() - self._full_at < TOLD_FOR

    def _is_full(self) -> bool:
        return len(self._at) == MOST and time.monotonic() - self._at[0] < WITHIN
