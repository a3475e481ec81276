"""Changes of votes and their dots."""

from typing import Annotated

from msgspec import Meta

from canvas.board import limits
from canvas.board.change import Change
from canvas.board.fields import Id, Title

Stones = Annotated[list[Id], Meta(min_length=1, max_length=limits.STONES)]
Candidates = Annotated[list[Id], Meta(min_length=2, max_length=limits.NOTES_AT_ONCE)]


class VoteOpen(Change, frozen=True):
    """A round begins, over all notes of some stones or over `notes` of these; another that runs is closed first."""

    vote: Id
    stones: Stones
    dots: Annotated[int, Meta(ge=1, le=limits.DOTS)]
    each: Annotated[int, Meta(ge=1, le=limits.DOTS)]
    title: Title
    hidden: bool = True
    notes: Candidates | None = None


class VoteClose(Change, frozen=True):
    """A round ends; everybody sees what came of it."""

    vote: Id


class VoteDelete(Change, frozen=True):
    """A round goes, with its dots."""

    vote: Id


class DotsSet(Change, frozen=True):
    """So many of one's dots are at this note; for the `room` a facilitator puts those of people without a device."""

    vote: Id
    note: Id
    count: Annotated[int, Meta(ge=0, le=limits.DOTS_OF_ROOM)]
    room: bool = False
