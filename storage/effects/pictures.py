"""What a picture that somebody brought does to the rows: it becomes a note."""

from msgspec import structs

from canvas.board.change import Change
from canvas.board.notes import PictureAdd
from stepstones.errors import Refused
from storage.effects import drawings
from storage.effects.authorship import signature
from storage.effects.notes import find, made, position, write
from storage.effects.sketches import LOOKS
from storage.effects.space import require_room, require_trash
from storage.effects.stones import require_place
from storage.entry import Effect, Entry, Told


def add(entry: Entry, change: PictureAdd) -> Told:
    """A new note that shows the picture; it cannot be drawn on."""
    if find(entry, change.note) is not None:
        raise Refused("note_exists")
    signed = signature(entry, change.stone, [change.note])
    picture = drawings.require_picture(entry, change)
    require_room(entry, {change.stone: 1}, new=1)
    require_trash(entry, 1)
    require_place(entry, change.stone, change.question)
    more = LOOKS | {"sketch": False} | position(entry, change) | made(entry, signed)
    write(entry, [structs.asdict(change) | more], signed)
    drawings.keep(entry, picture)
    return signed.told(more)


EFFECTS: dict[type[Change], Effect] = {PictureAdd: add}
