"""What is told soon, but no more often than people can read it."""

import asyncio
from collections.abc import Callable


class Beat:
    """Tells once for all that came within so many seconds."""

    def __init__(self, every: float, tell: Callable[[], None]) -> None:
        self._every, self._tell = every, tell
        self._next: asyncio.TimerHandle | None = None

    def soon(self) -> None:
        """There is something to tell."""
        if not self._next:
            self._next = asyncio.get_running_loop().call_later(self._every, self.now)

    def now(self) -> None:
        """Tell what there is, without waiting."""
        if self._next:
            self._next.cancel()
        self._next = None
        self._tell()
