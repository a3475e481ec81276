"""The closed vocabulary of changes: everything that can happen in a workshop, and how it looks on the wire.

A change is a JSON object with its `kind` and the fields below, or in notes.py and bonds.py. Absent fields of an edit
stay as they are, so two people who change different properties of one note both get their way, and for the same
property the later one does.
"""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from canvas.board.bonds import (
    ClusterAdd,
    ClusterDelete,
    ClusterEdit,
    ClusterMove,
    CommentAdd,
    CommentDelete,
    LinkAdd,
    LinkDelete,
    LinkEdit,
    ReactionSet,
    SnapshotRestore,
)
from canvas.board.change import Change
from canvas.board.fields import Colour, Id, Meaning, Name, Points, Relation, Remark, Source, StoryPart, Title
from canvas.board.notes import (
    NoteAdd,
    NoteDelete,
    NoteEdit,
    NoteRestore,
    NotesAdd,
    NotesDelete,
    NotesEdit,
    NotesRestore,
)


class StoryAdd(Change, frozen=True):
    """A new user story, told at a stone or in general, from a note or not."""

    story: Id
    stone: Id | None
    role: StoryPart
    want: StoryPart
    benefit: StoryPart = ""
    note: Id | None = None
    source: Source = ""


class StoryEdit(Change, frozen=True):
    """New values for some parts of a story."""

    story: Id
    role: StoryPart | UnsetType = UNSET
    want: StoryPart | UnsetType = UNSET
    benefit: StoryPart | UnsetType = UNSET
    stone: Id | None | UnsetType = UNSET


class StoryDelete(Change, frozen=True):
    """A story goes to the trash."""

    story: Id


class StoryRestore(Change, frozen=True):
    """A story comes back from the trash."""

    story: Id


class ScoreSet(Change, frozen=True):
    """The joint score of one maturity question (None takes it back) and the remark that explains it."""

    question: Id
    score: Points | None
    remark: Remark = ""


class RoomMove(Change, frozen=True):
    """The room goes to a stone, and to one of its questions or none."""

    stone: Id
    question: Id | None = None


class StoneFinish(Change, frozen=True):
    """A facilitator finishes a stone, or opens it again."""

    stone: Id
    finished: bool


class WorkshopEdit(Change, frozen=True):
    """New values for some settings of the workshop; `delete_after` is a date, YYYY-MM-DD.

    `legend` says what colours mean, by colour; it replaces the old one.
    """

    title: Title | UnsetType = UNSET
    organisation: Title | UnsetType = UNSET
    relations: list[Relation] | UnsetType = UNSET
    language: Literal["nl", "en"] | UnsetType = UNSET
    delete_after: Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")] | UnsetType = UNSET
    door_open: bool | UnsetType = UNSET
    legend: dict[Colour, Meaning] | UnsetType = UNSET
    cursors: Literal["auto", "on", "off"] | UnsetType = UNSET


class PersonJoin(Change, frozen=True):
    """Somebody comes in."""

    person: Id
    name: Name
    role: Literal["facilitator", "participant"]


class PersonRename(Change, frozen=True):
    """Somebody wants to be called otherwise."""

    person: Id
    name: Name


class PersonRemove(Change, frozen=True):
    """Somebody is shown out: their devices are forgotten and their sockets closed; their notes stay."""

    person: Id


class CodeRenew(Change, frozen=True):
    """The join code is replaced; the old one opens nothing any more."""


BySocket = (
    NoteAdd | NoteEdit | NoteDelete | NoteRestore | NotesAdd | NotesEdit | NotesDelete | NotesRestore
    | ClusterAdd | ClusterEdit | ClusterMove | ClusterDelete | LinkAdd | LinkEdit | LinkDelete
    | ReactionSet | CommentAdd | CommentDelete | SnapshotRestore | StoryAdd | StoryEdit | StoryDelete
    | StoryRestore | ScoreSet | RoomMove | StoneFinish | WorkshopEdit | PersonRename | PersonRemove | CodeRenew
)  # fmt: skip
"""What a socket may ask for; the rest reaches the ledger through the pages only."""
