"""What a drawing does to the rows: it becomes a note, or takes the place of the one that a note had."""

from msgspec import structs

from canvas.board.change import Change
from canvas.board.notes import PictureAdd, SketchSave
from storage.effects import drawings
from storage.effects.authorship import signature
from storage.effects.notes import find, made, position, require_mine, rewrite, whole, write
from storage.effects.space import require_room, require_trash
from storage.effects.stones import require_place
from storage.entry import Effect, Entry, Told

DRAWN = frozenset({"text", "picture"})
"""What a note gets anew that is drawn on."""
_LOOKS = {"colour": "grey", "cluster": None, "behalf": ""}
"""A note with a picture is as any other in all else."""


def save(entry: Entry, change: SketchSave) -> Told:
    """A drawing becomes a note, or takes the place of the drawing that a note had."""
    return show(entry, change) if find(entry, change.note) is None else _redraw(entry, change)


def show(entry: Entry, change: SketchSave | PictureAdd) -> Told:
    """A new note that shows a picture; what was drawn can be drawn on."""
    signed = signature(entry, change.stone, [change.note])
    picture = drawings.require_picture(entry, change)
    require_room(entry, {change.stone: 1}, new=1)
    require_trash(entry, 1)
    require_place(entry, change.stone, change.question)
    drawn = {"sketch": isinstance(change, SketchSave)}
    more = _LOOKS | drawn | position(entry, change) | made(entry, signed)
    write(entry, [structs.asdict(change) | more], signed)
    drawings.keep(entry, picture)
    return signed.told(more)


def _redraw(entry: Entry, change: SketchSave) -> Told:
    row, hearing = require_mine(entry, "sketch.save", change.note, DRAWN)
    picture = drawings.require_picture(entry, change)
    new = {name: getattr(change, name) for name in ("note", "text", "picture", "width", "height")}
    rewrite(entry, [new | {"sketch": True}])
    drawings.forget(entry, row.picture)
    drawings.keep(entry, picture)
    return hearing.told(whole(entry, [change.note])[0])


EFFECTS: dict[type[Change], Effect] = {SketchSave: save}
