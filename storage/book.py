"""A workshop in the middle of a transaction: gives each change its number, has it written, and logs it."""

from typing import Any

import msgspec
from sqlalchemy import BindParameter, Connection, bindparam, insert, select, update

from canvas.board.change import Change, kind_of
from stepstones.errors import Refused
from stepstones.rules import Actor, allow
from stepstones.workshop import Picture
from storage.effects import EFFECTS
from storage.entry import Entry
from storage.prepared import Prepared
from storage.tables import changes, workshops

_workshop: BindParameter[str] = bindparam("workshop")
_id: BindParameter[str] = bindparam("id")
_seq = Prepared(select(workshops.c.seq).where(workshops.c.id == _workshop).with_for_update())
_set_seq = Prepared(update(workshops).where(workshops.c.id == _workshop).values(seq=bindparam("last")))
_made = Prepared(select(changes.c.seq).where(changes.c.workshop == _workshop, changes.c.id == _id))
_log = Prepared(insert(changes).values({column.name: bindparam(column.name) for column in changes.c}))


class Committed:
    """A change that is made: its number, and how it goes over the wire (`record`, JSON).

    Of a change that had been made before under the same id there is only the number.
    """

    __slots__ = ("record", "seq")

    def __init__(self, seq: int, record: bytes | None) -> None:
        self.seq = seq
        self.record = record


class Book:
    """The workshop's row is held until the transaction ends, so its changes are made one after another."""

    def __init__(self, connection: Connection, workshop: str, at: int) -> None:
        row = _seq.first(connection, workshop=workshop)
        if row is None:
            raise Refused("workshop_gone")
        self._connection, self._workshop, self._at = connection, workshop, at
        self._last: int = row[0]

    def make(self, id: str, change: Change, actor: Actor, picture: Picture | None = None) -> Committed:
        """Make the change; raises Refused before anything of it is written."""
        made = _made.first(self._connection, workshop=self._workshop, id=id)
        if made is not None:
            return Committed(made[0], None)
        allow(kind_of(change), actor)
        entry = Entry(self._connection, self._workshop, actor, self._last + 1, self._at, picture)
        record = _record(entry, id, change, EFFECTS[type(change)](entry, change))
        self._write_log(entry, id, record)
        self._last = entry.seq
        return Committed(entry.seq, record)

    def close(self) -> None:
        """Write down how far it came."""
        _set_seq(self._connection, workshop=self._workshop, last=self._last)

    def _write_log(self, entry: Entry, id: str, record: bytes) -> None:
        _log(
            self._connection,
            workshop=self._workshop,
            seq=entry.seq,
            id=id,
            person=entry.actor.person,
            at=self._at,
            record=record.decode(),
        )


def _record(entry: Entry, id: str, change: Change, more: dict[str, Any]) -> bytes:
    head = {"seq": entry.seq, "id": id, "by": entry.actor.person, "at": entry.at}
    return msgspec.json.encode(head | msgspec.to_builtins(change) | more)
