"""The closed vocabulary of changes: everything that can happen in a workshop, and how it looks on the wire.

A change is a JSON object with its `kind` and the fields below. Absent fields of an edit stay as they are, so two people
who change different properties of one note both get their way, and for the same property the later one does.
"""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from canvas.board import limits

Id = Annotated[str, Meta(pattern=limits.ID.replace("$", r"\Z"))]  # in Python "$" lets a line end pass
PictureId = Annotated[str, Meta(pattern=limits.PICTURE_ID.replace("$", r"\Z"))]
Colour = Literal["yellow", "orange", "pink", "purple", "blue", "teal", "green", "grey"]
Coordinate = Annotated[int, Meta(ge=-limits.COORDINATE, le=limits.COORDINATE)]
NoteText = Annotated[str, Meta(max_length=limits.NOTE_TEXT)]
Name = Annotated[str, Meta(max_length=limits.NAME)]
Title = Annotated[str, Meta(max_length=limits.TITLE)]
StoryPart = Annotated[str, Meta(max_length=limits.STORY_PART)]
Source = Annotated[str, Meta(max_length=limits.STORY_SOURCE)]
Remark = Annotated[str, Meta(max_length=limits.REMARK)]
Points = Annotated[int, Meta(ge=1, le=5)]
Relation = Literal["donors", "members", "volunteers"]
Side = Annotated[int, Meta(ge=1, le=limits.PICTURE_SIDE)]


def _dotted(name: str) -> str:
    """`NoteAdd` becomes `note.add`."""
    return "".join(f".{c}" if c.isupper() else c for c in name).lower().lstrip(".")


class Change(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag=_dotted):
    """The base of all changes; the kind is the class name as noun.verb."""


class NoteAdd(Change, frozen=True):
    """A new note; without `x` and `y` it gets the next free place on the stone's board."""

    note: Id
    stone: Id
    text: NoteText
    question: Id | None = None
    colour: Colour = "yellow"
    x: Coordinate | UnsetType = UNSET
    y: Coordinate | UnsetType = UNSET


class NoteEdit(Change, frozen=True):
    """New values for some properties of a note; moving it lays it on top."""

    note: Id
    text: NoteText | UnsetType = UNSET
    colour: Colour | UnsetType = UNSET
    x: Coordinate | UnsetType = UNSET
    y: Coordinate | UnsetType = UNSET
    question: Id | None | UnsetType = UNSET


class NoteDelete(Change, frozen=True):
    """A note goes to the trash."""

    note: Id


class NoteRestore(Change, frozen=True):
    """A note comes back from the trash, where it was."""

    note: Id


class SketchSave(Change, frozen=True):
    """A drawing becomes a note, or replaces the drawing of one; the picture itself comes beside it, never by socket."""

    note: Id
    stone: Id
    text: NoteText
    picture: PictureId
    width: Side
    height: Side
    question: Id | None = None
    x: Coordinate | UnsetType = UNSET
    y: Coordinate | UnsetType = UNSET


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
    """New values for some settings of the workshop; `delete_after` is a date, YYYY-MM-DD."""

    title: Title | UnsetType = UNSET
    organisation: Title | UnsetType = UNSET
    relations: list[Relation] | UnsetType = UNSET
    language: Literal["nl", "en"] | UnsetType = UNSET
    delete_after: Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")] | UnsetType = UNSET
    door_open: bool | UnsetType = UNSET


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
    NoteAdd | NoteEdit | NoteDelete | NoteRestore | StoryAdd | StoryEdit | StoryDelete
    | ScoreSet | RoomMove | StoneFinish | WorkshopEdit | PersonRename | PersonRemove | CodeRenew
)  # fmt: skip
"""What a socket may ask for; the rest reaches the ledger through the pages only."""


def kind_of(change: Change) -> str:
    """The kind as it stands on the wire, `note.add` for example."""
    return str(change.__struct_config__.tag)
