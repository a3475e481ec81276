"""Records as the rows of their tables, and back, where the two differ."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Row, RowMapping

from stepstones.programme import StoneSettings
from stepstones.voting import Vote
from stepstones.workshop import Person, Session, Timer

T = TypeVar("T")
LISTS = ("stones", "notes", "answers")
"""What a vote is about."""


def record(kind: type[T], row: Row[Any]) -> T:
    """What a row says of such a record."""
    return kind(**{field.name: row._mapping[field.name] for field in fields(kind)})  # type: ignore[arg-type]


def encoded(value: object) -> str:
    """What colours mean, a list or a table, as the database keeps it."""
    return msgspec.json.encode(value, order="sorted").decode()


def person(one: Person, now: int) -> dict[str, Any]:
    """Somebody who took part."""
    return asdict(one) | {"removed": now if one.removed else None}


def vote(one: Vote) -> dict[str, Any]:
    """A round of dots."""
    row = asdict(one)
    return row | lists(row)


def lists(row: Mapping[str, Any]) -> dict[str, str | None]:
    """What a vote is about, as the database keeps it."""
    return {name: None if row[name] is None else encoded(row[name]) for name in LISTS}


def vote_in(row: RowMapping) -> Vote:
    """The round of dots that a row tells of."""
    kept = {name: row[name] and tuple(msgspec.json.decode(row[name])) for name in LISTS}
    return Vote(**{field.name: row[field.name] for field in fields(Vote)} | kept)


def timer_in(row: RowMapping) -> Timer | None:
    """The clock that the row of a workshop tells of."""
    length = row["timer_length"]
    return None if length is None else Timer(length, row["timer_ends"], row["timer_left"])


def tables(session: Session, now: int) -> Iterator[dict[str, Any]]:
    """The groups, and those that are none any more."""
    yield from (asdict(one) | {"deleted": None} for one in session.groups)
    yield from (asdict(one) | {"deleted": now} for one in session.dissolved)


def boards(session: Session) -> Iterator[dict[str, Any]]:
    """The stones that were used: notes lie there, something was set, or it is finished."""
    settings = {one.stone: one for one in session.stones}
    for stone in sorted({note.stone for note in session.notes} | session.finished | settings.keys()):
        kept = asdict(settings.get(stone, StoneSettings(stone)))
        own = {name: encoded(kept[name]) for name in ("questions", "prompts")}
        yield kept | own | {"finished": stone in session.finished, "placed": 0}
