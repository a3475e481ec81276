"""Who may come in, and as whom: devices, keys, codes and tokens; secrets are looked up by their hash.

These are no changes of the workshop and stand in no log. The functions that write are run by the ledger.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import Column, Connection, Select, delete, func, insert, select, update

from stepstones.errors import Refused
from stepstones.rules import Actor
from stepstones.workshop import Role, Workshop
from storage import secret
from storage.reading import workshop as read_workshop
from storage.tables import memberships, notes, people, tokens, workshops

TOKEN_LIFE = 12 * 60 * 60 * 1000
RANK: tuple[Role, ...] = ("facilitator", "participant", "projector", "reader")
Door = Literal["facilitator", "projector", "reader"]
KEYS: dict[Door, Column[Any]] = {
    "facilitator": workshops.c.facilitator_key,
    "projector": workshops.c.projector_key,
    "reader": workshops.c.reader_key,
}


@dataclass(frozen=True, slots=True)
class Membership:
    """A device's place in a workshop; `person` is None for projectors, readers and who has not given a name yet."""

    workshop: str
    role: Role
    person: str | None

    @property
    def actor(self) -> Actor:
        """This member, as the rules see it."""
        return Actor(self.person, self.role)


def of_device(connection: Connection, device: str, workshop: str) -> Membership | None:
    """What a device is in a workshop; the strongest role where it has several."""
    mine = _presently().where(memberships.c.device == secret.hashed(device), memberships.c.workshop == workshop)
    rows = sorted(connection.execute(mine), key=lambda row: RANK.index(row.role))
    return Membership(workshop, rows[0].role, rows[0].person) if rows else None


def _presently() -> Select[Any]:
    """Devices with what they are now: who gave a name has the role of that person, which may have changed."""
    role = func.coalesce(people.c.role, memberships.c.role).label("role")
    theirs = (people.c.id == memberships.c.person) & (people.c.workshop == memberships.c.workshop)
    found = select(memberships.c.workshop, memberships.c.person, memberships.c.since, role)
    return found.join_from(memberships, people, theirs, isouter=True).where(people.c.removed.is_(None))


def of_token(connection: Connection, token: str, now: int) -> Membership | None:
    """What a program is, by its token, while that is valid."""
    valid = select(tokens.c.workshop, tokens.c.person, people.c.role).join_from(
        tokens, people, (people.c.id == tokens.c.person) & (people.c.workshop == tokens.c.workshop)
    )
    row = connection.execute(
        valid.where(tokens.c.hash == secret.hashed(token), tokens.c.expires > now, people.c.removed.is_(None))
    ).first()
    return Membership(row.workshop, row.role, row.person) if row else None


def workshops_of(connection: Connection, device: str) -> list[tuple[Workshop, Role]]:
    """The workshops that a device took part in, the latest first, each with the strongest role."""
    mine = _presently().where(memberships.c.device == secret.hashed(device))
    best: dict[str, Role] = {}
    for row in connection.execute(mine.order_by(memberships.c.since.desc())):
        best[row.workshop] = min(best.get(row.workshop, row.role), row.role, key=RANK.index)
    return [(found, role) for id, role in best.items() if (found := read_workshop(connection, id))]


def by_code(connection: Connection, code: str) -> Workshop | None:
    """The workshop with this join code, whether its door is open or not."""
    row = connection.execute(select(workshops.c.id).where(workshops.c.code == secret.normal(code))).first()
    return read_workshop(connection, row.id) if row else None


def by_key(connection: Connection, door: Door, key: str) -> str | None:
    """The id of the workshop that a key opens."""
    row = connection.execute(select(workshops.c.id).where(KEYS[door] == secret.hashed(key))).first()
    return row.id if row else None


def by_resume_code(connection: Connection, code: str) -> Membership | None:
    """Whose resume code this is."""
    row = connection.execute(
        select(people).where(people.c.resume == secret.hashed(secret.normal(code)), people.c.removed.is_(None))
    ).first()
    return Membership(row.workshop, row.role, row.id) if row else None


def leaders(connection: Connection, workshop: str) -> dict[str, str]:
    """The names of who leads, by id, for who comes in with the facilitators' key."""
    leads = people.c.workshop == workshop, people.c.role == "facilitator", people.c.removed.is_(None)
    rows = connection.execute(select(people.c.id, people.c.name).where(*leads).order_by(people.c.joined, people.c.id))
    return {row.id: row.name for row in rows}


def writes_unseen(connection: Connection, workshop: str, *people: str) -> bool:
    """Does one of these people have notes that nobody else may see?"""
    living = notes.c.deleted.is_(None)
    return connection.execute(select(notes.c.id).where(*_unseen(workshop, people), living).limit(1)).first() is not None


def forget_unseen(connection: Connection, workshop: str, *people: str) -> None:
    """What these people wrote unseen and threw away is nobody's from now on: others may become one with them."""
    trashed = notes.c.deleted.is_not(None)
    connection.execute(update(notes).where(*_unseen(workshop, people), trashed).values(author=None))


def _unseen(workshop: str, people: Sequence[str]) -> tuple[Any, ...]:
    return notes.c.workshop == workshop, notes.c.audience == "author", notes.c.author.in_(people)


def participant(connection: Connection, device: str, workshop: str) -> tuple[str, str] | None:
    """Id and name of the participant that a device is, also where it is about to lead."""
    mine = memberships.c.device == secret.hashed(device), memberships.c.workshop == workshop
    theirs = (people.c.id == memberships.c.person) & (people.c.workshop == memberships.c.workshop)
    found = select(people.c.id, people.c.name).join_from(memberships, people, theirs)
    row = connection.execute(found.where(*mine, people.c.role == "participant", people.c.removed.is_(None))).first()
    return (row.id, row.name) if row else None


def remember(connection: Connection, device: str, member: Membership, now: int) -> None:
    """From now on this device is this member."""
    this = {"device": secret.hashed(device), "workshop": member.workshop, "role": member.role}
    connection.execute(delete(memberships).where(*(memberships.c[name] == value for name, value in this.items())))
    connection.execute(insert(memberships).values(**this, person=member.person, since=now))


def give_token(connection: Connection, member: Membership, now: int) -> str:
    """A token for a program, valid for twelve hours; old ones are swept away."""
    token = secret.key()
    connection.execute(delete(tokens).where(tokens.c.expires <= now))
    row = {"hash": secret.hashed(token), "workshop": member.workshop, "person": member.person}
    connection.execute(insert(tokens).values(**row, expires=now + TOKEN_LIFE))
    return token


def give_resume_code(connection: Connection, workshop: str, person: str) -> str:
    """A new code for one other device; an earlier one ends. Raises Refused where the person takes part no longer."""
    code = secret.resume_code()
    this = people.c.workshop == workshop, people.c.id == person, people.c.removed.is_(None)
    if not connection.execute(update(people).where(*this).values(resume=secret.hashed(code))).rowcount:
        raise Refused("person_gone")
    return code


def resume(connection: Connection, device: str, code: str, now: int) -> Membership | None:
    """Make this device the person whose code it is; the code works once."""
    member = by_resume_code(connection, code)
    if member is None:
        return None
    this = people.c.workshop == member.workshop, people.c.id == member.person
    connection.execute(update(people).where(*this).values(resume=None))
    remember(connection, device, member, now)
    return member


def renew_key(connection: Connection, workshop: str, door: Door) -> str:
    """A new key for an address; the old one opens nothing any more, and who came in with it is nobody here."""
    key = secret.key()
    connection.execute(update(workshops).where(workshops.c.id == workshop).values({KEYS[door]: secret.hashed(key)}))
    # Who leads under a name stays who they are.
    nameless = memberships.c.role == door, memberships.c.person.is_(None)
    connection.execute(delete(memberships).where(memberships.c.workshop == workshop, *nameless))
    return key


def delete_workshop(connection: Connection, workshop: str) -> bool:
    """Delete one workshop with all its data; was it there?"""
    return connection.execute(delete(workshops).where(workshops.c.id == workshop)).rowcount > 0


def purge(connection: Connection, today: date) -> list[str]:
    """Delete every workshop whose date has come, with all its data; gives their ids."""
    due = list(connection.execute(select(workshops.c.id).where(workshops.c.delete_after < today)).scalars())
    connection.execute(delete(workshops).where(workshops.c.id.in_(due)))
    return due
