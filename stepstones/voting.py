"""Dot voting: a vote over the notes of some stones or, in a poll, over answers, and the dots that people put there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ROOM = ""
"""The person of dots that a facilitator put on behalf of people without a device."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One round: everybody has so many `dots`, at most `each` of them for one note."""

    id: str
    title: str
    stones: tuple[str, ...]
    notes: tuple[str, ...] | None
    """The notes that it is about; None where that is every note of these stones."""
    dots: int
    each: int
    hidden: bool
    """Are the results unseen until it is closed?"""
    closed: int | None
    created: int
    voters: int = 0
    """How many people had put dots when it was closed."""
    answers: tuple[str, ...] | None = None
    """What one can answer in a poll, which has no stones and no notes."""

    @property
    def moves(self) -> bool:
        """Does who gives an answer give up the one before?"""
        return self.answers is not None and self.dots == 1


@dataclass(frozen=True, slots=True)
class Dots:
    """How many dots a person put at a note."""

    vote: str
    note: str
    """Or, in a poll, the place of an answer."""
    person: str
    count: int


def places(answers: Sequence[str]) -> tuple[str, ...]:
    """Where the dots of a poll lie: at the numbers of its answers, from 1."""
    return tuple(str(number) for number, _ in enumerate(answers, 1))


def merged(vote: Vote, own: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    """The dots by note of two people who turn out to be one, while the vote runs as many as one can have."""
    each, left = (vote.each, vote.dots) if vote.closed is None else (sum(own.values()) + sum(other.values()),) * 2
    kept: dict[str, int] = {}
    for note in (*sorted(own), *sorted(other.keys() - own.keys())):
        if count := min(own.get(note, 0) + other.get(note, 0), each, left):
            kept[note] = count
            left -= count
    return kept
