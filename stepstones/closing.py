"""What remains after a session: who does what, and by when."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["open", "doing", "done"]


@dataclass(frozen=True, slots=True)
class Action:
    """Something that somebody will do; `due` is a date, YYYY-MM-DD, or empty."""

    id: str
    what: str
    who: str
    due: str
    status: Status
    stone: str | None
    note: str | None
    """The note that it came from, which may be gone."""
    author: str | None
    created: int
