"""Changes of votes and their dots; a poll is a vote over answers."""

from typing import Annotated

from msgspec import Meta

from canvas.board import limits
from canvas.board.change import Change
from canvas.board.fields import Answer, Id, Title

Stones = Annotated[list[Id], Meta(max_length=limits.STONES)]
Candidates = Annotated[list[Id], Meta(min_length=2, max_length=limits.NOTES_AT_ONCE)]
Answers = Annotated[list[Answer], Meta(min_length=2, max_length=limits.ANSWERS)]


class VoteOpen(Change, frozen=True):
    """A round begins, over all notes of some stones, `notes` of these, or answers; one that runs is closed first."""

    vote: Id
    stones: Stones
    dots: Annotated[int, Meta(ge=1, le=limits.DOTS)]
    each: Annotated[int, Meta(ge=1, le=limits.DOTS)]
    title: Title
    hidden: bool = True
    notes: Candidates | None = None
    answers: Answers | None = None

    def __post_init__(self) -> None:
        """Raise ValueError where a poll is about notes, too, or has equal answers; or where a vote is about nothing."""
        poll, answers = self.answers is not None, self.answers or []
        if poll == bool(self.stones) or (poll and (self.notes is not None or self.each > 1)):
            raise ValueError
        if len(set(answers)) < len(answers):
            raise ValueError


class VoteClose(Change, frozen=True):
    """A round ends; everybody sees what came of it."""

    vote: Id


class VoteDelete(Change, frozen=True):
    """A round goes, with its dots."""

    vote: Id


class DotsSet(Change, frozen=True):
    """So many of one's dots are at this note or answer; for the `room` those of people without a device."""

    vote: Id
    note: Id
    count: Annotated[int, Meta(ge=0, le=limits.DOTS_OF_ROOM)]
    room: bool = False
