"""What differs from server to server for a member: how to get in, and how a change looks.

Every change carries the mark `~op=NNNNNN~` in a field that the server passes on as it is. A member finds changes by
looking for the mark, so no member pays for decoding: it is the server that is measured.
"""

import json
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Protocol

from bench.page import Page
from stepstones.stones import STONES

MARK = b"~op="
TEXTS = (
    "Wie bij ons koopt, krijgt daarna een half jaar niets te horen",
    "De kassa weet meer dan de nieuwsbrief",
    "Vrijwilligers staan op drie lijsten, en elke lijst is anders",
    "Eerst bedanken, dan pas opnieuw vragen",
    "Schenkers willen lezen wat er met hun gift is gedaan",
    "Iedereen mag in de agenda kijken, niemand weet wie hem bijhoudt",
    "Leden zeggen op in januari: dan komt de factuur",
    "Eén adres per persoon, en één collega die erover gaat",
)
"""As long as the notes of the example: 30 to 70 signs."""


def marked(op: int) -> str:
    """The mark of change number `op`."""
    return f"~op={op:06}~"


@dataclass(frozen=True)
class Door:
    """Where a member's socket goes, and the headers it brings."""

    url: str
    headers: dict[str, str] = field(default_factory=dict)


class Line(Protocol):
    """A member's connection."""

    def send(self, text: str) -> None:
        """Send one frame."""

    async def receive(self) -> bytes:
        """The next frame, while getting in."""


class Adapter(ABC):
    """The members of a room at `address` (host and port); `room` is what the server calls it."""

    def __init__(self, address: str, room: str) -> None:
        self.address, self.room = address, room

    async def door(self, member: int) -> Door:
        """Do what a member does before its socket; the floors ask for nothing."""
        return Door(f"ws://{self.address}/ws")

    async def get_in(self, line: Line) -> None:
        """Do what a member does on its socket before changes flow."""
        return

    @abstractmethod
    def change(self, member: int, op: int, turn: int) -> str:
        """The frame of change `op`, this member's change number `turn`."""

    def drag(self, member: int, step: int) -> str:
        """The frame of a member's hand on its way with a note, after so many steps; the first lays the note there."""
        raise NotImplementedError(f"{type(self).__name__} knows no drags")

    def pages(self) -> int:
        """How many members have a page of the server open beside their socket."""
        return 0


class FloorRoom(Adapter):
    """The floors pass on whatever they get."""

    def change(self, member: int, op: int, turn: int) -> str:
        note = {"note": f"note-{member:04}-7f3a9c1e", "x": 100 + turn % 900, "y": 50 + turn % 700, "z": turn}
        return json.dumps({"type": "change", "id": marked(op), "by": f"member-{member:04}", "at": 1767225600000} | note)


class Product(Adapter):
    """The workshop, entered as browsers do; the room is its join code.

    Of four changes of a member two are new notes, on the ten stones in turn and where the server finds place; the
    others give the newest of them another text, or move it.
    """

    def __init__(self, address: str, room: str) -> None:
        super().__init__(address, room)
        self.opened: list[Page] = []
        self.newest: dict[int, str] = {}

    async def door(self, member: int) -> Door:
        page = Page(self.address)
        await page.join(self.room, f"Member {member}")
        self.opened.append(page)
        return Door(f"ws://{self.address}/ws/workshops/{page.workshop}", page.headers)

    async def get_in(self, line: Line) -> None:
        line.send(json.dumps({"type": "hello"}))
        while b'"snapshot"' not in (frame := await line.receive()):
            if b'"refused"' in frame or b'"bye"' in frame:
                raise ConnectionError(f"the server does not let members work: {frame[:200]!r}")
        line.send(json.dumps({"type": "presence", "stone": STONES[0], "typing": None, "drag": None, "cursor": None}))

    def change(self, member: int, op: int, turn: int) -> str:
        text, note = TEXTS[op % len(TEXTS)], self.newest.get(member)
        if turn % 2 == 0 or note is None:
            note = self.newest[member] = f"note-{op}"
            return self._asked(marked(op), kind="note.add", note=note, stone=STONES[op % len(STONES)], text=text)
        if turn % 4 == 1:
            return self._asked(marked(op), kind="note.edit", note=note, text=text)
        return self._asked(marked(op), kind="note.edit", note=note, x=op % 2000, y=op % 1500)

    def drag(self, member: int, step: int) -> str:
        note = f"dragged-{member}"
        if step == 0:
            return self._asked(note, kind="note.add", note=note, stone=STONES[0], text=TEXTS[0])
        drag, cursor = {"notes": [note], "dx": step * 3 % 900, "dy": step % 300}, {"x": step * 3 % 900, "y": step % 300}
        return json.dumps({"type": "presence", "stone": STONES[0], "typing": None, "drag": drag, "cursor": cursor})

    def _asked(self, id: str, **change: object) -> str:
        return json.dumps({"type": "change", "id": id, "do": change})

    def pages(self) -> int:
        return sum(page.is_open for page in self.opened)


ADAPTERS: dict[str, type[Adapter]] = {"floor": FloorRoom, "product": Product}
