"""The log of a workshop as people read it: who changed what, and when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Table, select

from stepstones.rules import LEADING, Actor, may_see
from stepstones.voting import places
from storage.reading import naming
from storage.tables import changes, clusters, comments, links, notes, people, stories, votes

PAGE = 50
WRITTEN = ("note", "notes", "sketch", "picture")
"""What under which a group can stand instead of a person."""
OWN: dict[str, Table] = {"cluster": clusters, "story": stories, "link": links, "comment": comments, "vote": votes}
"""The kinds of things beside notes, each with where it is kept."""
_AT_ONCE = 2_000
"""So many of the log are read at once: a stone may be found in few of them."""
_Logged = tuple[Row[Any], dict[str, Any]]
"""A row of the log with its record."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One change that somebody made, with what it was about as far as that can still be known."""

    seq: int
    at: int
    person: str | None
    """The name of who did it, empty where that is not shown; None for the server."""
    kind: str
    stone: str | None
    """Where: the board that the change names, else the one on which the thing lies now."""
    text: str
    """Of the note, story or comment, the title of the cluster, or the name of the person it was done to."""
    other: str
    """The text of a second thing: the other end of a link, the note of a comment."""
    count: int
    """How many notes it was done to."""
    record: dict[str, Any]
    """The change as it stands in the log."""


PASSING = frozenset(
    {
        "timer.start", "timer.pause", "timer.resume", "timer.add", "timer.stop", "ready.set", "spotlight.set",
        "group.present",
    }
)  # fmt: skip
"""What is over when the room goes on: the log has it, a history would be hard to read with it."""


def history(
    connection: Connection,
    workshop: str,
    actor: Actor,
    *,
    before: int | None = None,
    limit: int = PAGE,
    stone: str | None = None,
    person: str | None = None,
) -> list[Deed]:
    """The latest changes before a number, the newest first: all, or those at one stone or by one person.

    Only those that who asks may hear of, and of hidden notes only what they may see.
    """
    found: list[_Logged] = []
    there = _things_at(connection, workshop, stone) if stone else frozenset()
    for row in _log(connection, workshop, before, person):
        if not may_see(actor, row.audience, row.owner):
            continue
        record = msgspec.json.decode(row.record)
        if record["kind"] in PASSING:
            continue
        if stone is None or _is_at(record, stone, there):
            found.append((row, record))
        if len(found) == limit:
            break
    return _Things(connection, workshop, actor, found).deeds()


def _log(connection: Connection, workshop: str, before: int | None, person: str | None) -> Iterator[Row[Any]]:
    """The log backwards, read a piece at a time."""
    log = select(changes).where(changes.c.workshop == workshop).order_by(changes.c.seq.desc()).limit(_AT_ONCE)
    log = log if person is None else log.where(changes.c.person == person)
    while True:
        rows = connection.execute(log if before is None else log.where(changes.c.seq < before)).all()
        yield from rows
        if len(rows) < _AT_ONCE:
            return
        before = rows[-1].seq


def _things_at(connection: Connection, workshop: str, stone: str) -> frozenset[str]:
    """The ids of all that is or was at a stone: its notes, clusters and stories."""
    tables = (notes, clusters, stories)
    here = [select(table.c.id).where(table.c.workshop == workshop, table.c.stone == stone) for table in tables]
    return frozenset(id for ids in here for id in connection.execute(ids).scalars())


def _is_at(record: dict[str, Any], stone: str, there: frozenset[str]) -> bool:
    """Does the record name this stone, or else one of the things there?"""
    noun = record["kind"].partition(".")[0]
    if noun == "vote" and stone in record.get("stones", ()):
        return True
    named = record.get("stone") or (noun == "story" and "stone" in record)
    if named:
        return bool(named == stone)
    own = {"notes": _first(record), "cluster": record.get("cluster"), "story": record.get("story")}
    return own.get(noun, record.get("note") or record.get("start")) in there


class _Things:
    """What some of the log is about, looked up together."""

    def __init__(self, connection: Connection, workshop: str, actor: Actor, rows: list[_Logged]) -> None:
        self._connection, self._workshop, self._rows = connection, workshop, rows
        everybody = connection.execute(select(people.c.id, people.c.name).where(people.c.workshop == workshop))
        self._names, self._told = {row.id: row.name for row in everybody}, naming(connection, workshop)
        records = [record for _, record in rows]
        self._own = {noun: self._found(table, (r.get(noun) for r in records)) for noun, table in OWN.items()}
        lying = self._found(notes, (id for r in records for id in self._ends(r)))
        self._notes = {id: row for id, row in lying.items() if may_see(actor, row.audience, row.author)}

    def deeds(self) -> list[Deed]:
        """All of them."""
        return [self._deed(row, record) for row, record in self._rows]

    def _deed(self, row: Row[Any], record: dict[str, Any]) -> Deed:
        noun = record["kind"].partition(".")[0]
        lying = [self._notes.get(id) for id in self._ends(record)]
        note = lying[0] if lying else None
        about = self._own[noun].get(record.get(noun) or "") if noun in ("cluster", "story", "vote") else note
        other = note if noun == "comment" else lying[1] if noun == "link" and len(lying) > 1 else None
        return Deed(
            seq=row.seq,
            at=row.at,
            person=self._doer(row, record, note),
            kind=record["kind"],
            stone=record.get("stone") or getattr(about, "stone", None),
            text=self._text(record, self._own["comment"].get(record["comment"]) if noun == "comment" else about),
            other=getattr(other, "text", ""),
            count=len(record.get("edits") or _listed(record)) or 1,
            record=record,
        )

    def _doer(self, row: Row[Any], record: dict[str, Any], note: Any) -> str | None:
        """Who leads the room, or comes and goes, is named; who wrote something as far as the workshop shows that."""
        kind = record["kind"]
        if kind in LEADING or kind.startswith("person."):
            return self._names.get(row.person or "")
        about_note = note is not None and kind.partition(".")[0] in WRITTEN
        return self._told.doer(row.person, note) if about_note else self._told.person(row.person)

    def _text(self, record: dict[str, Any], about: Any) -> str:
        vote = self._own["vote"].get(record.get("vote") or "")
        if record["kind"] == "dots.set" and vote and vote.answers:
            answers: list[str] = msgspec.json.decode(vote.answers)
            return dict(zip(places(answers), answers, strict=True)).get(record["note"], "")
        told = record.get("text") or record.get("title") or record.get("want") or record.get("name")
        if not told and "person" in record:
            told = self._names.get(record["person"])
        if not told and (listed := _listed(record)) and isinstance(listed[0], dict):
            told = listed[0].get("text")
        kept = (getattr(about, field, "") for field in ("text", "title", "want"))
        return str(told or next(filter(None, kept), ""))

    def _ends(self, record: dict[str, Any]) -> list[str]:
        """The ids of the notes that a change is about: of many the first, of a link both ends."""
        link = self._own["link"].get(record.get("link") or "")
        comment = self._own["comment"].get(record.get("comment") or "")
        named = (record.get("note"), getattr(comment, "note", None), _first(record))
        ends = (record.get("start") or getattr(link, "start", None), record.get("end") or getattr(link, "end", None))
        return [id for id in dict.fromkeys((*named, *ends)) if id]

    def _found(self, table: Table, ids: Iterable[str | None]) -> dict[str, Any]:
        wanted = {id for id in ids if id}
        rows = select(table).where(table.c.workshop == self._workshop, table.c.id.in_(wanted))
        return {row.id: row for row in self._connection.execute(rows)} if wanted else {}


def _listed(record: dict[str, Any]) -> list[Any]:
    """The notes that a change names; of those of a snapshot none stands for the others."""
    listed = record.get("notes")
    return listed if isinstance(listed, list) and record["kind"] != "snapshot.restore" else []


def _first(record: dict[str, Any]) -> str | None:
    """The id of the first of many notes."""
    many = record.get("edits") or _listed(record)
    first = many[0] if many else None
    return first["note"] if isinstance(first, dict) else first
