"""The archive: one JSON file with everything of a workshop, its sketches included, and none of its keys.

Writing and reading are each other's opposite: what is read equals what was written.
"""

import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, structs
from PIL import Image

from canvas.board import limits
from canvas.board.changes import (
    Colour,
    Coordinate,
    Id,
    Name,
    NoteText,
    Points,
    Remark,
    Side,
    Source,
    StoryPart,
    Title,
)
from canvas.board.errors import BadMessage
from canvas.board.texts import checked
from stepstones import workshop as records
from stepstones.content import content
from stepstones.maturity import QUESTIONS
from stepstones.stones import STONES

EXAMPLE = Path(__file__).parent.parent / "stepstones" / "example" / "theater.json"
"""The archive that "try the example" opens."""
FORMAT = "stepping-stones workshop"
VERSION = 1
LARGEST = 200 * 1024 * 1024
Moment = Annotated[int, Meta(ge=0, le=253_402_300_799_999)]
"""Milliseconds since 1970, to the end of the year 9999: later no calendar goes, nor a database."""


class ArchiveError(ValueError):
    """A file that cannot be imported; `reason` is the code, `values` fill its sentence."""

    def __init__(self, reason: str, detail: str, **values: object) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.values = values


class _Row(Struct, frozen=True, forbid_unknown_fields=True):
    """The base of what an archive holds: the fields of the record of the same name, with their limits."""


class _Workshop(_Row, frozen=True):
    title: Title
    organisation: Title
    relations: list[Literal["donors", "members", "volunteers"]]
    language: Literal["nl", "en"]
    created: Moment
    stone: Id
    question: Id | None


class _Person(_Row, frozen=True):
    id: Id
    name: Name
    role: Literal["facilitator", "participant"]
    joined: Moment
    removed: bool = False


class _Note(_Row, frozen=True):
    id: Id
    stone: Id
    question: Id | None
    text: NoteText
    colour: Colour
    x: Coordinate
    y: Coordinate
    z: Annotated[int, Meta(ge=0, le=2**53)]
    author: Id | None
    created: Moment
    picture: Id | None = None
    width: Annotated[int, Meta(ge=0, le=limits.PICTURE_SIDE)] = 0
    height: Annotated[int, Meta(ge=0, le=limits.PICTURE_SIDE)] = 0


class _Picture(_Row, frozen=True):
    id: Id
    png: bytes
    strokes: Annotated[str, Meta(max_length=limits.STROKES_BYTES)]
    width: Side
    height: Side


class _Story(_Row, frozen=True):
    id: Id
    stone: Id | None
    role: StoryPart
    want: StoryPart
    benefit: StoryPart
    note: Id | None
    source: Source
    author: Id | None
    created: Moment


class _Score(_Row, frozen=True):
    question: Id
    score: Points | None
    remark: Remark


class _Archive(_Row, frozen=True):
    format: Literal["stepping-stones workshop"]
    version: int
    workshop: _Workshop
    finished: list[Id]
    people: Annotated[list[_Person], Meta(max_length=limits.PEOPLE_PER_WORKSHOP)]
    notes: Annotated[list[_Note], Meta(max_length=limits.NOTES_PER_WORKSHOP)]
    stories: Annotated[list[_Story], Meta(max_length=limits.STORIES_PER_WORKSHOP)]
    scores: list[_Score]
    pictures: list[_Picture]


def write(session: records.Session) -> bytes:
    """The archive of a workshop; its pictures must be there."""
    shop = {name: getattr(session.workshop, name) for name in _Workshop.__struct_fields__}
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "workshop": shop | {"relations": sorted(session.workshop.relations)},
        "finished": sorted(session.finished),
        "people": session.people,
        "notes": session.notes,
        "stories": session.stories,
        "scores": session.scores,
        "pictures": list(session.pictures.values()),
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1)


def read(data: bytes) -> records.Session:
    """The workshop in an archive, checked whole; raises ArchiveError. It has no id, code or keys yet."""
    _check_heading(data)
    try:
        archive = msgspec.json.decode(data, type=_Archive)
        _check(archive)
    except (msgspec.MsgspecError, UnicodeError, RecursionError, BadMessage) as error:
        raise ArchiveError("archive_broken", str(error)) from None
    return _session(archive)


class _Heading(Struct, frozen=True):
    format: Any = None
    version: Any = None


def _check_heading(data: bytes) -> None:
    """Say as clearly as possible what is wrong with a file that is no archive of this version."""
    if len(data) > LARGEST:
        raise ArchiveError("file_too_large", f"{len(data)} bytes", limit=LARGEST // 1024 // 1024)
    try:
        heading = msgspec.json.decode(data, type=_Heading)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        started = FORMAT.encode() in data[:200]
        raise ArchiveError("archive_broken" if started else "archive_unknown", str(error)) from None
    if heading.format != FORMAT or type(heading.version) is not int or heading.version < 1:
        raise ArchiveError("archive_unknown", f"format {heading.format!r}")
    if heading.version > VERSION:
        raise ArchiveError("archive_newer", f"version {heading.version}, known is {VERSION}", version=heading.version)


def _check(archive: _Archive) -> None:
    """What belongs together must be there, once each."""
    people, pictures = _unique(archive.people, "people"), _unique(archive.pictures, "pictures")
    _unique(archive.notes, "notes")
    _unique(archive.stories, "stories")
    for note in archive.notes:
        _must(note.author is None or note.author in people, f"author {note.author!r} of note {note.id!r}")
        _must(note.stone in STONES, f"stone {note.stone!r} of note {note.id!r}")
        _must(note.picture is None or note.picture in pictures, f"picture {note.picture!r} of note {note.id!r}")
        _must(note.question is None or note.question in _questions(note.stone), f"question {note.question!r}")
    for story in archive.stories:
        _must(story.author is None or story.author in people, f"author {story.author!r} of story {story.id!r}")
        _must(story.stone is None or story.stone in STONES, f"stone {story.stone!r} of story {story.id!r}")
    _must(len({score.question for score in archive.scores} & set(QUESTIONS)) == len(archive.scores), "scores")
    _must(set(archive.finished) <= set(STONES), "finished stones")
    _check_position(archive.workshop)
    for row in (archive.workshop, *archive.people, *archive.notes, *archive.stories, *archive.scores):
        _check_texts(row)
    for picture in archive.pictures:
        _check_picture(picture)


def _check_position(shop: _Workshop) -> None:
    known = shop.stone == records.FRAMING or shop.stone in STONES
    questions = _questions(shop.stone) if shop.stone in STONES else frozenset()
    _must(known and (shop.question is None or shop.question in questions), f"position {shop.stone!r}")


def _check_texts(row: _Row) -> None:
    for name in row.__struct_fields__:
        value = getattr(row, name)
        _must(not isinstance(value, str) or checked(value) == value, f"text in {name}")


def _check_picture(picture: _Picture) -> None:
    """It must be a PNG of the size it says, and its strokes JSON."""
    _must(len(picture.png) <= limits.PICTURE_BYTES, f"size of picture {picture.id!r}")
    try:
        msgspec.json.decode(picture.strokes or "null")
        with Image.open(io.BytesIO(picture.png), formats=["PNG"]) as image:
            _must(image.size == (picture.width, picture.height), f"size of picture {picture.id!r}")
            image.load()
    except ArchiveError:
        raise
    except (OSError, ValueError, SyntaxError, RecursionError, Warning, Image.DecompressionBombError) as error:
        raise ArchiveError("archive_broken", f"picture {picture.id!r}: {error}") from None


def _questions(stone: str) -> frozenset[str]:
    return frozenset(question.id for question in content("nl").stone(stone).questions)


def _unique(rows: Iterable[Any], what: str) -> set[str]:
    ids = [row.id for row in rows]
    _must(len(ids) == len(set(ids)), f"two {what} with one id")
    return set(ids)


def _must(is_so: bool, what: str) -> None:
    if not is_so:
        raise ArchiveError("archive_broken", f"{what} is not as it must be")


def _session(archive: _Archive) -> records.Session:
    shop = structs.asdict(archive.workshop) | {"relations": frozenset(archive.workshop.relations)}
    return records.Session(
        seq=0,
        workshop=records.Workshop(id="", code="", delete_after=date.max, **shop),
        finished=frozenset(archive.finished),
        people=tuple(records.Person(**structs.asdict(row)) for row in archive.people),
        notes=tuple(records.Note(**structs.asdict(row)) for row in archive.notes),
        stories=tuple(records.Story(**structs.asdict(row)) for row in archive.stories),
        scores=tuple(records.Score(**structs.asdict(row)) for row in archive.scores),
        pictures={row.id: records.Picture(**structs.asdict(row)) for row in archive.pictures},
    )
