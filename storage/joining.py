"""How somebody becomes a member: by a code and a name, by a key, or by a resume code."""

from sqlalchemy import Connection

from canvas.board.changes import KeyRenew
from canvas.board.messages import change, strict
from canvas.board.people import PersonJoin, PersonLead
from stepstones.errors import Refused
from stepstones.rules import HOUSE, Actor, allow_newcomers
from stepstones.workshop import Role, Workshop
from storage import access, secret
from storage.access import Door, Membership
from storage.ledger import Ledger, Request


def knock(ledger: Ledger, device: str, code: str) -> Membership:
    """The device may give a name now, or is back already; raises Refused when no open door has this code."""
    with ledger.database.reading() as connection:
        workshop = access.by_code(connection, code)
        known = access.of_device(connection, device, workshop.id) if workshop else None
    if known and known.person:
        return known
    workshop = _open(workshop)
    return _remember(ledger, device, Membership(workshop.id, "participant", None))


def is_known(ledger: Ledger, device: str, code: str) -> bool:
    """Is the device a member of the workshop with this code, with or without a name?"""
    with ledger.database.reading() as connection:
        workshop = access.by_code(connection, code)
        return workshop is not None and access.of_device(connection, device, workshop.id) is not None


def knock_without_device(ledger: Ledger, code: str) -> str:
    """The id of the workshop that a program may join; raises Refused when no open door has this code."""
    with ledger.database.reading() as connection:
        return _open(access.by_code(connection, code)).id


def join(ledger: Ledger, workshop: str, name: str, *, device: str | None = None) -> Membership:
    """A new participant under the name that was typed into a form; their device, if any, is known from now on."""
    return _join(ledger, workshop, change(PersonJoin, person=secret.id(), name=name, role="participant"), device)


def join_without_device(ledger: Ledger, workshop: str, name: str) -> Membership:
    """A new participant for a program, whose name is refused where a form would tidy it; raises BadMessage."""
    return _join(ledger, workshop, strict(PersonJoin, person=secret.id(), name=name, role="participant"), None)


def open_with_key(ledger: Ledger, device: str, door: Door, key: str) -> Membership:
    """The device gets the role that the key opens; raises Refused when it opens nothing."""
    with ledger.database.reading() as connection:
        workshop = access.by_key(connection, door, key)
        if workshop is None:
            raise Refused("wrong_code")
        known = access.of_device(connection, device, workshop)
    if door == "facilitator" and known and known.role == door:
        return known
    role: Role = door
    return _remember(ledger, device, Membership(workshop, role, None))


def renew_key(ledger: Ledger, workshop: str, door: Door, actor: Actor) -> str:
    """A new key for an address, at the wish of who leads; whoever came in with the old one is out at once."""
    keys: list[str] = []

    def also(connection: Connection) -> None:
        keys.append(access.renew_key(connection, workshop, door))

    ledger.submit(Request(workshop, secret.id(), KeyRenew(door=door), actor, also=also))
    return keys[-1]


def lead(ledger: Ledger, workshop: str, name: str, *, device: str) -> Membership:
    """One more facilitator, on a device that came in with the key, under the name that was typed into a form."""
    _require_key(ledger, workshop, device)
    joining = change(PersonJoin, person=secret.id(), name=name, role="facilitator")
    return _join(ledger, workshop, joining, device)


def lead_as(ledger: Ledger, workshop: str, person: str, *, device: str) -> Membership:
    """The device that came in with the key goes on as who leads already, or as the participant whose it is."""
    _require_key(ledger, workshop, device)
    with ledger.database.reading() as connection:
        leads = person in access.leaders(connection, workshop)
        own = access.participant(connection, device, workshop)
    member = Membership(workshop, "facilitator", person)
    if leads:
        return ledger.write(lambda connection: _go_on_as(connection, device, member, ledger.now()))
    if own is None or own[0] != person:
        raise Refused("person_gone")
    ledger.submit(Request(workshop, secret.id(), PersonLead(person=person, leads=True), HOUSE))
    return _remember(ledger, device, member)


def _go_on_as(connection: Connection, device: str, member: Membership, now: int) -> Membership:
    """Anybody with the key can say who they are, so what only that person may see must not come along."""
    person = str(member.person)
    if access.writes_unseen(connection, member.workshop, person):
        raise Refused("private_notes")
    access.forget_unseen(connection, member.workshop, person)
    access.remember(connection, device, member, now)
    return member


def resume(ledger: Ledger, device: str, code: str) -> Membership:
    """The device takes over from another, with that person's code; raises Refused when it is nobody's."""
    member = ledger.write(lambda connection: access.resume(connection, device, code, ledger.now()))
    if member is None:
        raise Refused("wrong_code")
    return member


def _join(ledger: Ledger, workshop: str, joining: PersonJoin, device: str | None) -> Membership:
    member = Membership(workshop, joining.role, joining.person)

    def also(connection: Connection) -> None:
        if device:
            access.remember(connection, device, member, ledger.now())

    ledger.submit(Request(workshop, secret.id(), joining, HOUSE, also=also))
    return member


def _require_key(ledger: Ledger, workshop: str, device: str) -> None:
    """Raise Refused unless this device came in with the key, as nobody in particular yet."""
    with ledger.database.reading() as connection:
        if access.of_device(connection, device, workshop) != Membership(workshop, "facilitator", None):
            raise Refused("not_a_member")


def _open(workshop: Workshop | None) -> Workshop:
    if workshop is None:
        raise Refused("wrong_code")
    allow_newcomers(door_open=workshop.door_open, closed=workshop.closed is not None)
    return workshop


def _remember(ledger: Ledger, device: str, member: Membership) -> Membership:
    ledger.write(lambda connection: access.remember(connection, device, member, ledger.now()))
    return member
