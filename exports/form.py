"""The form of an archive: its rows are the records of the same names, with their limits."""

from typing import Annotated, Literal

from msgspec import Meta, field, structs

from canvas.board import limits
from canvas.board.fields import (
    Authors,
    ClusterTitle,
    Colour,
    CommentText,
    Coordinate,
    Cursors,
    Id,
    LinkWord,
    Meaning,
    Name,
    NoteText,
    PictureId,
    Points,
    Relation,
    Remark,
    Side,
    Sign,
    Size,
    Source,
    StoryPart,
    Title,
    Word,
)
from exports.led_rows import ActionRow, DotsRow, GroupRow, ScriptRow, StepRow, StoneRow, VoteRow
from exports.row import Moment, Row

NoteSide = Annotated[int, Meta(ge=0, le=limits.PICTURE_SIDE)]


class WorkshopRow(Row, frozen=True):
    """The workshop without its id, code, keys and date of deletion, and without what the room does at this moment."""

    title: Title
    organisation: Title
    relations: list[Relation]
    language: Literal["nl", "en"]
    created: Moment
    stone: Id
    question: Id | None
    legend: dict[Colour, Meaning] = field(default_factory=dict)
    cursors: Cursors = "auto"
    begun: Moment | None = None
    closed: Moment | None = None
    authors: Authors = "people"
    programme: Annotated[list[StepRow], Meta(max_length=limits.STEPS)] = field(default_factory=list)


class PersonRow(Row, frozen=True):
    """Somebody who took part; who was shown out too, since their name stays under what they wrote."""

    id: Id
    name: Name
    role: Literal["facilitator", "participant"]
    joined: Moment
    removed: bool = False
    muted: bool = False
    group: Id | None = None
    word: Word = ""


class NoteRow(Row, frozen=True):
    """A note, a sketch or a photograph; only the last two have a picture, with a width and a height.

    The proof of an anonymous one is not kept: whoever wrote it, nobody can say so any more.
    """

    id: Id
    stone: Id
    question: Id | None
    text: NoteText
    colour: Colour
    x: Coordinate
    y: Coordinate
    z: Annotated[int, Meta(ge=0, le=limits.LAYER)]
    author: Id | None
    created: Moment
    picture: PictureId | None = None
    width: NoteSide = 0
    height: NoteSide = 0
    sketch: bool = False
    size: Size = "medium"
    cluster: Id | None = None
    behalf: Name = ""
    audience: Literal["all", "facilitators", "author"] = "all"
    group: Id | None = None
    anonymous: bool = False


class ClusterRow(Row, frozen=True):
    """Notes of one board that belong together; which those are stands at the notes."""

    id: Id
    stone: Id
    title: ClusterTitle
    collapsed: bool
    author: Id | None
    created: Moment


class LinkRow(Row, frozen=True):
    """An arrow between two notes."""

    id: Id
    start: Id
    end: Id
    word: LinkWord
    author: Id | None
    created: Moment


class ReactionRow(Row, frozen=True):
    """A sign that a person put at a note."""

    note: Id
    person: Id
    sign: Sign


class CommentRow(Row, frozen=True):
    """A remark at a note."""

    id: Id
    note: Id
    text: CommentText
    author: Id | None
    created: Moment


class PictureRow(Row, frozen=True, kw_only=True):
    """The drawing of a sketch, or a photograph, which has no strokes."""

    id: PictureId
    image: bytes
    type: Literal["image/png", "image/jpeg"] = "image/png"
    strokes: str
    width: Side
    height: Side


class FirstPictureRow(PictureRow, frozen=True, kw_only=True):
    """The drawing of a sketch as version 1 wrote it."""

    image: bytes = field(name="png")


class StoryRow(Row, frozen=True):
    """A user story; the note it came from may be gone."""

    id: Id
    stone: Id | None
    role: StoryPart
    want: StoryPart
    benefit: StoryPart
    note: Id | None
    source: Source
    author: Id | None
    created: Moment


class ScoreRow(Row, frozen=True):
    """The answer to one question of the index."""

    question: Id
    score: Points | None
    remark: Remark


class Archive(Row, frozen=True):
    """The whole file."""

    format: Literal["stepping-stones workshop"]
    version: int
    workshop: WorkshopRow
    finished: list[Id]
    people: list[PersonRow]
    notes: list[NoteRow]
    stories: list[StoryRow]
    scores: list[ScoreRow]
    clusters: list[ClusterRow]
    links: list[LinkRow]
    reactions: list[ReactionRow]
    comments: list[CommentRow]
    stones: list[StoneRow]
    groups: list[GroupRow]
    dissolved: list[GroupRow]
    votes: list[VoteRow]
    dots: list[DotsRow]
    actions: list[ActionRow]
    scripts: list[ScriptRow]
    pictures: list[PictureRow]
    hidden: Annotated[int, Meta(ge=0)] = 0
    """How many notes were left out: who asked for the file did not see them."""

    def modern(self) -> "Archive":
        """Return what the file says, with what its version could not tell."""
        return self


class SecondArchive(Archive, frozen=True, kw_only=True):
    """The whole file as version 2 wrote it: nobody led the session with programme, groups or votes."""

    stones: list[StoneRow] = field(default_factory=list)
    groups: list[GroupRow] = field(default_factory=list)
    dissolved: list[GroupRow] = field(default_factory=list)
    votes: list[VoteRow] = field(default_factory=list)
    dots: list[DotsRow] = field(default_factory=list)
    actions: list[ActionRow] = field(default_factory=list)
    scripts: list[ScriptRow] = field(default_factory=list)
    pictures: list[PictureRow]


class FirstArchive(SecondArchive, frozen=True, kw_only=True):
    """The whole file as version 1 wrote it: on its boards were only notes and sketches."""

    clusters: list[ClusterRow] = field(default_factory=list)
    links: list[LinkRow] = field(default_factory=list)
    reactions: list[ReactionRow] = field(default_factory=list)
    comments: list[CommentRow] = field(default_factory=list)
    pictures: list[FirstPictureRow]  # type: ignore[assignment]

    def modern(self) -> Archive:
        """Return the file with the pictures of its notes as the sketches they were."""
        return structs.replace(self, notes=[structs.replace(n, sketch=n.picture is not None) for n in self.notes])
