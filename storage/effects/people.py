"""What comings and goings, standing and names do to the rows."""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from canvas.board import limits
from canvas.board.change import Change
from canvas.board.people import PersonJoin, PersonLead, PersonMerge, PersonMute, PersonRemove, PersonRename
from canvas.board.texts import likeness
from stepstones.errors import Refused
from stepstones.rules import allow_newcomers, allow_touching
from storage import access, secret
from storage.effects import merging
from storage.effects.workshop import settle, shop
from storage.entry import Effect, Entry
from storage.prepared import Row
from storage.tables import memberships, people, tokens


def join(entry: Entry, change: PersonJoin) -> dict[str, Any]:
    """Somebody comes in, if that is still open to them; two people of one name are told apart by a number."""
    if change.role != "facilitator":  # their key is what lets facilitators in
        _require_open(entry)
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
    require_person(entry, change.person)
    allow_touching("person.rename", entry.actor, change.person)
    others = [name for person, name in _names(entry).items() if person != change.person]
    name = distinct(change.name, others)
    put(entry, change.person, name=name)
    return {"name": name}


def remove(entry: Entry, change: PersonRemove) -> dict[str, Any]:
    """Out, with their word, and not back by what they know: the code, and where they led the keys; notes stay."""
    person = require_person(entry, change.person)
    if change.person == entry.actor.person:
        raise Refused("not_yourself")
    _require_other_leader(entry, change.person)
    leads = person.role == "facilitator"
    entry.connection.execute(
        delete(tokens).where(tokens.c.workshop == entry.workshop, tokens.c.person == change.person)
    )
    entry.connection.execute(delete(memberships).where(*_devices(entry, change.person)))
    put(entry, change.person, removed=entry.at, resume=None, group=None, word="")
    _keep_out(entry, ("facilitator_key", "projector_key", "reader_key") if leads else ())
    return {"code": renew_code(entry)}


def renew_code(entry: Entry) -> str:
    """A new join code, which is the only one from now on; also a device that gave no name yet must know it."""
    code = secret.join_code()
    settle(entry, code=code)
    nameless = memberships.c.person.is_(None), memberships.c.role == "participant"
    entry.connection.execute(delete(memberships).where(memberships.c.workshop == entry.workshop, *nameless))
    return code


def mute(entry: Entry, change: PersonMute) -> dict[str, Any]:
    """Somebody may only look, or write again; who leads always may."""
    if require_person(entry, change.person).role == "facilitator" and change.muted:
        raise Refused("facilitator_writes")
    put(entry, change.person, muted=change.muted)
    return {}


def lead(entry: Entry, change: PersonLead) -> dict[str, Any]:
    """Somebody leads from now on, or no longer, on all their devices."""
    require_person(entry, change.person)
    if not change.leads:
        _require_other_leader(entry, change.person)
    role = "facilitator" if change.leads else "participant"
    put(entry, change.person, role=role, muted=False)
    _settle_devices(entry, change.person, role)
    theirs = memberships.c.workshop == entry.workshop, memberships.c.person == change.person
    entry.connection.execute(update(memberships).where(*theirs).values(role=role))
    return {}


def merge(entry: Entry, change: PersonMerge) -> dict[str, Any]:
    """Two are one: who came in twice goes on as `into`, with all that was written under both names."""
    if change.person == change.into:
        raise Refused("same_person")
    roles = {require_person(entry, person).role for person in (change.person, change.into)}
    if change.person == entry.actor.person:
        raise Refused("not_yourself")
    if len(roles) > 1:
        raise Refused("other_role")
    if access.writes_unseen(entry.connection, entry.workshop, change.person, change.into):
        raise Refused("private_notes")
    merging.hand_over(entry, change.person, change.into)
    put(entry, change.person, removed=entry.at, resume=None, group=None)
    return {}


def put(entry: Entry, person: str, **values: Any) -> None:
    """Give a person's row new values."""
    entry.connection.execute(update(people).where(*_this(entry, person)).values(**values))


def require_person(entry: Entry, person: str) -> Row:
    """Somebody who takes part, with their role; raises Refused where they do not."""
    living = select(people.c.role).where(*_this(entry, person), people.c.removed.is_(None))
    row = entry.connection.execute(living).first()
    if row is None:
        raise Refused("person_gone")
    return row


def distinct(name: str, taken: Iterable[str]) -> str:
    """The name, or the name with the first number that makes it look like nobody else's."""
    alike = {likeness(other) for other in taken}
    numbered = (f"{name[: limits.NAME - 4]} {i}" for i in range(2, 999))
    return next(n for n in chain((name,), numbered) if likeness(n) not in alike)


def _devices(entry: Entry, person: str) -> tuple[Any, Any]:
    """Every membership of the devices that are this person's, whatever they are there besides."""
    here = memberships.c.workshop == entry.workshop
    return here, memberships.c.device.in_(select(memberships.c.device).where(here, memberships.c.person == person))


def _settle_devices(entry: Entry, person: str, role: str) -> None:
    """Where a device is two people, it stays the one that it is now: who leads, rather than nobody with a name."""
    here, role_of = memberships.c.workshop == entry.workshop, memberships.c.role
    leading = select(memberships.c.device).where(here, role_of == "facilitator", memberships.c.person.is_not(None))
    shadowed = (role_of == "participant") & memberships.c.device.in_(leading)
    nameless = (role_of == role) & memberships.c.person.is_(None)
    entry.connection.execute(delete(memberships).where(*_devices(entry, person), shadowed | nameless))


def _keep_out(entry: Entry, keys: Iterable[str]) -> None:
    """These addresses open nothing until somebody who leads makes new ones."""
    if unknown := {key: secret.hashed(secret.key()) for key in keys}:
        settle(entry, **unknown)


def _require_other_leader(entry: Entry, person: str) -> None:
    """Raise Refused where nobody would lead without this person."""
    leads = people.c.workshop == entry.workshop, people.c.role == "facilitator", people.c.removed.is_(None)
    leaders = entry.connection.execute(select(people.c.id).where(*leads)).scalars().all()
    if leaders == [person]:
        raise Refused("last_facilitator")


def _require_open(entry: Entry) -> None:
    row = shop(entry)
    allow_newcomers(door_open=row.door_open, closed=row.closed is not None)


def _this(entry: Entry, person: str) -> tuple[Any, Any]:
    return people.c.workshop == entry.workshop, people.c.id == person


def _names(entry: Entry) -> dict[str, str]:
    """The names of who is in, by id."""
    here = select(people.c.id, people.c.name).where(people.c.workshop == entry.workshop, people.c.removed.is_(None))
    return {row.id: row.name for row in entry.connection.execute(here)}


def _people_ever(entry: Entry) -> int:
    everyone = select(func.count()).select_from(people).where(people.c.workshop == entry.workshop)
    return entry.connection.execute(everyone).scalar_one()


EFFECTS: dict[type[Change], Effect] = {
    PersonJoin: join,
    PersonRename: rename,
    PersonRemove: remove,
    PersonMute: mute,
    PersonLead: lead,
    PersonMerge: merge,
}
