"""Dot voting: a vote over the notes of some stones, and the dots that people put there."""

from collections.abc import Mapping
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


@dataclass(frozen=True, slots=True)
class Dots:
    """How many dots a person put at a note."""

    vote: str
    note: str
    person: str
    count: int


def merged(vote: Vote, own: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    """The dots by note of two people who turn out to be one, while the vote runs as many as one can have."""
    each, left = (vote.each, vote.dots) if vote.closed is None else (sum(own.values()) + sum(other.values()),) * 2
    kept: dict[str, int] = {}
    for note in (*sorted(own), *sorted(other.keys() - own.keys())):
        if count := min(own.get(note, 0) + other.get(note, 0), each, left):
            kept[note] = count
            left -= count
    return kept
