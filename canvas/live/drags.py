"""Whose notes lie where, as far as a drag must know it.

What people do is shown ten times a second and never reaches the ledger, so the rule that the ledger keeps is kept here
too: by what the room has heard anyway, without asking the database.
"""

from collections.abc import Iterable

import msgspec
from msgspec import Struct

from canvas.board.messages import Presence
from stepstones.errors import Refused
from stepstones.rules import Actor, allow, allow_touching

MOVING = "note.edit"


class _Record(Struct):
    kind: str
    note: str = ""
    stone: str = ""
    author: str | None = None


_read = msgspec.json.Decoder(_Record).decode


class Drags:
    """The stone and the author of every note of a room."""

    def __init__(self) -> None:
        self._notes: dict[str, tuple[str, str | None]] = {}

    def begin(self, notes: Iterable[tuple[str, str, str | None]]) -> None:
        """Start from a reading of the workshop: the id, the stone and the author of each note."""
        self._notes = {note: (stone, author) for note, stone, author in notes}

    def follow(self, records: Iterable[bytes]) -> None:
        """Notes came, went and came back; within texts every quote has a stroke before it, so none looks like this."""
        for record in records:
            if b'"kind":"note.' not in record and b'"kind":"sketch.' not in record:
                continue
            heard = _read(record)
            if heard.kind == "note.delete":
                self._notes.pop(heard.note, None)
            elif heard.kind in ("note.add", "note.restore", "sketch.save"):
                self._notes[heard.note] = heard.stone, heard.author

    def allows(self, actor: Actor, doing: Presence) -> bool:
        """Do all these notes lie on the stone that this person is at, and may they move them?"""
        try:
            allow(MOVING, actor)
            for note in doing.drag.notes if doing.drag else ():
                stone, author = self._notes.get(note, (None, None))
                if stone is None or stone != doing.stone:
                    return False
                allow_touching(MOVING, actor, author)
        except Refused:  # an answer, not a failure
            return False
        return True
