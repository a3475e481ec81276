"""What a room must know of its notes and stones to say who may do and see what, without asking for all of them."""

from dataclasses import dataclass, field
from typing import NamedTuple

from stepstones.log import Record
from stepstones.programme import StoneSettings
from stepstones.voting import Dots, Vote
from stepstones.workshop import Audience


class Lying(NamedTuple):
    """Where a note lies, whose it is, and who may see it."""

    stone: str
    author: str | None
    audience: Audience = "all"
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """What a live room starts from: the last number, the last of the log, and what lies where under which rules."""

    seq: int
    records: list[Record]
    notes: dict[str, Lying] = field(default_factory=dict)
    """By the id of the note."""
    stones: dict[str, StoneSettings] = field(default_factory=dict)
    """Their rules, without their texts."""
    muted: frozenset[str] = frozenset()
    """The people who may only look."""
    closed: bool = False
    votes: list[Vote] = field(default_factory=list)
    dots: list[Dots] = field(default_factory=list)
