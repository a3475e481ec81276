"""What changes of links between notes do to the rows."""

from typing import Any

from sqlalchemy import Row, and_, delete, insert, or_, select, update

from canvas.board.bonds import LinkAdd, LinkDelete, LinkEdit
from canvas.board.change import Change
from stepstones.errors import Refused
from stepstones.rules import allow_touching
from storage.effects.living import require_living
from storage.effects.ties import require_links
from storage.entry import Effect, Entry
from storage.tables import links


def add(entry: Entry, change: LinkAdd) -> dict[str, Any]:
    """An arrow between two notes that live and are not linked yet, whichever way."""
    if change.start == change.end:
        raise Refused("link_to_itself")
    require_living(entry, change.start, change.end)
    if _is_there(entry, change):
        raise Refused("link_exists")
    require_links(entry)
    made = {"author": entry.actor.person, "created": entry.at}
    row = {"id": change.link, "start": change.start, "end": change.end, "word": change.word, **made}
    entry.connection.execute(insert(links).values(workshop=entry.workshop, **row))
    return made


def edit(entry: Entry, change: LinkEdit) -> dict[str, Any]:
    """Another word."""
    row = _require_mine(entry, "link.edit", change.link)
    entry.connection.execute(update(links).where(*_this(entry, change.link)).values(word=change.word))
    return {"start": row.start, "end": row.end}


def remove(entry: Entry, change: LinkDelete) -> dict[str, Any]:
    """The arrow goes; the record tells between what it was."""
    row = _require_mine(entry, "link.delete", change.link)
    entry.connection.execute(delete(links).where(*_this(entry, change.link)))
    return {"start": row.start, "end": row.end, "word": row.word}


def _this(entry: Entry, link: str) -> tuple[Any, Any]:
    return links.c.workshop == entry.workshop, links.c.id == link


def _is_there(entry: Entry, change: LinkAdd) -> bool:
    """Is the id used, or the pair linked in either direction?"""
    start, end = links.c.start, links.c.end
    there = and_(start == change.start, end == change.end)
    back = and_(start == change.end, end == change.start)
    found = select(links.c.id).where(links.c.workshop == entry.workshop, or_(links.c.id == change.link, there, back))
    return entry.connection.execute(found).first() is not None


def _require_mine(entry: Entry, kind: str, link: str) -> Row[Any]:
    row = entry.connection.execute(select(links).where(*_this(entry, link))).first()
    if row is None:
        raise Refused("link_gone")
    allow_touching(kind, entry.actor, row.author)
    return row


EFFECTS: dict[type[Change], Effect] = {LinkAdd: add, LinkEdit: edit, LinkDelete: remove}
