"""One connected browser or program: what it hears, in order, without holding up the others."""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable

from canvas.live.pace import Tempo
from stepstones.rules import Actor

WAITING_BYTES = 8 * 1024 * 1024
"""Who is this far behind is better off coming back with `since`."""


class Member:
    """A socket in a room, with its own line of frames that are still to be sent."""

    def __init__(
        self,
        actor: Actor,
        language: str,
        send: Callable[[str], Awaitable[None]],
        person: str | None = None,
        tempo: Tempo | None = None,
    ) -> None:
        self.actor, self.language = actor, language
        self.person = person or actor.person
        """Whose socket this is, also where it only shows and so acts as nobody."""
        self.tempo = tempo or Tempo()
        self.came = time.monotonic()
        self.closed = asyncio.Event()
        self._send = send
        self._waiting: deque[str] = deque()
        self._bytes, self._most = 0, WAITING_BYTES
        self._wake = asyncio.Event()

    def push(self, *frames: str) -> None:
        """Send these after what waits already; a member who was too far behind before them is let go."""
        if self.closed.is_set():
            return
        if self._bytes > self._most:
            self.let_go()
            return
        self._waiting.extend(frames)
        self._bytes += sum(map(len, frames))
        self._wake.set()

    def greet(self, frame: str) -> None:
        """Send this too, however long: a full workshop is no sign of being behind."""
        self._most += len(frame)
        self.push(frame)

    def close(self, last: str) -> None:
        """Send this last frame and close."""
        self.push(last)
        self.closed.set()

    def let_go(self) -> None:
        """Close without a word: who is let go comes back and sends again what was not acknowledged."""
        self._waiting.clear()
        self.closed.set()
        self._wake.set()

    async def run(self) -> None:
        """Send what is pushed until the member is closed and has heard it all."""
        while self._waiting or not self.closed.is_set():
            if not self._waiting:
                self._wake.clear()
                await self._wake.wait()
            while self._waiting:
                frame = self._waiting.popleft()
                self._bytes -= len(frame)
                await self._send(frame)
