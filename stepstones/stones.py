"""The ten stepping stones: their order, and what stands on each of them."""

from dataclasses import dataclass

STONES: tuple[str, ...] = (
    "segment",
    "proposition",
    "content",
    "journey",
    "channels",
    "teams",
    "systems",
    "legal",
    "market",
    "goals",
)
"""The ids of the stones in the order of the path; the order is a suggestion, not a rule."""
PARKING = "parking"
"""The parking lot: a board for what belongs elsewhere or can wait."""
BOARDS = (*STONES, PARKING)
"""Where notes can lie."""
STOPS = ("break", "index", "stories", "closing")
"""Where the room can be beside the stones, the parking lot and the framing: no notes lie there."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A short line under a question that helps thinking; its id reads `channels.ways.web`."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a stone, large enough to project; its id reads `channels.ways`."""

    id: str
    text: str
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class Stone:
    """One stop on the path: a chapter that stands on its own."""

    id: str
    number: int
    name: str
    lead: str
    questions: tuple[Question, ...]
