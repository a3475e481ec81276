"""What a reveal does to the rows: hidden notes come into everybody's sight."""

from collections.abc import Iterator

from sqlalchemy import select, update
from sqlalchemy.sql.elements import ColumnElement

from canvas.board.change import Change
from canvas.board.leading import NotesReveal
from stepstones.errors import Refused
from storage.effects.notes import whole
from storage.effects.stones import require_place
from storage.entry import Effect, Entry, Told
from storage.tables import notes


def reveal(entry: Entry, change: NotesReveal) -> Told:
    """Everybody sees them from now on; the record says each of them whole."""
    require_place(entry, change.stone, None)
    order = select(notes.c.id).where(*_hidden(entry, change)).order_by(notes.c.created, notes.c.id)
    order = order.limit(change.count)
    ids = list(entry.connection.execute(order).scalars())
    if not ids:
        raise Refused("nothing_hidden")
    these = notes.c.workshop == entry.workshop, notes.c.id.in_(ids)
    entry.connection.execute(update(notes).where(*these).values(audience="all"))
    return Told({"notes": whole(entry, ids)})


def _hidden(entry: Entry, change: NotesReveal) -> Iterator[ColumnElement[bool]]:
    yield notes.c.workshop == entry.workshop
    yield notes.c.stone == change.stone
    yield notes.c.audience != "all"
    yield notes.c.deleted.is_(None)
    if change.group is not None:
        yield notes.c.group == change.group
    if change.notes is not None:
        yield notes.c.id.in_(change.notes)


EFFECTS: dict[type[Change], Effect] = {NotesReveal: reveal}
