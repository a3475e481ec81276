"""The form of an archive: its rows are the records of the same names, with their limits."""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from canvas.board import limits
from canvas.board.fields import (
    Colour,
    Coordinate,
    Id,
    Name,
    NoteText,
    PictureId,
    Points,
    Relation,
    Remark,
    Side,
    Source,
    StoryPart,
    Title,
)

Moment = Annotated[int, Meta(ge=0, le=253_402_300_799_999)]
"""Milliseconds since 1970, to the end of the year 9999: later no calendar goes, nor a database."""
NoteSide = Annotated[int, Meta(ge=0, le=limits.PICTURE_SIDE)]


class Row(Struct, frozen=True, forbid_unknown_fields=True):
    """The base of what an archive holds."""


class WorkshopRow(Row, frozen=True):
    """The workshop without what belongs to its installation: id, code, keys and date of deletion."""

    title: Title
    organisation: Title
    relations: list[Relation]
    language: Literal["nl", "en"]
    created: Moment
    stone: Id
    question: Id | None


class PersonRow(Row, frozen=True):
    """Somebody who took part; who was shown out too, since their name stays under what they wrote."""

    id: Id
    name: Name
    role: Literal["facilitator", "participant"]
    joined: Moment
    removed: bool = False


class NoteRow(Row, frozen=True):
    """A note or a sketch; only a sketch has a width and a height."""

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
    pictures: list[PictureRow]


class FirstArchive(Archive, frozen=True, kw_only=True):
    """The whole file as version 1 wrote it."""

    pictures: list[FirstPictureRow]  # type: ignore[assignment]
