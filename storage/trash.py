"""What lies in the trash of a workshop, and who threw it there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, Table, or_, select

from stepstones.authors import Names
from stepstones.rules import Actor, may_see
from stepstones.workshop import Note, Story
from storage.reading import naming
from storage.rows import record
from storage.tables import changes, notes, stories

_DISCARDING = ("note.delete", "notes.delete", "story.delete", "snapshot.restore")


@dataclass(frozen=True, slots=True)
class Discarded:
    """A deleted note or story."""

    thing: Note | Story
    author: str
    """The name of who wrote it, as far as the workshop shows it."""
    at: int
    by: str
    """The name of who deleted it, likewise."""
    withheld: bool
    """Did somebody who leads delete it for its author? Then only who leads brings it back."""


class _Record(Struct):
    kind: str
    note: str | None = None
    notes: list[Any] = []
    story: str | None = None
    gone: list[str] = []


_read = msgspec.json.Decoder(_Record).decode


def trash(connection: Connection, workshop: str, actor: Actor) -> list[Discarded]:
    """Every deleted note and story that this person may see, the latest first."""
    seen = [row for row in _deleted(connection, notes, workshop) if may_see(actor, row.audience, row.author)]
    rows: list[tuple[type[Note] | type[Story], Any]] = [(Note, row) for row in seen]
    rows += [(Story, row) for row in _deleted(connection, stories, workshop)]
    by = _discarders(connection, workshop, min((row.deleted for _, row in rows), default=None))
    names = naming(connection, workshop)
    found = [_discarded(record(kind, row), row, names, by.get((kind, row.id))) for kind, row in rows]
    return sorted(found, key=lambda one: -one.at)


def _discarded(thing: Note | Story, row: Any, names: Names, by: str | None) -> Discarded:
    if isinstance(thing, Note):
        return Discarded(thing, names.by(thing), row.deleted, names.doer(by, thing) if by else "", row.withheld)
    return Discarded(thing, names.of(thing), row.deleted, names.person(by), row.withheld)


def _deleted(connection: Connection, table: Table, workshop: str) -> list[Any]:
    rows = select(table).where(table.c.workshop == workshop, table.c.deleted.is_not(None))
    return list(connection.execute(rows.order_by(table.c.created, table.c.id)))


def _discarders(connection: Connection, workshop: str, since: int | None) -> dict[tuple[type, str], str | None]:
    """Who deleted each thing last, as the log tells."""
    if since is None:
        return {}
    # Within a text every quote has a stroke before it, so no text looks like this.
    told = or_(*(changes.c.record.contains(f'"kind":"{kind}"') for kind in _DISCARDING))
    rows = select(changes.c.person, changes.c.record).where(changes.c.workshop == workshop, changes.c.at >= since, told)
    return {
        thing: row.person
        for row in connection.execute(rows.order_by(changes.c.seq))
        for thing in _things(_read(row.record))
    }


def _things(record: _Record) -> Iterator[tuple[type, str]]:
    if record.story:
        yield Story, record.story
    ids = {"note.delete": [record.note], "notes.delete": record.notes, "snapshot.restore": record.gone}
    yield from ((Note, id) for id in ids.get(record.kind, []) if id)
