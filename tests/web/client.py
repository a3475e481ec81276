"""One member on a socket, as a program would be."""

import json
from contextlib import ExitStack
from socket import create_connection
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.storage.sample import fresh_id

SOON = 8.0
"""Seconds within which everything that is waited for must have come."""


class Client:
    """Speaks the live protocol."""

    def __init__(self, address: str, headers: dict[str, str], port: int) -> None:
        self.token: str | None = None
        self.person = ""
        self.seq = 0
        self.doing: dict[str, dict[str, Any]] = {}
        """What everyone was last heard to do."""
        self._changes: list[dict[str, Any]] = []
        self._open = ExitStack()
        dialling = connect(
            address,
            sock=create_connection(("127.0.0.1", port), SOON),
            additional_headers=headers,
            proxy=None,
            compression=None,
            max_size=None,
            open_timeout=SOON,
            close_timeout=2,
        )
        self._socket = self._open.enter_context(dialling)

    def hello(self, **more: Any) -> dict[str, Any]:
        """Say hello; gives the first thing heard."""
        first = {"type": "hello", **({"token": self.token} if self.token else {}), **more}
        self.say(first)
        greeting = self.hear()
        if greeting["type"] == "snapshot":
            self.snapshot = greeting
            self.person = greeting["you"]["person"]
            self.hear("changes")
        return greeting

    def say(self, message: object) -> None:
        """Send a message."""
        self._socket.send(message if isinstance(message, str | bytes) else json.dumps(message))

    def ask(self, kind: str, id: str | None = None, **fields: Any) -> str:
        """Ask for a change; gives its id."""
        id = id or fresh_id()
        self.say({"type": "change", "id": id, "do": {"kind": kind, **fields}})
        return id

    def add(self, text: str = "Balie", **fields: Any) -> str:
        """Ask for a note; gives the id of the note."""
        note = fresh_id()
        self.ask("note.add", note=note, stone="teams", text=text, **fields)
        return note

    def hear(self, *kinds: str) -> dict[str, Any]:
        """The next message, of one of these types if any are named; without, neither presence nor hidden counts."""
        while True:
            message: dict[str, Any] = json.loads(self._socket.recv(timeout=SOON))
            if message["type"] == "changes":
                self.seq = max(self.seq, message["seq"])
            for found in message["people"] if message["type"] == "presence" else ():
                self.doing[found["person"]] = found
            if message["type"] in (kinds or {message["type"]} - {"presence", "hidden"}):
                return message

    def hear_change(self) -> dict[str, Any]:
        """The next change; several may come in one message."""
        while not self._changes:
            self._changes += self.hear("changes")["changes"]
        return self._changes.pop(0)

    def ended(self) -> tuple[int | None, list[dict[str, Any]]]:
        """Wait for the server to close; gives the code and what was said before."""
        said: list[dict[str, Any]] = []
        while True:
            try:
                said.append(json.loads(self._socket.recv(timeout=SOON)))
            except ConnectionClosed as closed:
                return closed.rcvd.code if closed.rcvd else None, [m for m in said if m["type"] != "presence"]

    def in_order(self) -> bool:
        """Does the line work: ping is answered by pong, and nothing else came before."""
        assert not self._changes
        self.say({"type": "ping"})
        return bool(self.hear()["type"] == "pong")

    def hang_up(self) -> None:
        """Close."""
        self._open.close()
