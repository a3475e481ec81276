"""What lies where in a room and under which rules, as far as what people are doing there must know it.

What people do is shown ten times a second and never reaches the ledger, so the rules that the ledger keeps are kept
here too: by what the room has heard anyway, without asking the database.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import msgspec
from msgspec import UNSET, Struct, UnsetType

from stepstones.ground import Lying, Opening
from stepstones.log import Record
from stepstones.programme import StoneSettings, Writing
from stepstones.workshop import Audience


class _Note(Struct):
    note: str = ""
    stone: str = ""
    author: str | None = None
    audience: Audience | None = None
    group: str | None = None


class _Told(_Note):
    kind: str = ""
    notes: list[_Note | str] | None = None
    """Whole, or no more than their ids."""
    edits: list[_Note] = []
    gone: list[str] = []
    person: str = ""
    into: str = ""
    muted: bool = False
    locked: bool | UnsetType = UNSET
    writing: Writing | UnsetType = UNSET
    moving: bool | UnsetType = UNSET
    editing: bool | UnsetType = UNSET


RULES = ("locked", "writing", "moving", "editing")
_read = msgspec.json.Decoder(_Told).decode
_TELLS = re.compile(
    rb'"kind":"(?:(?:notes?|sketch|picture|snapshot)\.|stone\.edit|person\.(?:merge|mute|lead)|session\.(?:close|reopen))'
)
"""Of any of it; within texts every quote has a stroke before it, so none looks like this."""


class Ground:
    """Every note of a room, the rules of its stones, and who may not touch anything."""

    def __init__(self) -> None:
        self.notes: dict[str, Lying] = {}
        self.hidden: dict[str, Lying] = {}
        """Those of the notes that not everybody may see."""
        self.stones: dict[str, StoneSettings] = {}
        self.muted: set[str] = set()
        self.closed = False
        self.turns = 0
        """Grows with whatever changes what is hidden."""

    def begin(self, opening: Opening) -> None:
        """Start from a reading of the workshop."""
        self.notes, self.stones = dict(opening.notes), dict(opening.stones)
        self.hidden = {note: lying for note, lying in self.notes.items() if lying.audience != "all"}
        self.muted, self.closed = set(opening.muted), opening.closed
        self.turns += 1

    def rules_at(self, stone: str | None) -> StoneSettings:
        """The rules of a stone; those of every stone where nothing was set."""
        return self.stones.get(stone or "") or StoneSettings(stone or "")

    def follow(self, records: Iterable[Record]) -> None:
        """Notes came, went, came back, moved to other boards and were revealed; rules changed."""
        for record in records:
            if _TELLS.search(record.json):
                self._hear(_read(record.json), record)

    def _hear(self, told: _Told, record: Record) -> None:
        match told.kind:
            case "note.add" | "note.restore" | "sketch.save" | "picture.add":
                self._lay(told, told.stone, record)
            case "notes.add" | "notes.restore" | "notes.reveal" | "snapshot.restore":
                for note in told.notes or ():
                    self._lay(note, told.stone, record)
                self._lift(told.gone)
            case "note.edit" | "notes.edit":
                for edit in (told, *told.edits):
                    if edit.stone and edit.note in self.notes:
                        self._put(edit.note, self.notes[edit.note]._replace(stone=edit.stone))
            case "note.delete" | "notes.delete":
                self._lift(str(note) for note in (told.note, *(told.notes or ())))
            case "stone.edit":
                self._set_rules(told)
            case _:
                self._hear_of_people(told)

    def _hear_of_people(self, told: _Told) -> None:
        match told.kind:
            case "person.merge":
                for note, lying in [one for one in self.notes.items() if one[1].author == told.person]:
                    self._put(note, lying._replace(author=told.into))
            case "person.mute" if told.muted:
                self.muted.add(told.person)
            case "person.mute" | "person.lead":
                self.muted.discard(told.person)
            case "session.close" | "session.reopen":
                self.closed = told.kind == "session.close"

    def _lay(self, note: _Note | str, stone: str, record: Record) -> None:
        """One change is about notes of one audience: where a note does not say its own, it is that of the change."""
        if isinstance(note, _Note):
            audience = note.audience or record.audience
            self._put(note.note, Lying(note.stone or stone, note.author, audience, note.group))

    def _put(self, note: str, lying: Lying) -> None:
        self.notes[note] = lying
        if lying.audience != "all":
            self.hidden[note] = lying
            self.turns += 1
        elif self.hidden.pop(note, None):
            self.turns += 1

    def _lift(self, ids: Iterable[str]) -> None:
        for note in ids:
            self.notes.pop(note, None)
            if self.hidden.pop(note, None):
                self.turns += 1

    def _set_rules(self, told: _Told) -> None:
        fields: dict[str, Any] = {name: getattr(told, name) for name in RULES}
        new = {name: value for name, value in fields.items() if value is not UNSET}
        self.stones[told.stone] = replace(self.rules_at(told.stone), **new)
