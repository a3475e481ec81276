"""A workshop in the middle of a transaction: gives each change its number, has it written, and logs it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import BindParameter, Connection, bindparam, insert, select, update

from canvas.board.change import Change, kind_of
from stepstones.errors import Refused
from stepstones.rules import Actor, Standing, allow_now
from stepstones.workshop import Audience, Picture
from storage.effects import EFFECTS
from storage.entry import Entry, Told
from storage.prepared import Prepared
from storage.tables import changes, people, workshops

_workshop: BindParameter[str] = bindparam("workshop")
_id: BindParameter[str] = bindparam("id")
_seq = Prepared(select(workshops.c.seq).where(workshops.c.id == _workshop).with_for_update())
_set_seq = Prepared(update(workshops).where(workshops.c.id == _workshop).values(seq=bindparam("last")))
_made = Prepared(select(changes.c.seq).where(changes.c.workshop == _workshop, changes.c.id == _id))
_here = (people.c.workshop == workshops.c.id) & (people.c.id == bindparam("person"))
_standing = Prepared(
    select(workshops.c.closed, people.c.role, people.c.muted, people.c.removed, people.c.group)
    .select_from(workshops.outerjoin(people, _here))
    .where(workshops.c.id == _workshop)
)
_log = Prepared(insert(changes).values({column.name: bindparam(column.name) for column in changes.c}))


class Committed:
    """A change that is made: its number, and how it goes over the wire (`record`, JSON).

    Of a change that had been made before under the same id there is only the number.
    """

    __slots__ = ("audience", "owner", "record", "seq")

    def __init__(self, seq: int, record: bytes | None, audience: Audience = "all", owner: str | None = None) -> None:
        self.seq = seq
        self.record = record
        self.audience: Audience = audience
        self.owner = owner


class Book:
    """The workshop's row is held until the transaction ends, so its changes are made one after another."""

    def __init__(self, connection: Connection, workshop: str, at: int) -> None:
        row = _seq.first(connection, workshop=workshop)
        if row is None:
            raise Refused("workshop_gone")
        self._connection, self._workshop, self._at = connection, workshop, at
        self._last: int = row[0]

    def make(
        self,
        id: str,
        change: Change,
        actor: Actor,
        picture: Picture | None = None,
        proofs: Mapping[str, str] | None = None,
    ) -> Committed:
        """Make the change; raises Refused before anything of it is written."""
        made = _made.first(self._connection, workshop=self._workshop, id=id)
        if made is not None:
            return Committed(made[0], None)
        actor, standing = self._stands(actor)
        allow_now(kind_of(change), actor, standing)
        seq, group = self._last + 1, standing.group
        entry = Entry(self._connection, self._workshop, actor, seq, self._at, picture, group, proofs or {})
        told = EFFECTS[type(change)](entry, change)
        told = told if isinstance(told, Told) else Told(told)
        by = None if told.anonymous else actor.person
        record = _record(entry, id, by, change, told.more)
        self._write_log(entry, id, by, record, told)
        self._last = entry.seq
        return Committed(entry.seq, record, told.audience, told.owner)

    def _stands(self, actor: Actor) -> tuple[Actor, Standing]:
        """Who asks, in the role that they have now; raises Refused for who is in no longer."""
        row = _standing.first(self._connection, workshop=self._workshop, person=actor.person)
        if row is None:
            raise Refused("workshop_gone")
        if actor.person is None:
            return actor, Standing(closed=row.closed is not None)
        if row.role is None or row.removed is not None:
            raise Refused("removed" if row.role else "not_a_member")
        return replace(actor, role=row.role), Standing(row.closed is not None, bool(row.muted), row.group)

    def close(self) -> None:
        """Write down how far it came."""
        _set_seq(self._connection, workshop=self._workshop, last=self._last)

    def _write_log(self, entry: Entry, id: str, by: str | None, record: bytes, told: Told) -> None:
        _log(
            self._connection,
            workshop=self._workshop,
            seq=entry.seq,
            id=id,
            person=by,
            at=self._at,
            record=record.decode(),
            audience=told.audience,
            owner=told.owner,
        )


def _record(entry: Entry, id: str, by: str | None, change: Change, more: dict[str, Any]) -> bytes:
    head = {"seq": entry.seq, "id": id, "by": by, "at": entry.at}
    return msgspec.json.encode(head | msgspec.to_builtins(change) | more)
