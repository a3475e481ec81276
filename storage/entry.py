"""One change on its way into the ledger, as its effect sees it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from stepstones.errors import Refused
from stepstones.rules import Actor
from stepstones.workshop import Audience, Picture


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a change is written (`connection`, `workshop`), who makes it, its number and its time.

    `group` is that of who makes it; `proofs` are the secrets of notes without a name, by note.
    """

    connection: Connection
    workshop: str
    actor: Actor
    seq: int
    at: int
    picture: Picture | None = None
    group: str | None = None
    proofs: Mapping[str, str] = field(default_factory=dict)

    @property
    def person(self) -> str:
        """Who makes it, for what only somebody can do; raises Refused for the house itself."""
        if self.actor.person is None:
            raise Refused("read_only")
        return self.actor.person


@dataclass(frozen=True, slots=True)
class Told:
    """What a record says beyond its change (`more`), to whom, and whether it names who made it."""

    more: dict[str, Any]
    audience: Audience = "all"
    owner: str | None = None
    """Whose it is, where only they (or those who lead, too) hear of it."""
    anonymous: bool = False


Effect = Callable[[Entry, Any], dict[str, Any] | Told]
"""What a kind of change does to the rows: refuses before it writes, gives what the record says beyond the change."""
