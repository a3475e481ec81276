"""Twenty members write, fall away and come back while changes flow: everyone ends with the same, each change once."""

import asyncio
import json
import random
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from tests.web.serving import Serving

MEMBERS, EACH, WITHIN = 20, 25, 60
ALL = MEMBERS * EACH


class Stormy:
    """Keeps what it got and resends what was not acknowledged, as the room's page does."""

    def __init__(self, address: str, token: str, number: int) -> None:
        self.address, self.token, self.number = address, token, number
        self.chance = random.Random(number)
        self.seq: int | None = None
        self.notes: dict[str, str] = {}
        self.heard: list[int] = []
        self.unanswered = {f"c{number}-{i}": f"{number}-{i}" for i in range(EACH)}
        self.falls = 0

    async def live(self) -> None:
        """Come in, write, fall away and come back, until all notes are there."""
        while len(self.notes) < ALL:
            async with connect(self.address, proxy=None, compression=None, max_size=None) as socket:
                hello = {"type": "hello", "token": self.token}
                await socket.send(json.dumps(hello if self.seq is None else hello | {"since": self.seq}))
                await self._stay(socket)

    async def _stay(self, socket: ClientConnection) -> None:
        asked: set[str] = set()
        while len(self.notes) < ALL:
            self._take(json.loads(await socket.recv()))
            if self.seq is not None:
                await self._ask(socket, asked)
            if self.chance.random() < 0.03:
                self.falls += 1
                return

    async def _ask(self, socket: ClientConnection, asked: set[str]) -> None:
        """At most two wait for their answer on one line."""
        waiting = asked & self.unanswered.keys()
        for id in [id for id in self.unanswered if id not in asked][: 2 - len(waiting)]:
            asked.add(id)
            change = {"kind": "note.add", "note": self.unanswered[id], "stone": "teams", "text": id}
            await socket.send(json.dumps({"type": "change", "id": id, "do": change}))

    def _take(self, message: dict[str, Any]) -> None:
        if message["type"] == "snapshot":
            self.notes = {note["id"]: note["text"] for note in message["notes"]}
            self.seq = message["seq"]
        elif message["type"] == "changes":
            for change in message["changes"]:
                self._apply(change)
            self.seq = max(self.seq or 0, message["seq"])
        elif message["type"] == "ack":
            self.unanswered.pop(message["id"], None)
        assert message["type"] != "refused", message

    def _apply(self, change: dict[str, Any]) -> None:
        self.unanswered.pop(change["id"], None)
        if self.seq is not None and change["seq"] <= self.seq:
            return
        assert self.seq is None or change["seq"] == self.seq + 1, f"after {self.seq} came {change['seq']}"
        self.seq = change["seq"]
        self.heard.append(change["seq"])
        if change["kind"] == "note.add":
            assert change["note"] not in self.notes
            self.notes[change["note"]] = change["text"]


async def storm(members: list[Stormy]) -> None:
    async with asyncio.timeout(WITHIN), asyncio.TaskGroup() as group:
        for member in members:
            group.create_task(member.live())


def test_in_a_storm_nobody_misses_a_change_and_nothing_is_made_twice(serving: Serving) -> None:
    address = f"ws://127.0.0.1:{serving.port}"
    joined = [serving.join(f"Naam {number}") for number in range(MEMBERS)]
    members = [Stormy(address + one["socket"], one["token"], number) for number, one in enumerate(joined)]
    asyncio.run(storm(members))
    kept = {note.id: note.text for note in serving.shop.session().notes}
    assert len(kept) == ALL
    assert [member.notes == kept for member in members] == [True] * MEMBERS
    assert all(len(member.heard) == len(set(member.heard)) for member in members)
    assert sum(member.falls for member in members) > MEMBERS
    assert len(serving.shop.log()) == MEMBERS + ALL
