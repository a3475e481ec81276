"""One change on its way into the ledger, as its effect sees it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from stepstones.rules import Actor
from stepstones.workshop import Picture


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a change is written (`connection`, `workshop`), who makes it, its number and its time."""

    connection: Connection
    workshop: str
    actor: Actor
    seq: int
    at: int
    picture: Picture | None = None


Effect = Callable[[Entry, Any], dict[str, Any]]
"""What a kind of change does to the rows: refuses before it writes, gives what the record says beyond the change."""
