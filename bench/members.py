"""Members who only listen: in as browsers are, and they note when each of some changes reached them."""

import asyncio
import json
import threading
import time
from collections import defaultdict
from concurrent.futures import Future
from typing import Any, Self

from websockets.asyncio.client import ClientConnection, connect

from bench.page import Page

PATIENCE = 60.0


class Members:
    """So many of them, in a thread of their own; the times are those of the machine's clock, in milliseconds."""

    def __init__(self, address: str, code: str, count: int) -> None:
        self._address, self._code, self._count = address, code, count
        self._arrived: defaultdict[str, list[float]] = defaultdict(list)
        self._watched = ""
        self._all_there = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._pages: list[Page] = []
        self._listening: list[asyncio.Task[None]] = []

    def __enter__(self) -> Self:
        self._thread.start()
        self._run(self._come_in()).result(PATIENCE * 3)
        return self

    def __exit__(self, *_: object) -> None:
        self._run(self._leave()).result(PATIENCE)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def watch(self, id: str) -> None:
        """Note when this change comes; to be said before it is made."""
        self._watched = id
        self._all_there.clear()

    def arrivals(self) -> list[float]:
        """When the watched change reached each member, once it reached all."""
        if not self._all_there.wait(PATIENCE):
            raise RuntimeError(f"only {len(self._arrived[self._watched])} of {self._count} members heard of it")
        return self._arrived[self._watched]

    def _run(self, task: Any) -> "Future[Any]":
        return asyncio.run_coroutine_threadsafe(task, self._loop)

    async def _come_in(self) -> None:
        for number in range(self._count):
            page = Page(self._address)
            await page.join(self._code, f"Member {number}")
            self._pages.append(page)
            url = f"ws://{self._address}/ws/workshops/{page.workshop}"
            line = await connect(
                url, additional_headers=page.headers, compression=None, max_size=None, ping_interval=None, proxy=None
            )
            await line.send(json.dumps({"type": "hello"}))
            while '"snapshot"' not in str(await line.recv()):
                pass
            self._listening.append(asyncio.create_task(self._listen(line)))

    async def _leave(self) -> None:
        for task in self._listening:
            task.cancel()
        await asyncio.gather(*self._listening, return_exceptions=True)
        await asyncio.gather(*(page.leave() for page in self._pages))

    async def _listen(self, line: ClientConnection) -> None:
        async with line:
            async for frame in line:
                if self._watched and f'"{self._watched}"' in str(frame):
                    self._note(time.time() * 1000)

    def _note(self, arrived: float) -> None:
        found = self._arrived[self._watched]
        found.append(arrived)
        if len(found) == self._count:
            self._all_there.set()
