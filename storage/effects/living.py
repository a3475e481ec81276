"""Notes that are not in the trash, looked up for what ties them together or hangs at them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.sql.elements import ColumnElement

from stepstones.errors import Refused
from stepstones.rules import may_see
from storage.entry import Entry
from storage.tables import notes


def living(entry: Entry, ids: Iterable[str]) -> list[Row[Any]]:
    """The rows of those of these notes that live, each once, in the order of the ids."""
    wanted = list(dict.fromkeys(ids))
    rows = {row.id: row for row in _rows(entry, notes.c.id.in_(wanted))}
    return [rows[id] for id in wanted if id in rows]


def inside(entry: Entry, cluster: str) -> list[Row[Any]]:
    """The rows of the living notes of a cluster."""
    return _rows(entry, notes.c.cluster == cluster)


def in_sight(entry: Entry, ids: Iterable[str]) -> list[Row[Any]]:
    """Those of these notes that live, as far as who asks knows of them; raises Refused where one is still hidden."""
    rows = [row for row in living(entry, ids) if may_see(entry.actor, row.audience, row.author)]
    if any(row.audience != "all" for row in rows):
        raise Refused("still_hidden")
    return rows


def require_living(entry: Entry, *ids: str) -> None:
    """Raise Refused unless all these notes live, and everybody may see them: nothing hangs at a hidden one."""
    if len(in_sight(entry, ids)) < len(set(ids)):
        raise Refused("note_gone")


def _rows(entry: Entry, which: ColumnElement[bool]) -> list[Row[Any]]:
    here = notes.c.workshop == entry.workshop, notes.c.deleted.is_(None)
    return list(entry.connection.execute(select(notes).where(*here, which)))
