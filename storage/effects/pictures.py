"""What a picture that somebody brought does to the rows: it becomes a note."""

from canvas.board.change import Change
from canvas.board.notes import PictureAdd
from stepstones.errors import Refused
from storage.effects.notes import find
from storage.effects.sketches import show
from storage.entry import Effect, Entry, Told


def add(entry: Entry, change: PictureAdd) -> Told:
    """A new note that shows the picture; it cannot be drawn on."""
    if find(entry, change.note) is not None:
        raise Refused("note_exists")
    return show(entry, change)


EFFECTS: dict[type[Change], Effect] = {PictureAdd: add}
