"""The archive: one JSON file with everything of a workshop, its sketches included, and none of its keys.

Writing and reading are each other's opposite: what is read equals what was written. Whatever the ledger lets in fits:
a workshop at all its limits stays under ARCHIVE_BYTES, and what is read keeps to the limits that the ledger keeps.
"""

import codecs
import re
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct, structs

from canvas.board import limits
from canvas.board.drawings import MEGABYTE
from exports.errors import ArchiveError
from exports.form import Archive, FirstArchive, PersonRow, SecondArchive, WorkshopRow
from exports.inspection import inspect
from exports.kept import kept
from stepstones import workshop as records
from stepstones.closing import Action
from stepstones.programme import Script, StoneSettings
from stepstones.voting import Dots, Vote

EXAMPLE = Path(__file__).parent.parent / "stepstones" / "example" / "theater.json"
"""The archive that "try the example" opens."""
FORMAT = "stepping-stones workshop"
VERSION = 3
FORMS: dict[int, type[Archive]] = {1: FirstArchive, 2: SecondArchive, 3: Archive}
HALVES = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", re.DOTALL
)
"""Every escaped sign, pairs of surrogates as one; the group is a half that stands alone."""
NO_SIGN = rb"\ufffe"
UNREADABLE = (msgspec.DecodeError, UnicodeError, RecursionError)
"""What the decoder raises on what is no JSON."""

KEPT = (
    "people", "notes", "stories", "scores", "clusters", "links", "reactions", "comments", "stones", "groups",
    "dissolved", "votes", "dots", "actions", "scripts",
)  # fmt: skip
"""The parts that are lists of records."""

Form = TypeVar("Form", bound=Struct)


class _Records(Struct, frozen=True):
    """Those lists, as a workshop has them."""

    people: tuple[records.Person, ...]
    notes: tuple[records.Note, ...]
    stories: tuple[records.Story, ...]
    scores: tuple[records.Score, ...]
    clusters: tuple[records.Cluster, ...]
    links: tuple[records.Link, ...]
    reactions: tuple[records.Reaction, ...]
    comments: tuple[records.Comment, ...]
    stones: tuple[StoneSettings, ...]
    groups: tuple[records.Group, ...]
    dissolved: tuple[records.Group, ...]
    votes: tuple[Vote, ...]
    dots: tuple[Dots, ...]
    actions: tuple[Action, ...]
    scripts: tuple[Script, ...]


def write(session: records.Session, hidden: int = 0) -> bytes:
    """The archive of a workshop, without what hangs at notes in the trash; its pictures must be there.

    `hidden` is how many notes are left out because who asks does not see them.
    """
    session = kept(session)
    shop = _fields(session.workshop, WorkshopRow)
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "hidden": hidden,
        "workshop": shop | {"relations": sorted(session.workshop.relations), "legend": _legend(session)},
        "finished": sorted(session.finished),
        "people": [_fields(person, PersonRow) for person in session.people],
        "notes": session.notes,
        "stories": session.stories,
        "scores": session.scores,
        "clusters": session.clusters,
        "links": session.links,
        "reactions": session.reactions,
        "comments": session.comments,
        "stones": session.stones,
        "groups": session.groups,
        "dissolved": session.dissolved,
        "votes": session.votes,
        "dots": session.dots,
        "actions": session.actions,
        "scripts": session.scripts,
        "pictures": [session.pictures[note.picture] for note in session.notes if note.picture],
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1)


def read(data: bytes) -> records.Session:
    """The workshop in an archive, checked whole; raises ArchiveError. It has no id, code or keys yet."""
    if len(data) > limits.ARCHIVE_BYTES:
        most = limits.ARCHIVE_BYTES
        raise ArchiveError("file_too_large", f"more than {most} bytes", limit=most // MEGABYTE)
    plain = data.removeprefix(codecs.BOM_UTF8)
    version = _check_heading(plain)
    try:
        archive = _decoded(plain, FORMS[version]).modern()
    except msgspec.ValidationError as error:
        raise ArchiveError("archive_wrong", str(error), place=_place(str(error))) from None
    except UNREADABLE as error:
        raise ArchiveError("archive_broken", str(error), line=_line(plain, error)) from None
    inspect(archive)
    return _session(archive)


class _Heading(Struct, frozen=True):
    format: Any = None
    version: Any = None


def _check_heading(data: bytes) -> int:
    """The version of the file; says as clearly as possible what is wrong with one that is no archive of these."""
    try:
        heading = _decoded(data, _Heading)
    except UNREADABLE as error:
        if isinstance(error, msgspec.ValidationError) or FORMAT.encode() not in data[:200]:
            raise ArchiveError("archive_unknown", str(error)) from None
        raise ArchiveError("archive_broken", str(error), line=_line(data, error)) from None
    if heading.format != FORMAT or type(heading.version) is not int or heading.version < 1:
        raise ArchiveError("archive_unknown", f"format {heading.format!r}"[:99])
    if heading.version > VERSION:
        raise ArchiveError("archive_newer", f"version {heading.version}, known is {VERSION}", version=heading.version)
    return heading.version


def _decoded(data: bytes, form: type[Form]) -> Form:
    """What is in the file; half a sign becomes one that inspection refuses, since only so its place can be told."""
    try:
        return msgspec.json.decode(data, type=form)
    except msgspec.ValidationError:
        raise
    except UNREADABLE:
        return msgspec.json.decode(HALVES.sub(lambda sign: NO_SIGN if sign[1] else sign[0], data), type=form)


def _line(data: bytes, error: Exception) -> int:
    """The line on which the file stops being JSON; the last where it only ends too soon."""
    position = re.search(r"\(byte (\d+)\)", str(error))
    return data.count(b"\n", 0, int(position[1]) if position else _end_of_text(data)) + 1


def _end_of_text(data: bytes) -> int:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


def _place(error: str) -> str:
    """Where in the file a value does not fit, for example `notes[3].text`."""
    path = re.search(r"(?:at|in) `\$\.?([\w.\[\]]*)`$", error)
    field = re.search(r"required field `(\w+)`", error)
    return ".".join(filter(None, (path and path[1], field[1] if field else _stranger(error))))


def _stranger(error: str) -> str | None:
    """The field that nobody knows, as it can stand in a sentence: anybody may have named it anything."""
    field = re.search(r"unknown field `(.*?)`(?: - at `[^`]*`)?$", error, re.DOTALL)
    return field and (re.sub(r"[^\w.-]", "?", field[1])[:60] or '""')


def _fields(record: object, row: type[Struct]) -> dict[str, Any]:
    """What an archive keeps of a record."""
    return {name: getattr(record, name) for name in row.__struct_fields__}


def _legend(session: records.Session) -> dict[str, str]:
    return dict(sorted(session.workshop.legend.items()))


def _session(archive: Archive) -> records.Session:
    """The rows as records, which have the same fields; lists become tuples."""
    rows = {name: getattr(archive, name) for name in KEPT}
    told = msgspec.convert(msgspec.to_builtins(rows), _Records)
    shop = msgspec.to_builtins(archive.workshop) | {"id": "", "code": "", "delete_after": date.max}
    return records.Session(
        seq=0,
        workshop=msgspec.convert(shop, records.Workshop),
        finished=frozenset(archive.finished),
        pictures={row.id: records.Picture(**structs.asdict(row)) for row in archive.pictures},
        **structs.asdict(told),
    )
