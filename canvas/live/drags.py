"""Whose notes lie where, as far as a drag must know it.

What people do is shown ten times a second and never reaches the ledger, so the rule that the ledger keeps is kept here
too: by what the room has heard anyway, without asking the database.
"""

import re
from collections.abc import Iterable

import msgspec
from msgspec import Struct

from canvas.board.messages import Presence
from stepstones.errors import Refused
from stepstones.rules import Actor, allow, allow_touching

MOVING = "note.edit"


class _Note(Struct):
    note: str = ""
    stone: str = ""
    author: str | None = None


class _Record(_Note):
    kind: str = ""
    notes: list[_Note | str] = []
    """Whole, or no more than their ids."""
    edits: list[_Note] = []
    gone: list[str] = []


_read = msgspec.json.Decoder(_Record).decode
_TELLS = re.compile(rb'"kind":"(?:notes?|sketch|picture|snapshot)\.')
"""Of notes; within texts every quote has a stroke before it, so none looks like this."""


class Drags:
    """The stone and the author of every note of a room."""

    def __init__(self) -> None:
        self._notes: dict[str, tuple[str, str | None]] = {}

    def begin(self, notes: Iterable[tuple[str, str, str | None]]) -> None:
        """Start from a reading of the workshop: the id, the stone and the author of each note."""
        self._notes = {note: (stone, author) for note, stone, author in notes}

    def follow(self, records: Iterable[bytes]) -> None:
        """Notes came, went, came back and moved to other boards."""
        for record in records:
            if _TELLS.search(record):
                self._hear(_read(record))

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

    def allows_typing(self, actor: Actor, note: str) -> bool:
        """May they edit this note, or is it one that the room does not know yet?"""
        if note not in self._notes:
            return True
        try:
            allow(MOVING, actor)
            allow_touching(MOVING, actor, self._notes[note][1])
        except Refused:  # an answer, not a failure
            return False
        return True

    def _hear(self, heard: _Record) -> None:
        match heard.kind:
            case "note.add" | "note.restore" | "sketch.save" | "picture.add":
                self._lay(heard, heard.stone)
            case "note.edit" | "notes.edit":
                for edit in (heard, *heard.edits):
                    self._move(edit)
            case "note.delete" | "notes.delete":
                for gone in (heard.note, *heard.notes):
                    self._notes.pop(str(gone), None)
            case "notes.add" | "notes.restore" | "snapshot.restore":
                for note in heard.notes:
                    self._lay(note, heard.stone)
                for gone in heard.gone:
                    self._notes.pop(gone, None)

    def _lay(self, note: _Note | str, stone: str) -> None:
        if isinstance(note, _Note):
            self._notes[note.note] = note.stone or stone, note.author

    def _move(self, edit: _Note) -> None:
        if edit.stone and edit.note in self._notes:
            self._notes[edit.note] = edit.stone, self._notes[edit.note][1]
