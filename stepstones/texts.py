"""The texts of the method as records: the framing, the stones, the index and the makers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from stepstones.errors import ContentError
from stepstones.stones import Question, Stone


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


Named = TypeVar("Named", bound=_WithId)


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to tell before the first stone."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Framing:
    """What is told on the near bank: how the walk goes (`rules`) and what CRM is (`cards`)."""

    title: str
    lead: str
    rules: tuple[str, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What is scored for one maturity question; `low` and `high` say what 1 and 5 look like."""

    id: str
    name: str
    statement: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Level:
    """One of the five levels: how an organisation recognises itself, and the step to the next."""

    number: int
    name: str
    meaning: str
    step: str


@dataclass(frozen=True, slots=True)
class Maturity:
    """The texts of the index; `low` and `high` name the ends of the scale for all statements."""

    title: str
    lead: str
    low: str
    high: str
    audience: str
    no_audit: str
    usual: str
    withheld: str
    uses: tuple[str, ...]
    questions: tuple[Statement, ...]
    levels: tuple[Level, ...]

    def question(self, id: str) -> Statement:
        """Return the statement of the maturity question `id`."""
        return _named(self.questions, id)

    def level(self, number: int) -> Level:
        """Return the level with this number, 1 to 5."""
        for level in self.levels:
            if level.number == number:
                return level
        raise ContentError(f"no level {number!r}; there are {len(self.levels)}, from 1")


@dataclass(frozen=True, slots=True)
class Credit:
    """Who made a part of the method; `year` is None where it is not known."""

    id: str
    name: str
    what: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Credits:
    """The makers, and one sentence that names them."""

    sentence: str
    makers: tuple[Credit, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """All texts of the method in one language."""

    language: str
    stones: tuple[Stone, ...]
    framing: Framing
    maturity: Maturity
    credits: Credits

    def stone(self, id: str) -> Stone:
        """Return the stone `id`."""
        return _named(self.stones, id)

    def question(self, id: str) -> Question:
        """Return the question `id`, of whichever stone."""
        return _named((question for stone in self.stones for question in stone.questions), id)


def _named(things: Iterable[Named], id: str) -> Named:
    """The one thing with this id."""
    for thing in things:
        if thing.id == id:
            return thing
    raise ContentError(f"no text with the id {id!r}; ids are those of the text files")
