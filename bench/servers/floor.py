"""The floor: a room of Starlette and uvicorn that only passes messages on, so the least that any server here needs.

python floor.py MODE PORT FILE, where MODE is
    none    nothing is stored
    full    one SQLite commit (WAL, synchronous FULL) for each message, before it is passed on
    group   what is waiting goes into one such commit, in a thread, and then in one frame to each member
"""

import asyncio
import json
import sqlite3
import sys

import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect


class Floor:
    """One room: everything that comes in goes out to everyone in it."""

    def __init__(self, mode: str, file: str) -> None:
        self.mode = mode
        self.members: set[WebSocket] = set()
        self.waiting: list[str] = []
        self.wake = asyncio.Event()
        self.writer: asyncio.Task[None] | None = None
        self.database = None if mode == "none" else opened(file)

    async def serve(self, socket: WebSocket) -> None:
        await socket.accept()
        if self.mode == "group" and not self.writer:
            self.writer = asyncio.create_task(self.write_groups())
        self.members.add(socket)
        try:
            while True:
                await self.take(json.dumps(json.loads(await socket.receive_text()), separators=(",", ":")))
        except WebSocketDisconnect:
            self.members.discard(socket)

    async def take(self, text: str) -> None:
        if self.mode == "group":
            self.waiting.append(text)
            self.wake.set()
            return
        self.commit([text])
        await self.broadcast(text)

    async def write_groups(self) -> None:
        while True:
            await self.wake.wait()
            self.wake.clear()
            group, self.waiting = self.waiting, []
            await asyncio.to_thread(self.commit, group)  # the loop goes on reading while the disk works
            await self.broadcast("[" + ",".join(group) + "]")

    def commit(self, texts: list[str]) -> None:
        if self.database:
            self.database.execute("begin immediate")
            self.database.executemany("insert into changes(text) values (?)", [(text,) for text in texts])
            self.database.execute("commit")

    async def broadcast(self, text: str) -> None:
        for socket in list(self.members):
            try:
                await socket.send_text(text)
            except (WebSocketDisconnect, RuntimeError):
                self.members.discard(socket)


def opened(file: str) -> sqlite3.Connection:
    """A fresh database that loses nothing it has committed."""
    database = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    database.execute("pragma journal_mode = wal")
    database.execute("pragma synchronous = full")
    database.execute("create table changes(seq integer primary key, text)")
    return database


if __name__ == "__main__":
    mode, port, file = sys.argv[1:]
    app = Starlette(routes=[WebSocketRoute("/ws", Floor(mode, file).serve)])
    uvicorn.run(app, host="127.0.0.1", port=int(port), loop="uvloop", http="httptools", log_level="warning")
