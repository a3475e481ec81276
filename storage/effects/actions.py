"""What changes of actions do to the rows, and the words with which people leave."""

from typing import Any

from sqlalchemy import delete, insert, select, update

from canvas.board import limits
from canvas.board.actions import ActionAdd, ActionDelete, ActionEdit, is_due
from canvas.board.change import Change, given
from canvas.board.leading import WordSet
from stepstones.errors import Refused
from storage.effects.living import in_sight
from storage.effects.people import put
from storage.effects.stones import require_place
from storage.effects.ties import require_fewer
from storage.entry import Effect, Entry
from storage.tables import actions


def add(entry: Entry, change: ActionAdd) -> dict[str, Any]:
    """A new action; one that comes from a note is of that note's stone."""
    more = {"author": entry.actor.person, "created": entry.at, "stone": _origin(entry, change)}
    _require_day(change.due)
    if _exists(entry, change.action):
        raise Refused("action_exists")
    require_fewer(entry, actions, limits.ACTIONS_PER_WORKSHOP, "actions_full")
    values = given(change, "action") | more
    entry.connection.execute(insert(actions).values(workshop=entry.workshop, id=change.action, **values))
    return more


def edit(entry: Entry, change: ActionEdit) -> dict[str, Any]:
    """New values for the parts that the change names."""
    values = given(change, "action")
    _require_day(values.get("due", ""))
    _require(entry, change.action)
    if values:
        entry.connection.execute(update(actions).where(*_this(entry, change.action)).values(values))
    return {}


def remove(entry: Entry, change: ActionDelete) -> dict[str, Any]:
    """It goes for good: nothing else hangs at it."""
    _require(entry, change.action)
    entry.connection.execute(delete(actions).where(*_this(entry, change.action)))
    return {}


def leave(entry: Entry, change: WordSet) -> dict[str, Any]:
    """One's own word; an empty one takes it back."""
    put(entry, entry.person, word=change.word)
    return {}


def _origin(entry: Entry, change: ActionAdd) -> str | None:
    """The stone that it comes from; what is hidden still cannot be told to all as an action."""
    if change.note is None:
        if change.stone is not None:
            require_place(entry, change.stone, None)
        return change.stone
    found = in_sight(entry, [change.note])
    if not found:
        raise Refused("note_gone")
    return str(found[0].stone)


def _require_day(due: str) -> None:
    if not is_due(due):
        raise Refused("bad_date", field="due")


def _this(entry: Entry, action: str) -> tuple[Any, Any]:
    return actions.c.workshop == entry.workshop, actions.c.id == action


def _exists(entry: Entry, action: str) -> bool:
    return entry.connection.execute(select(actions.c.id).where(*_this(entry, action))).first() is not None


def _require(entry: Entry, action: str) -> None:
    if not _exists(entry, action):
        raise Refused("action_gone")


EFFECTS: dict[type[Change], Effect] = {ActionAdd: add, ActionEdit: edit, ActionDelete: remove, WordSet: leave}
