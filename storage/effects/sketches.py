"""What a drawing does to the rows: it becomes a note, or takes the place of the one that a note had."""

from typing import Any

from msgspec import structs
from sqlalchemy import Row

from canvas.board.change import Change
from canvas.board.notes import SketchSave
from storage.effects import drawings
from storage.effects.notes import find, made, position, refuse_others, rewrite, whole, write
from storage.effects.space import require_room, require_trash
from storage.effects.stones import require_place
from storage.entry import Effect, Entry

LOOKS = {"colour": "grey", "cluster": None, "behalf": ""}
"""A note with a picture is as any other in all else."""


def save(entry: Entry, change: SketchSave) -> dict[str, Any]:
    """A drawing becomes a note, or takes the place of the drawing that a note had."""
    row = find(entry, change.note)
    if row is not None:
        refuse_others(entry, "sketch.save", row)
    picture = drawings.require_picture(entry, change)
    more = _add(entry, change) if row is None else _redraw(entry, change, row)
    drawings.keep(entry, picture)
    return more


def _add(entry: Entry, change: SketchSave) -> dict[str, Any]:
    require_room(entry, {change.stone: 1}, new=1)
    require_trash(entry, 1)
    require_place(entry, change.stone, change.question)
    more = LOOKS | {"sketch": True} | position(entry, change) | made(entry)
    write(entry, [structs.asdict(change) | more])
    return more


def _redraw(entry: Entry, change: SketchSave, row: Row[Any]) -> dict[str, Any]:
    new = {name: getattr(change, name) for name in ("note", "text", "picture", "width", "height")}
    rewrite(entry, [new | {"sketch": True}])
    drawings.forget(entry, row.picture)
    return whole(entry, [change.note])[0]


EFFECTS: dict[type[Change], Effect] = {SketchSave: save}
