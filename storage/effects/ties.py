"""How much of what ties notes together, or hangs at them, a workshop has room for; what holds nothing makes room."""

from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.sql.elements import ColumnElement

from canvas.board import limits
from stepstones.errors import Refused
from storage.entry import Entry
from storage.tables import clusters, links, notes


def require_clusters(entry: Entry, coming: int = 1, *beside: ColumnElement[bool]) -> None:
    """Raise Refused unless there is room for so many clusters, beside all or these; empty ones make room."""
    limit = limits.CLUSTERS_PER_WORKSHOP
    if count(entry, clusters, *beside) + coming > limit:
        # One whose notes are in the trash is not empty: they come back into it.
        used = select(notes.c.cluster).where(notes.c.workshop == entry.workshop, notes.c.cluster.is_not(None))
        _forget(entry, clusters, clusters.c.id.not_in(used))
        if count(entry, clusters, *beside) + coming > limit:
            raise Refused("clusters_full", limit=limit)


def require_links(entry: Entry, coming: int = 1) -> None:
    """Raise Refused unless there is room for so many links more; those of deleted notes make room."""
    limit = limits.LINKS_PER_WORKSHOP
    if count(entry, links) + coming > limit:
        lives = select(notes.c.id).where(notes.c.workshop == entry.workshop, notes.c.deleted.is_(None))
        _forget(entry, links, links.c.start.not_in(lives) | links.c.end.not_in(lives))
        if count(entry, links) + coming > limit:
            raise Refused("links_full", limit=limit)


def require_fewer(entry: Entry, table: Any, limit: int, reason: str) -> None:
    """Raise Refused where a workshop has as many rows of this table as it can hold."""
    if count(entry, table) >= limit:
        raise Refused(reason, limit=limit)


def count(entry: Entry, table: Any, *which: ColumnElement[bool]) -> int:
    """How many rows of this table a workshop has, of all or of these."""
    of_workshop = select(func.count()).select_from(table).where(table.c.workshop == entry.workshop, *which)
    return int(entry.connection.execute(of_workshop).scalar_one())


def _forget(entry: Entry, table: Any, which: ColumnElement[bool]) -> None:
    entry.connection.execute(delete(table).where(table.c.workshop == entry.workshop, which))
