"""What each kind of change does to the rows.

An effect refuses before it writes, and gives what the record must say beyond the change itself.
"""

from collections.abc import Callable
from typing import Any

from canvas.board.changes import Change
from storage.effects import notes, room, stories

EFFECTS: dict[type[Change], Callable[..., dict[str, Any]]] = {**notes.EFFECTS, **stories.EFFECTS, **room.EFFECTS}
