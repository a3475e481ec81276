"""The board of a stone as one thing: read from the rows, and as the JSON that a snapshot keeps."""

from typing import Any

import msgspec
from sqlalchemy import Connection, or_, select
from sqlalchemy.sql.elements import ColumnElement

from stepstones.workshop import Cluster, Link, Note
from storage.rows import record
from storage.tables import clusters, links, notes


class Board(msgspec.Struct, frozen=True):
    """Everything that lies on a board, in the order in which it came."""

    notes: list[Note]
    clusters: list[Cluster]
    links: list[Link]
    """Those with at least one end here."""


def board_of(connection: Connection, workshop: str, stone: str) -> Board:
    """The board as everybody sees it now: what is still hidden is in nobody's keeping but its author's."""
    on = notes.c.workshop == workshop, notes.c.deleted.is_(None), notes.c.stone == stone
    here = (*on, notes.c.audience == "all")
    ids = select(notes.c.id).where(*here)
    tied = links.c.workshop == workshop, or_(links.c.start.in_(ids), links.c.end.in_(ids))
    return Board(
        _records(connection, Note, notes, *here),
        _records(connection, Cluster, clusters, clusters.c.workshop == workshop, clusters.c.stone == stone),
        _records(connection, Link, links, *tied),
    )


def written(board: Board) -> str:
    """The board as a snapshot keeps it."""
    return msgspec.json.encode(board).decode()


def read(text: str) -> Board:
    """The board that a snapshot keeps."""
    return msgspec.json.decode(text, type=Board)


def _records(connection: Connection, kind: Any, table: Any, *which: ColumnElement[bool]) -> list[Any]:
    rows = connection.execute(select(table).where(*which).order_by(table.c.created, table.c.id))
    return [record(kind, row) for row in rows]
