"""The form of how a session was led, in an archive: programme, rules of stones, groups, votes, actions."""

from typing import Annotated

from msgspec import Meta

from canvas.board import limits
from canvas.board.actions import Due, Status
from canvas.board.fields import (
    Answer,
    Conclusion,
    Id,
    Name,
    OwnId,
    OwnText,
    Prompts,
    ScriptText,
    StepKind,
    StoneName,
    Title,
    What,
    Writing,
)
from exports.row import Moment, Row

MOST_DOTS = limits.DOTS_OF_ROOM + limits.PEOPLE_EVER * limits.DOTS
"""At one note: in the archive of who leads all dots of a note are those of the room."""


class StepRow(Row, frozen=True):
    """A step of the programme."""

    step: Id
    kind: StepKind
    stone: Id | None
    minutes: Annotated[int, Meta(ge=0, le=limits.STEP_MINUTES)]


class QuestionRow(Row, frozen=True):
    """A question of a facilitator's own."""

    id: OwnId
    text: OwnText
    prompts: Prompts


class StoneRow(Row, frozen=True):
    """What was set for a stone, of one's own or not; those of which nothing was set are not there."""

    stone: Id
    locked: bool
    writing: Writing
    moving: bool
    editing: bool
    conclusion: Conclusion
    name: StoneName
    lead: OwnText
    questions: Annotated[list[QuestionRow], Meta(max_length=limits.QUESTIONS)]
    prompts: dict[Id, Prompts]


class GroupRow(Row, frozen=True):
    """People at one table; who they are stands at the people."""

    id: Id
    name: Name
    stone: Id | None
    created: Moment


class VoteRow(Row, frozen=True):
    """A round of dots over notes, of which some may be gone, or over answers."""

    id: Id
    title: Title
    stones: Annotated[list[Id], Meta(max_length=limits.STONES)]
    notes: Annotated[list[Id], Meta(max_length=limits.NOTES_AT_ONCE)] | None
    dots: Annotated[int, Meta(ge=1, le=limits.DOTS)]
    each: Annotated[int, Meta(ge=1, le=limits.DOTS)]
    hidden: bool
    closed: Moment | None
    created: Moment
    voters: Annotated[int, Meta(ge=0, le=limits.PEOPLE_EVER)]
    answers: Annotated[list[Answer], Meta(min_length=2, max_length=limits.ANSWERS)] | None = None


class DotsRow(Row, frozen=True):
    """The dots of a person at a note or answer, or of the room where the person is empty."""

    vote: Id
    note: Id
    person: Annotated[str, Meta(max_length=64)]
    count: Annotated[int, Meta(ge=1, le=MOST_DOTS)]


class ActionRow(Row, frozen=True):
    """What will be done; the note it came from may be gone."""

    id: Id
    what: What
    who: Name
    due: Due
    status: Status
    stone: Id | None
    note: Id | None
    author: Id | None
    created: Moment


class ScriptRow(Row, frozen=True):
    """What facilitators noted for themselves at a step."""

    step: Id
    text: ScriptText
