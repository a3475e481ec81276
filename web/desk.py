"""Work that takes a while, ordered by many: the same order is made once, and nobody waits for two at a time."""

import asyncio
from collections.abc import Callable, Coroutine, Hashable
from typing import Any, Generic, TypeVar

from stepstones.errors import Refused

Made = TypeVar("Made")
Making = Callable[[], Coroutine[Any, Any, Made]]


AT_A_TIME = 2
"""One is made in the worker while the next is read; the others wait before they take up memory."""
WITHIN = 60.0
"""Seconds for an order, its time in the line included, unless said otherwise."""


class Desk(Generic[Made]):
    """Takes orders on the event loop; each is for something, by somebody."""

    def __init__(self) -> None:
        self._turns = asyncio.Semaphore(AT_A_TIME)
        self._making: dict[Hashable, asyncio.Task[Made]] = {}
        self._waiting: dict[Hashable, Hashable] = {}

    async def order(self, what: Hashable, who: Hashable, make: Making[Made], within: float = WITHIN) -> Made:
        """What is being made already, or `make` in its turn; raises Refused while this person waits for something else.

        Raises TimeoutError when it is not there within so many seconds.
        """
        if self._waiting.setdefault(who, what) != what:
            raise Refused("too_fast")
        if what not in self._making:
            self._making[what] = asyncio.create_task(self._made(make, within))
            self._making[what].add_done_callback(lambda _: self._hand_over(what))
        # Whoever hangs up does not take it away from the others.
        return await asyncio.shield(self._making[what])

    async def _made(self, make: Making[Made], within: float) -> Made:
        async with asyncio.timeout(within), self._turns:
            return await make()

    def _hand_over(self, what: Hashable) -> None:
        del self._making[what]
        for who in [who for who, waits_for in self._waiting.items() if waits_for == what]:
            del self._waiting[who]
