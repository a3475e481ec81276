"""Fills boards as a workshop does: notes of several people, some clusters, links and signs at notes."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count, cycle
from typing import Any
from urllib.request import Request, urlopen

from websockets.sync.client import ClientConnection, connect

from bench.adapters import TEXTS
from canvas.board.limits import COLOURS, NOTES_AT_ONCE

PEOPLE = 8
IN_A_CLUSTER, CLUSTERS, LINKS, SIGNS = 8, 10, 20, 100
"""How many of each a board gets, however many notes there are."""


def fill(address: str, code: str, stone: str, notes: int) -> None:
    """A board of this workshop gets so many notes, of which some belong together; the ids begin with the stone's."""
    programs = [Program(address, code, f"{stone} {number}") for number in range(PEOPLE)]
    turn = cycle(programs)
    for change in changes(stone, notes):
        next(turn).ask(change)
    for program in programs:
        program.close()


def changes(stone: str, notes: int) -> Iterator[dict[str, Any]]:
    """What fills a board, in order."""
    ids = [f"{stone}-{number}" for number in range(notes)]
    for start in range(0, notes, NOTES_AT_ONCE):
        new = [note(id, number) for number, id in enumerate(ids[start : start + NOTES_AT_ONCE], start)]
        yield {"kind": "notes.add", "stone": stone, "notes": new}
    for number in range(CLUSTERS):
        own = ids[number * IN_A_CLUSTER :][:IN_A_CLUSTER]
        yield {"kind": "cluster.add", "cluster": f"{stone}-c{number}", "stone": stone, "title": "Bereik", "notes": own}
    for number in range(LINKS):
        ends = {"start": ids[number * 7], "end": ids[-1 - number * 11]}
        yield {"kind": "link.add", "link": f"{stone}-l{number}", "word": "dus", **ends}
    for id in ids[::-1][:SIGNS]:
        yield {"kind": "reaction.set", "note": id, "sign": "agree", "on": True}


class Program:
    """One program with a socket in the room."""

    def __init__(self, address: str, code: str, name: str) -> None:
        body = json.dumps({"code": code, "name": name}).encode()
        request = Request(f"http://{address}/api/join", body, {"Content-Type": "application/json"})
        with urlopen(request, timeout=15) as answer:
            joined = json.load(answer)
        self._open = ExitStack()
        self._socket: ClientConnection = self._open.enter_context(
            connect(f"ws://{address}{joined['socket']}", proxy=None, max_size=None, ping_interval=None)
        )
        self._socket.send(json.dumps({"type": "hello", "token": joined["token"]}))
        self._number = count()
        self._name = name

    def ask(self, change: dict[str, Any]) -> None:
        """Make a change and wait until it is made."""
        id = f"{self._name.replace(' ', '')}-{next(self._number)}"
        self._socket.send(json.dumps({"type": "change", "id": id, "do": change}))
        while True:
            message: dict[str, Any] = json.loads(self._socket.recv(timeout=30))
            if message["type"] in ("refused", "bye"):
                raise RuntimeError(f"the board could not be filled: {message}")
            if any(made["id"] == id for made in message.get("changes", ())):
                return

    def close(self) -> None:
        """Leave."""
        self._open.close()


def note(id: str, number: int) -> dict[str, Any]:
    """One of many notes, long and short, in all colours."""
    text, more = TEXTS[number % len(TEXTS)], TEXTS[number * 3 % len(TEXTS)]
    size = "small" if number % 9 == 4 else "large" if number % 31 == 7 else "medium"
    words = f"{text}, {more}" if number % 5 == 2 else text
    return {"note": id, "text": words, "colour": COLOURS[number * 5 % len(COLOURS)], "size": size}
