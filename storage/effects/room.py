"""What scoring, settings and people do to the rows."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import Any

import msgspec
from msgspec import UNSET, structs
from sqlalchemy import delete, func, insert, select, update

from canvas.board import limits
from canvas.board.change import Change
from canvas.board.changes import CodeRenew, ScoreSet, WorkshopEdit
from canvas.board.people import PersonJoin, PersonRemove, PersonRename
from canvas.board.texts import likeness
from stepstones.errors import Refused
from stepstones.maturity import QUESTIONS
from stepstones.rules import allow_touching
from storage import secret
from storage.entry import Effect, Entry
from storage.tables import memberships, people, scores, tokens, workshops

LONGEST = timedelta(days=5 * 366)
"""Nothing is kept for ever: a date of deletion lies within five years."""


def score(entry: Entry, change: ScoreSet) -> dict[str, Any]:
    """The joint score of a question and its remark."""
    if change.question not in QUESTIONS:
        raise Refused("unknown_question")
    this = scores.c.workshop == entry.workshop, scores.c.question == change.question
    entry.connection.execute(delete(scores).where(*this))
    entry.connection.execute(insert(scores).values(workshop=entry.workshop, **structs.asdict(change)))
    return {}


def edit(entry: Entry, change: WorkshopEdit) -> dict[str, Any]:
    """New settings."""
    values = {k: v for k, v in structs.asdict(change).items() if v is not UNSET}
    if "delete_after" in values:
        values["delete_after"] = _future_date(values["delete_after"], entry.at)
    more: dict[str, Any] = {}
    if "relations" in values:
        more["relations"] = sorted(set(values["relations"]))
        values["relations"] = ",".join(more["relations"])
    if "legend" in values:
        more["legend"] = values["legend"]
        values["legend"] = msgspec.json.encode(values["legend"], order="sorted").decode()
    if values:
        _set(entry, **values)
    return more


def renew_code(entry: Entry, _change: CodeRenew) -> dict[str, Any]:
    """A new join code, for everybody to see."""
    code = secret.join_code()
    _set(entry, code=code)
    return {"code": code}


def join(entry: Entry, change: PersonJoin) -> dict[str, Any]:
    """Somebody comes in, if the door is still open; two people of one name are told apart by a number."""
    if not entry.connection.execute(select(workshops.c.door_open).where(workshops.c.id == entry.workshop)).scalar_one():
        raise Refused("door_closed")
    names = _names(entry)
    if len(names) >= limits.PEOPLE_PER_WORKSHOP:
        raise Refused("workshop_full", limit=limits.PEOPLE_PER_WORKSHOP)
    if _people_ever(entry) >= limits.PEOPLE_EVER:
        raise Refused("workshop_full", limit=limits.PEOPLE_EVER)
    name = distinct(change.name, names.values())
    row = {"id": change.person, "name": name, "role": change.role, "joined": entry.at}
    entry.connection.execute(insert(people).values(workshop=entry.workshop, **row))
    return {"name": name, "joined": entry.at}


def rename(entry: Entry, change: PersonRename) -> dict[str, Any]:
    """Another name for the same person, who is still told apart from the others."""
    _require_person(entry, change.person)
    allow_touching("person.rename", entry.actor, change.person)
    others = [name for person, name in _names(entry).items() if person != change.person]
    name = distinct(change.name, others)
    entry.connection.execute(update(people).where(*_this(entry, change.person)).values(name=name))
    return {"name": name}


def remove(entry: Entry, change: PersonRemove) -> dict[str, Any]:
    """Their devices and tokens are forgotten; what they wrote stays."""
    _require_person(entry, change.person)
    if change.person == entry.actor.person:
        raise Refused("not_yourself")
    for table in (memberships, tokens):
        entry.connection.execute(
            delete(table).where(table.c.workshop == entry.workshop, table.c.person == change.person)
        )
    entry.connection.execute(update(people).where(*_this(entry, change.person)).values(removed=entry.at, resume=None))
    return {}


def _set(entry: Entry, **values: Any) -> None:
    entry.connection.execute(update(workshops).where(workshops.c.id == entry.workshop).values(values))


def _this(entry: Entry, person: str) -> tuple[Any, Any]:
    return people.c.workshop == entry.workshop, people.c.id == person


def _names(entry: Entry) -> dict[str, str]:
    """The names of who is in, by id."""
    here = select(people.c.id, people.c.name).where(people.c.workshop == entry.workshop, people.c.removed.is_(None))
    return {row.id: row.name for row in entry.connection.execute(here)}


def _people_ever(entry: Entry) -> int:
    everyone = select(func.count()).select_from(people).where(people.c.workshop == entry.workshop)
    return entry.connection.execute(everyone).scalar_one()


def _require_person(entry: Entry, person: str) -> None:
    living = select(func.count()).select_from(people).where(*_this(entry, person), people.c.removed.is_(None))
    if not entry.connection.execute(living).scalar_one():
        raise Refused("person_gone")


def _future_date(text: str, at: int) -> date:
    today = datetime.fromtimestamp(at / 1000, UTC).date()
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Refused("bad_date") from None
    if not today <= day <= today + LONGEST:
        raise Refused("bad_date")
    return day


def distinct(name: str, taken: Iterable[str]) -> str:
    """The name, or the name with the first number that makes it look like nobody else's."""
    alike = {likeness(other) for other in taken}
    numbered = (f"{name[: limits.NAME - 4]} {i}" for i in range(2, 999))
    return next(n for n in chain((name,), numbered) if likeness(n) not in alike)


EFFECTS: dict[type[Change], Effect] = {
    ScoreSet: score,
    WorkshopEdit: edit,
    CodeRenew: renew_code,
    PersonJoin: join,
    PersonRename: rename,
    PersonRemove: remove,
}
