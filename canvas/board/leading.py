"""Changes with which a facilitator leads the room, and what people answer."""

from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType, field

from canvas.board import limits
from canvas.board.change import Change
from canvas.board.fields import Conclusion, Id, Ids, OwnId, OwnText, Prompts, StoneName, Word, Writing


class SessionBegin(Change, frozen=True):
    """The session begins: the shared screen leaves the lobby, and the programme's time runs."""


class SessionClose(Change, frozen=True):
    """The session is closed: from now on it can only be read."""


class SessionReopen(Change, frozen=True):
    """A closed session goes on."""


class RoomMove(Change, frozen=True):
    """The room goes to a stone, and to one of its questions or none; the spotlight goes out.

    `step` says where that is in the programme. With `together` everybody comes along and stays, until it is false.
    """

    stone: Id
    question: Id | None = None
    step: Id | None | UnsetType = UNSET
    together: bool | UnsetType = UNSET


class SpotlightSet(Change, frozen=True):
    """Everybody looks at this note, or at none in particular."""

    note: Id | None


class GroupPresent(Change, frozen=True):
    """A group reports back: the shared screen shows its notes. None ends it."""

    group: Id | None


class TimerStart(Change, frozen=True):
    """The clock runs from now, for so many seconds."""

    seconds: Annotated[int, Meta(ge=1, le=limits.TIMER_SECONDS)]


class TimerPause(Change, frozen=True):
    """The clock stands still."""


class TimerResume(Change, frozen=True):
    """The clock goes on."""


class TimerAdd(Change, frozen=True):
    """The clock gets more seconds; one that has run out starts again."""

    seconds: Annotated[int, Meta(ge=1, le=limits.TIMER_SECONDS)]


class TimerStop(Change, frozen=True):
    """The clock goes away."""


class ReadySet(Change, frozen=True):
    """Somebody is done with what the room does now, or is not."""

    on: bool


class StoneFinish(Change, frozen=True):
    """A facilitator finishes a stone with a conclusion, or opens it again."""

    stone: Id
    finished: bool
    conclusion: Conclusion | UnsetType = UNSET


class NewQuestion(Struct, frozen=True, forbid_unknown_fields=True):
    """A question of a facilitator's own; its id begins with `own.`."""

    id: OwnId
    text: OwnText
    prompts: Prompts = []


NewQuestions = Annotated[list[NewQuestion], Meta(max_length=limits.QUESTIONS)]


class StoneEdit(Change, frozen=True):
    """New rules or texts for a stone; `questions` and `prompts` replace those that were added before.

    An empty `name` or `lead` brings the method's own back.
    """

    stone: Id
    locked: bool | UnsetType = UNSET
    writing: Writing | UnsetType = UNSET
    moving: bool | UnsetType = UNSET
    editing: bool | UnsetType = UNSET
    conclusion: Conclusion | UnsetType = UNSET
    name: StoneName | UnsetType = UNSET
    lead: OwnText | UnsetType = UNSET
    questions: NewQuestions | UnsetType = UNSET
    prompts: dict[Id, Prompts] | UnsetType = UNSET


class StoneAdd(Change, frozen=True):
    """A stone of a facilitator's own; its id begins with `own.`."""

    stone: OwnId
    name: StoneName
    lead: OwnText = ""
    questions: NewQuestions = field(default_factory=list)


class StoneDelete(Change, frozen=True):
    """A stone of a facilitator's own that holds nothing goes, and its steps in the programme with it."""

    stone: Id


class NotesReveal(Change, frozen=True):
    """Hidden notes come into everybody's sight: all of a stone, those of a group there, or these.

    With a `count` only so many of them do, those that were written first.
    """

    stone: Id
    group: Id | None = None
    notes: Ids | None = None
    count: Annotated[int, Meta(ge=1, le=limits.NOTES_PER_STONE)] | None = None


class WordSet(Change, frozen=True):
    """The word with which somebody leaves; an empty one takes it back."""

    word: Word
