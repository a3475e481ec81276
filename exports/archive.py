"""The archive: one JSON file with everything of a workshop, its sketches included, and none of its keys.

Writing and reading are each other's opposite: what is read equals what was written. Whatever the ledger lets in fits:
a workshop at all its limits stays under ARCHIVE_BYTES, and what is read keeps to the limits that the ledger keeps.
"""

import codecs
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct, structs

from canvas.board import limits
from canvas.board.drawings import MEGABYTE
from exports.errors import ArchiveError
from exports.form import Archive, FirstArchive, WorkshopRow
from exports.inspection import inspect
from stepstones import workshop as records

EXAMPLE = Path(__file__).parent.parent / "stepstones" / "example" / "theater.json"
"""The archive that "try the example" opens."""
FORMAT = "stepping-stones workshop"
VERSION = 2
FORMS: dict[int, type[Archive]] = {1: FirstArchive, 2: Archive}
HALVES = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", re.DOTALL
)
"""Every escaped sign, pairs of surrogates as one; the group is a half that stands alone."""
NO_SIGN = rb"\ufffe"
UNREADABLE = (msgspec.DecodeError, UnicodeError, RecursionError)
"""What the decoder raises on what is no JSON."""

Form = TypeVar("Form", bound=Struct)


def write(session: records.Session) -> bytes:
    """The archive of a workshop, without what hangs at notes in the trash; its pictures must be there."""
    session = kept(session)
    shop = {name: getattr(session.workshop, name) for name in WorkshopRow.__struct_fields__}
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "workshop": shop | {"relations": sorted(session.workshop.relations), "legend": _legend(session)},
        "finished": sorted(session.finished),
        "people": session.people,
        "notes": session.notes,
        "stories": session.stories,
        "scores": session.scores,
        "clusters": session.clusters,
        "links": session.links,
        "reactions": session.reactions,
        "comments": session.comments,
        "pictures": [session.pictures[note.picture] for note in session.notes if note.picture],
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1)


def kept(session: records.Session) -> records.Session:
    """The workshop as an archive keeps it: what hangs at notes in the trash stays behind, as they do."""
    living = {note.id for note in session.notes}
    return replace(
        session,
        links=tuple(link for link in session.links if {link.start, link.end} <= living),
        reactions=tuple(reaction for reaction in session.reactions if reaction.note in living),
        comments=tuple(comment for comment in session.comments if comment.note in living),
    )


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


def _legend(session: records.Session) -> dict[str, str]:
    return dict(sorted(session.workshop.legend.items()))


def _session(archive: Archive) -> records.Session:
    shop = structs.asdict(archive.workshop) | {"relations": frozenset(archive.workshop.relations)}
    return records.Session(
        seq=0,
        workshop=records.Workshop(id="", code="", delete_after=date.max, **shop),
        finished=frozenset(archive.finished),
        people=tuple(records.Person(**structs.asdict(row)) for row in archive.people),
        notes=tuple(records.Note(**structs.asdict(row)) for row in archive.notes),
        stories=tuple(records.Story(**structs.asdict(row)) for row in archive.stories),
        scores=tuple(records.Score(**structs.asdict(row)) for row in archive.scores),
        clusters=tuple(records.Cluster(**structs.asdict(row)) for row in archive.clusters),
        links=tuple(records.Link(**structs.asdict(row)) for row in archive.links),
        reactions=tuple(records.Reaction(**structs.asdict(row)) for row in archive.reactions),
        comments=tuple(records.Comment(**structs.asdict(row)) for row in archive.comments),
        pictures={row.id: records.Picture(**structs.asdict(row)) for row in archive.pictures},
    )
