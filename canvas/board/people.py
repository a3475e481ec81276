"""Changes of people, and of the groups they sit in."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from canvas.board import limits
from canvas.board.change import Change
from canvas.board.fields import Id, Name


class PersonJoin(Change, frozen=True):
    """Somebody comes in."""

    person: Id
    name: Name
    role: Literal["facilitator", "participant"]


class PersonRename(Change, frozen=True):
    """Somebody wants to be called otherwise."""

    person: Id
    name: Name


class PersonRemove(Change, frozen=True):
    """Somebody is shown out: devices forgotten, sockets closed, the join code renewed; their notes stay."""

    person: Id


class PersonMute(Change, frozen=True):
    """Somebody may only look, or write again."""

    person: Id
    muted: bool


class PersonLead(Change, frozen=True):
    """Somebody leads from now on, or no longer; one who leads remains."""

    person: Id
    leads: bool


class PersonMerge(Change, frozen=True):
    """Two are one: what `person` wrote, and their devices, become those of `into`."""

    person: Id
    into: Id


class PersonSeat(Change, frozen=True):
    """Somebody sits in this group, or in none."""

    person: Id
    group: Id | None


class Seats(Struct, frozen=True, forbid_unknown_fields=True):
    """A group and who sits in it."""

    group: Id
    name: Name
    stone: Id | None = None
    people: Annotated[list[Id], Meta(max_length=limits.PEOPLE_PER_WORKSHOP)] = []


class GroupsSet(Change, frozen=True):
    """These are the groups, and who is named nowhere sits in none."""

    groups: Annotated[list[Seats], Meta(max_length=limits.GROUPS)]


class GroupEdit(Change, frozen=True):
    """Another name for a group, or another stone of its own."""

    group: Id
    name: Name | UnsetType = UNSET
    stone: Id | None | UnsetType = UNSET
