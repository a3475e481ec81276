"""What each kind of change does to the rows."""

from canvas.board.change import Change
from storage.effects import notes, room, stories
from storage.entry import Effect

EFFECTS: dict[type[Change], Effect] = {**notes.EFFECTS, **stories.EFFECTS, **room.EFFECTS}
