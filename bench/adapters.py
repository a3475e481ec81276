"""What differs from server to server for a member: how to get in, and how a change looks.

Every change carries the mark `~op=NNNNNN~` in a field that the server passes on as it is. A member finds changes by
looking for the mark, so no member pays for decoding: it is the server that is measured.
"""

import json
from abc import ABC, abstractmethod
from typing import Protocol
from urllib.request import Request, urlopen

MARK = b"~op="


def marked(op: int) -> str:
    """The mark of change number `op`."""
    return f"~op={op:06}~"


class Line(Protocol):
    """A member's connection."""

    def send(self, text: str) -> None:
        """Send one frame."""

    async def receive(self) -> bytes:
        """The next frame, while getting in."""


class Adapter(ABC):
    """A member of a room at `address` (host and port); `room` is what the server calls it."""

    def __init__(self, address: str, room: str) -> None:
        self.address, self.room = address, room

    def url(self, member: int) -> str:
        """Where this member's socket goes."""
        return f"ws://{self.address}/ws"

    async def get_in(self, line: Line, member: int, sends: bool) -> None:
        """Do what a member does before changes flow; the floors ask for nothing."""
        return

    @abstractmethod
    def change(self, member: int, op: int, turn: int) -> str:
        """The frame of change `op`, this member's change number `turn`."""


class FloorRoom(Adapter):
    """The floors pass on whatever they get."""

    def change(self, member: int, op: int, turn: int) -> str:
        note = {"note": f"note-{member:04}-7f3a9c1e", "x": 100 + turn % 900, "y": 50 + turn % 700, "z": turn}
        return json.dumps({"type": "change", "id": marked(op), "by": f"member-{member:04}", "at": 1767225600000} | note)


class Product(Adapter):
    """The workshop, by docs/protocol.md; the room is its join code. A sender moves a note of its own."""

    def __init__(self, address: str, room: str) -> None:
        super().__init__(address, room)
        self.tokens: dict[int, str] = {}

    def url(self, member: int) -> str:
        body = json.dumps({"code": self.room, "name": f"Member {member}"}).encode()
        request = Request(f"http://{self.address}/api/join", body, {"Content-Type": "application/json"})
        with urlopen(request, timeout=15) as answer:
            joined = json.load(answer)
        self.tokens[member] = joined["token"]
        return f"ws://{self.address}{joined['socket']}"

    async def get_in(self, line: Line, member: int, sends: bool) -> None:
        line.send(json.dumps({"type": "hello", "token": self.tokens[member]}))
        await self._wait_for(line, b'"snapshot"')
        if sends:
            note = {"kind": "note.add", "note": f"note-{member}", "stone": "segment", "text": f"Note {member}"}
            line.send(json.dumps({"type": "change", "id": f"first-{member}", "do": note}))
            await self._wait_for(line, b'"first-%d"' % member)

    def change(self, member: int, op: int, turn: int) -> str:
        move = {"kind": "note.edit", "note": f"note-{member}", "x": turn % 900, "y": turn % 700}
        return json.dumps({"type": "change", "id": marked(op), "do": move})

    async def _wait_for(self, line: Line, sign: bytes) -> None:
        while sign not in (frame := await line.receive()):
            if b'"refused"' in frame or b'"bye"' in frame:
                raise ConnectionError(f"the server does not let members work: {frame[:200]!r}")


ADAPTERS: dict[str, type[Adapter]] = {"floor": FloorRoom, "product": Product}
