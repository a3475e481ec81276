"""How often something may happen."""

import time


class Pace:
    """So many a second on average, with bursts of `seconds` at once."""

    def __init__(self, per_second: float, seconds: float) -> None:
        self._per_second, self._most = per_second, per_second * seconds
        self._left, self._at = self._most, time.monotonic()

    def allows(self) -> bool:
        """Take one; False when there is none left yet."""
        now = time.monotonic()
        self._left = min(self._most, self._left + (now - self._at) * self._per_second)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
