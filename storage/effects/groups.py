"""What dividing people into groups does to the rows."""

from typing import Any

from msgspec import structs
from sqlalchemy import delete, insert, select, update

from canvas.board.change import Change, given
from canvas.board.people import GroupEdit, GroupsSet, PersonSeat, Seats
from stepstones.errors import Refused
from storage.effects.people import put, require_person
from storage.effects.stones import require_place
from storage.effects.workshop import settle, shop
from storage.entry import Effect, Entry
from storage.room_tables import groups
from storage.tables import notes, people


def divide(entry: Entry, change: GroupsSet) -> dict[str, Any]:
    """These are the groups from now on; who is named nowhere sits in none, and who left since is passed over."""
    ids = [seats.group for seats in change.groups]
    if len(set(ids)) < len(ids):
        raise Refused("group_exists")
    for stone in {seats.stone for seats in change.groups} - {None}:
        require_place(entry, stone, None)
    seated = _seated(entry, change.groups)
    _dissolve(entry, ids)
    forgotten = _forget(entry)
    for place, seats in enumerate(change.groups):
        _found(entry, seats, entry.at + place)
    _seat(entry, seated)
    return {"groups": [_told(seats, seated) for seats in change.groups], "forgotten": forgotten}


def edit(entry: Entry, change: GroupEdit) -> dict[str, Any]:
    """Another name, or another stone; null has its people where the room is."""
    require_group(entry, change.group)
    values = given(change, "group")
    if values.get("stone") is not None:
        require_place(entry, values["stone"], None)
    if values:
        entry.connection.execute(update(groups).where(*_this(entry, change.group)).values(**values))
    return {}


def seat(entry: Entry, change: PersonSeat) -> dict[str, Any]:
    """Somebody sits in this group; what they wrote before stays that of the group they sat in."""
    require_person(entry, change.person)
    if change.group is not None:
        require_group(entry, change.group)
    put(entry, change.person, group=change.group)
    return {}


def require_group(entry: Entry, group: str) -> None:
    """Raise Refused where there is no such group any more."""
    if (
        entry.connection.execute(select(groups.c.id).where(*_this(entry, group), groups.c.deleted.is_(None))).first()
        is None
    ):
        raise Refused("group_gone")


def _seated(entry: Entry, tables: list[Seats]) -> dict[str, str]:
    """Where everybody sits who is still in: in the last group that names them."""
    here = select(people.c.id).where(people.c.workshop == entry.workshop, people.c.removed.is_(None))
    living = set(entry.connection.execute(here).scalars())
    return {person: seats.group for seats in tables for person in seats.people if person in living}


def _told(seats: Seats, seated: dict[str, str]) -> dict[str, Any]:
    """A group as the record tells it, with who really sits there."""
    return structs.asdict(seats) | {"people": [person for person, group in seated.items() if group == seats.group]}


def _dissolve(entry: Entry, kept: list[str]) -> None:
    """A group that is no longer one keeps its name for the notes of its people; it cannot go on reporting back."""
    gone = groups.c.workshop == entry.workshop, groups.c.id.not_in(kept), groups.c.deleted.is_(None)
    entry.connection.execute(update(groups).where(*gone).values(deleted=entry.at))
    if shop(entry).presenting not in kept:
        settle(entry, presenting=None)


def _forget(entry: Entry) -> list[str]:
    """Dissolved groups whose name stands under nothing, in the trash neither, are kept no longer; gives their ids."""
    named = select(notes.c.group).where(notes.c.workshop == entry.workshop, notes.c.group.is_not(None))
    idle = groups.c.workshop == entry.workshop, groups.c.deleted.is_not(None), groups.c.id.not_in(named)
    ids = list(entry.connection.execute(select(groups.c.id).where(*idle).order_by(groups.c.id)).scalars())
    entry.connection.execute(delete(groups).where(*idle))
    return ids


def _found(entry: Entry, seats: Seats, at: int) -> None:
    """A new group, or one that was there with what is said of it now; `at` keeps the order in which they are told."""
    values = {"name": seats.name, "stone": seats.stone, "created": at, "deleted": None}
    again = entry.connection.execute(update(groups).where(*_this(entry, seats.group)).values(**values))
    if not again.rowcount:
        entry.connection.execute(insert(groups).values(workshop=entry.workshop, id=seats.group, **values))


def _seat(entry: Entry, seated: dict[str, str]) -> None:
    here = people.c.workshop == entry.workshop
    entry.connection.execute(update(people).where(here, people.c.group.is_not(None)).values(group=None))
    for group in set(seated.values()):
        there = [person for person, sits in seated.items() if sits == group]
        entry.connection.execute(update(people).where(here, people.c.id.in_(there)).values(group=group))


def _this(entry: Entry, group: str) -> tuple[Any, Any]:
    return groups.c.workshop == entry.workshop, groups.c.id == group


EFFECTS: dict[type[Change], Effect] = {GroupsSet: divide, GroupEdit: edit, PersonSeat: seat}
