"""The pictures of notes, drawn or brought along: what they must be, and how much room they have together."""

from collections.abc import Iterable

from sqlalchemy import delete, func, insert, select
from sqlalchemy.sql.elements import ColumnElement

from canvas.board import limits
from canvas.board.drawings import MEGABYTE, check_drawing, check_photograph
from canvas.board.errors import BadMessage
from canvas.board.notes import PictureAdd, SketchSave
from stepstones.errors import Refused
from stepstones.workshop import Picture
from storage.effects.space import WITH_TRASH
from storage.entry import Entry
from storage.tables import notes, pictures

_BYTES = func.length(pictures.c.image) + func.length(pictures.c.strokes)


def require_picture(entry: Entry, change: SketchSave | PictureAdd) -> Picture:
    """The picture that came with the change; raises Refused unless it is the one that the change tells of."""
    picture = entry.picture
    if picture is None:
        raise Refused("picture_missing")
    told = (change.picture, change.width, change.height)
    if told != (picture.id, picture.width, picture.height):
        raise Refused("not_a_picture")
    try:
        _check(picture, drawn=isinstance(change, SketchSave))
    except BadMessage as bad:
        raise Refused(bad.reason, **bad.values) from None
    size = len(picture.image) + len(picture.strokes)
    require_space(entry, change.note, size)
    _require_trash(entry, change.note, size)
    return picture


def _check(picture: Picture, drawn: bool) -> None:
    if drawn:
        check_drawing(picture.image, picture.strokes, picture.width, picture.height)
    else:
        check_photograph(picture.image, picture.type, picture.strokes, picture.width, picture.height)


def require_space(entry: Entry, note: str, size: int) -> None:
    """Raise Refused unless a drawing of so many bytes fits beside those of the other notes."""
    if _others(entry, note, notes.c.deleted.is_(None)) + size > limits.PICTURE_BYTES_PER_WORKSHOP:
        raise Refused("pictures_full", limit=limits.PICTURE_BYTES_PER_WORKSHOP // MEGABYTE)


def _require_trash(entry: Entry, note: str, size: int) -> None:
    """Raise Refused unless a new drawing of so many bytes fits beside all that are kept, with those in the trash."""
    limit = WITH_TRASH * limits.PICTURE_BYTES_PER_WORKSHOP
    if _others(entry, note) + size > limit:
        raise Refused("trash_full")


def _others(entry: Entry, note: str, *which: ColumnElement[bool]) -> int:
    """The bytes of the drawings of other notes, all or these."""
    theirs = select(notes.c.picture).where(notes.c.workshop == entry.workshop, notes.c.id != note, *which)
    size = select(func.coalesce(func.sum(_BYTES), 0)).where(
        pictures.c.workshop == entry.workshop, pictures.c.id.in_(theirs)
    )
    return int(entry.connection.execute(size).scalar_one())


def require_space_again(entry: Entry, ids: Iterable[str | None]) -> None:
    """Raise Refused unless the drawings of notes that come back from the trash fit; those without one count nothing."""
    coming = list(filter(None, ids))
    if coming:
        these = pictures.c.workshop == entry.workshop, pictures.c.id.in_(coming)
        size = entry.connection.execute(select(func.coalesce(func.sum(_BYTES), 0)).where(*these)).scalar_one()
        require_space(entry, "", size)


def keep(entry: Entry, picture: Picture) -> None:
    """Write a drawing down."""
    row = {name: getattr(picture, name) for name in ("id", "image", "type", "strokes", "width", "height")}
    entry.connection.execute(insert(pictures).values(workshop=entry.workshop, **row))


def forget(entry: Entry, picture: str | None) -> None:
    """Delete a drawing that was replaced."""
    entry.connection.execute(delete(pictures).where(pictures.c.workshop == entry.workshop, pictures.c.id == picture))
