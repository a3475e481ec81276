"""What a live room starts from when somebody comes in and it is not open yet."""

from sqlalchemy import Connection, func, select

from stepstones.ground import Lying, Opening
from stepstones.programme import StoneSettings
from storage.reading import Bounds, changes_since, reached, voted
from storage.tables import changes, notes, people, stones, workshops


def opening(connection: Connection, workshop: str, bounds: Bounds) -> Opening | None:
    """What the room of a workshop starts from, with as much of the end of the log as fits; None when it is gone."""
    shop = select(workshops.c.seq, workshops.c.closed).where(workshops.c.id == workshop)
    row = connection.execute(shop).first()
    if row is None:
        return None
    sizes = select(changes.c.seq, func.length(changes.c.record)).where(changes.c.workshop == workshop)
    first = reached(connection, sizes.order_by(changes.c.seq.desc()), bounds, row.seq + 1)
    return Opening(
        row.seq,
        changes_since(connection, workshop, first - 1),
        _notes(connection, workshop),
        _stones(connection, workshop),
        _muted(connection, workshop),
        row.closed is not None,
        *voted(connection, workshop),
    )


def _notes(connection: Connection, workshop: str) -> dict[str, Lying]:
    fields = [notes.c[name] for name in ("id", *Lying._fields)]
    rows = connection.execute(select(*fields).where(notes.c.workshop == workshop, notes.c.deleted.is_(None)))
    return {id: Lying(*lying) for id, *lying in rows}


def _stones(connection: Connection, workshop: str) -> dict[str, StoneSettings]:
    rules = [stones.c[name] for name in ("stone", "locked", "writing", "moving", "editing")]
    rows = connection.execute(select(*rules).where(stones.c.workshop == workshop))
    return {row.stone: StoneSettings(**row._mapping) for row in rows}


def _muted(connection: Connection, workshop: str) -> frozenset[str]:
    rows = select(people.c.id).where(people.c.workshop == workshop, people.c.muted)
    return frozenset(connection.execute(rows).scalars())
