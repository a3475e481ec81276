"""The boards that were kept of finished stones: which there are, and what lay on one."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from storage.boards import Board, read
from storage.tables import people, snapshots


@dataclass(frozen=True, slots=True)
class Kept:
    """A board that was kept: of which stone, after which change, when and by whom."""

    id: str
    stone: str
    seq: int
    at: int
    person: str | None
    """The name of who finished the stone, or restored another board."""
    notes: int
    """How many lay there."""


def all_snapshots(connection: Connection, workshop: str) -> list[Kept]:
    """All that are kept, the newest first."""
    fields = [snapshots.c[name] for name in ("id", "stone", "seq", "at", "notes")]
    named = (people.c.workshop == snapshots.c.workshop) & (people.c.id == snapshots.c.person)
    rows = select(*fields, people.c.name.label("person")).join_from(snapshots, people, named, isouter=True)
    of_workshop = rows.where(snapshots.c.workshop == workshop).order_by(snapshots.c.seq.desc())
    return [Kept(**row._mapping) for row in connection.execute(of_workshop)]


def snapshot(connection: Connection, workshop: str, id: str) -> Board | None:
    """What lay on a board that was kept; None where that is kept no more."""
    row = select(snapshots.c.board).where(snapshots.c.workshop == workshop, snapshots.c.id == id)
    board = connection.execute(row).scalar()
    return read(board) if board is not None else None
