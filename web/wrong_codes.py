"""Slows down who guesses codes: each wrong one waits, and all together are counted.

Counted for the whole process and never by address: fifty laptops sit behind one.
"""

import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from stepstones.errors import Refused

DELAY = 0.5
MOST, WITHIN = 60, 60.0
"""So many wrong codes in so many seconds. At one a second, one of 480 million codes takes years to guess."""


class WrongCodes:
    """Counts wrong codes only; right ones pass while the count is not full."""

    def __init__(self) -> None:
        self._at: deque[float] = deque(maxlen=MOST)

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
        if len(self._at) == MOST and time.monotonic() - self._at[0] < WITHIN:
            raise Refused("too_many_wrong_codes")

    def count(self) -> None:
        """One was wrong: remember it, and wait."""
        self._at.append(time.monotonic())
        time.sleep(DELAY)
