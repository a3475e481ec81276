"""The programme of a session: its steps with their minutes, and what a facilitator makes of the stones."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["framing", "stone", "break", "index", "stories", "closing"]
Writing = Literal["open", "private", "moderated", "anonymous"]
"""How people write at a stone: in sight, unseen until it is revealed, let in one by one, or without a name."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the programme; only one at a `stone` names that."""

    step: str
    kind: Kind
    stone: str | None
    minutes: int


@dataclass(frozen=True, slots=True)
class Script:
    """What facilitators noted for themselves at a step."""

    step: str
    text: str


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question that a facilitator added to a stone; its id reads `own.` and what the client made."""

    id: str
    text: str
    prompts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoneSettings:
    """What was set for a stone: its rules, its conclusion, and where it differs from the method's texts.

    A stone of one's own has an id that is none of the ten.
    """

    stone: str
    locked: bool = False
    writing: Writing = "open"
    moving: bool = False
    """May everybody move the notes of others here?"""
    editing: bool = False
    """May everybody change the notes of others here?"""
    conclusion: str = ""
    name: str = ""
    """Empty where the method's name stands."""
    lead: str = ""
    questions: tuple[OwnQuestion, ...] = ()
    prompts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """More prompts, by the id of the question they stand under."""
