"""Changes of actions: what remains to be done after a session."""

from datetime import date
from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from canvas.board.change import Change
from canvas.board.fields import Id, Name, What

Due = Annotated[str, Meta(pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?\Z")]
Status = Literal["open", "doing", "done"]


def is_due(due: str) -> bool:
    """Is this no day, or one that the calendar has? Any will do: who looks back a year later still edits the others."""
    try:
        return not due or bool(date.fromisoformat(due))
    except ValueError:
        return False


class ActionAdd(Change, frozen=True):
    """A new action, of a stone, of a note, or of neither; `due` is a date, YYYY-MM-DD, or empty."""

    action: Id
    what: What
    who: Name = ""
    due: Due = ""
    status: Status = "open"
    stone: Id | None = None
    note: Id | None = None


class ActionEdit(Change, frozen=True):
    """New values for some parts of an action."""

    action: Id
    what: What | UnsetType = UNSET
    who: Name | UnsetType = UNSET
    due: Due | UnsetType = UNSET
    status: Status | UnsetType = UNSET


class ActionDelete(Change, frozen=True):
    """An action goes."""

    action: Id
