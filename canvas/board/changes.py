"""The closed vocabulary of changes: everything that can happen in a workshop, and how it looks on the wire.

A change is a JSON object with its `kind` and the fields below, or in the files beside this one. Absent fields of an
edit stay as they are, so two people who change different properties of one note both get their way, and for the same
property the later one does.
"""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from canvas.board import limits
from canvas.board.actions import ActionAdd, ActionDelete, ActionEdit
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
from canvas.board.fields import (
    Authors,
    Colour,
    Cursors,
    Id,
    Meaning,
    Points,
    Relation,
    Remark,
    Source,
    StoryPart,
    Title,
)
from canvas.board.leading import (
    GroupPresent,
    NotesReveal,
    ReadySet,
    RoomMove,
    SessionBegin,
    SessionClose,
    SessionReopen,
    SpotlightSet,
    StoneAdd,
    StoneDelete,
    StoneEdit,
    StoneFinish,
    TimerAdd,
    TimerPause,
    TimerResume,
    TimerStart,
    TimerStop,
    WordSet,
)
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
from canvas.board.people import (
    GroupEdit,
    GroupsSet,
    PersonLead,
    PersonMerge,
    PersonMute,
    PersonRemove,
    PersonRename,
    PersonSeat,
)
from canvas.board.programme import ProgrammeSet, ScriptSet
from canvas.board.votes import DotsSet, VoteClose, VoteDelete, VoteOpen


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
    cursors: Cursors | UnsetType = UNSET
    authors: Authors | UnsetType = UNSET
    address: Annotated[str, Meta(max_length=limits.TITLE, pattern=r"^(https?://[\x21-\x7e]+)?\Z")] | UnsetType = UNSET


class CodeRenew(Change, frozen=True):
    """The join code is replaced; the old one opens nothing any more."""


class KeyRenew(Change, frozen=True):
    """The address with a key is replaced, and whoever came in by the old one is out; nobody hears the key itself."""

    door: Literal["facilitator", "projector", "reader"]


BySocket = (
    NoteAdd | NoteEdit | NoteDelete | NoteRestore | NotesAdd | NotesEdit | NotesDelete | NotesRestore | NotesReveal
    | ClusterAdd | ClusterEdit | ClusterMove | ClusterDelete | LinkAdd | LinkEdit | LinkDelete
    | ReactionSet | CommentAdd | CommentDelete | SnapshotRestore | StoryAdd | StoryEdit | StoryDelete
    | StoryRestore | ScoreSet | RoomMove | StoneFinish | StoneEdit | StoneAdd | StoneDelete | WorkshopEdit | CodeRenew
    | SessionBegin | SessionClose | SessionReopen | SpotlightSet | GroupPresent
    | TimerStart | TimerPause | TimerResume | TimerAdd | TimerStop | ReadySet | WordSet
    | PersonRename | PersonRemove | PersonMute | PersonLead | PersonMerge | PersonSeat | GroupsSet | GroupEdit
    | VoteOpen | VoteClose | VoteDelete | DotsSet | ProgrammeSet | ScriptSet | ActionAdd | ActionEdit | ActionDelete
)  # fmt: skip
"""What a socket may ask for; the rest reaches the ledger through the pages only."""
