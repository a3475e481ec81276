"""Who somebody is may change while they are in the room: they are let go, and come back as who they are now."""

import re
from collections.abc import Iterable

import msgspec
from msgspec import Struct

from stepstones.log import Record

_TELLS = re.compile(rb'"kind":"(?:person\.(?:lead|merge|remove)|key\.renew)"')


class _Told(Struct):
    kind: str
    person: str = ""
    door: str = ""
    into: str | None = None


_read = msgspec.json.Decoder(_Told).decode


class Standing:
    """The people of a room whose standing changed, and after which change: what they knew before is not enough."""

    def __init__(self) -> None:
        self._since: dict[str, int] = {}
        self.removed: set[str] = set()
        """Those shown out by what was followed last."""
        self.changed: set[str] = set()
        """Those who lead since then, or no longer, or became one with another."""
        self.locked_out: set[str] = set()
        """The doors of which the key was renewed: who came in with the old one."""

    def follow(self, records: Iterable[Record]) -> None:
        """People were shown out, began or ceased to lead, or became one; keys were renewed."""
        self.removed, self.changed, self.locked_out = set(), set(), set()
        for record in records:
            if _TELLS.search(record.json):
                self._hear(_read(record.json), record.seq)

    def is_as(self, person: str | None, since: int) -> bool:
        """Is somebody still who they were after this change, as far as is known?"""
        return self._since.get(person or "", 0) <= since

    def _hear(self, told: _Told, seq: int) -> None:
        if told.kind == "person.remove":
            self.removed.add(told.person)
            return
        if told.kind == "key.renew":
            self.locked_out.add(told.door)
            return
        for person in filter(None, (told.person, told.into)):
            self.changed.add(person)
            self._since[person] = seq
