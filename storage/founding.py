"""How a workshop begins: empty, or from an archive."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from msgspec import UnsetType
from sqlalchemy import Connection, Table, insert

from canvas.board import limits
from canvas.board.changes import WorkshopEdit
from stepstones.workshop import FRAMING, Note, Person, Session
from storage import secret
from storage.access import Membership
from storage.effects.people import distinct
from storage.tables import (
    clusters,
    comments,
    links,
    notes,
    people,
    pictures,
    reactions,
    scores,
    stones,
    stories,
    workshops,
)

_BEGINNING = {"stone": FRAMING, "question": None, "legend": "{}", "cursors": "auto", "seq": 0}
KEPT = timedelta(days=365)
"""How long a workshop is kept unless its facilitator says otherwise."""


@dataclass(frozen=True, slots=True)
class Founded:
    """A new workshop, with the only copy of its facilitator's key."""

    workshop: str
    code: str
    facilitator_key: str
    facilitator: Membership


def found(connection: Connection, asked: WorkshopEdit, *, facilitator: str, now: int) -> Founded:
    """An empty workshop with these settings and its facilitator, under the name given."""
    values = {"title": asked.title, "organisation": asked.organisation, "language": asked.language}
    founded = _open(connection, values | {"relations": _joined(asked.relations)}, now)
    _add_facilitator(connection, founded, facilitator, now)
    return founded


def found_from(connection: Connection, session: Session, now: int, *, facilitator: str) -> Founded:
    """A new workshop with everything of another; who led that one leads this one, but no device or key comes along."""
    old = session.workshop
    same = ("title", "organisation", "language", "stone", "question", "created")
    laid = _with_room_above(session.notes)
    # Numbers go on above the highest layer, so that what is new lies on top.
    own = {
        "relations": _joined(old.relations),
        "legend": encoded(old.legend),
        "cursors": old.cursors,
        "seq": max((note.z for note in laid), default=0),
    }
    founded = _open(connection, {n: getattr(old, n) for n in same} | own, now)
    leaders = [person.id for person in session.people if person.role == "facilitator" and not person.removed]
    if leaders:
        founded = replace(founded, facilitator=replace(founded.facilitator, person=leaders[0]))
    else:
        living = [person.name for person in session.people if not person.removed]
        _add_facilitator(connection, founded, distinct(facilitator, living), now)
    _fill(connection, people, founded.workshop, (_person(person, now) for person in session.people))
    boards = {note.stone for note in session.notes} | session.finished
    rows = ({"stone": stone, "finished": stone in session.finished, "placed": 0} for stone in sorted(boards))
    _fill(connection, stones, founded.workshop, rows)
    for table, things in _contents(replace(session, notes=laid)):
        _fill(connection, table, founded.workshop, map(asdict, things))
    return founded


def _contents(session: Session) -> list[tuple[Table, Iterable[Any]]]:
    pictures_ = session.pictures.values()
    return [
        (notes, session.notes), (clusters, session.clusters), (links, session.links), (reactions, session.reactions),
        (comments, session.comments), (stories, session.stories), (scores, session.scores), (pictures, pictures_),
    ]  # fmt: skip


def _with_room_above(laid: tuple[Note, ...]) -> tuple[Note, ...]:
    """The notes as they lie; laid anew from the lowest layer where there is hardly a higher one left."""
    if all(note.z <= limits.LAYER // 2 for note in laid):
        return laid
    order = {note.id: layer for layer, note in enumerate(sorted(laid, key=lambda note: note.z), 1)}
    return tuple(replace(note, z=order[note.id]) for note in laid)


def _person(person: Person, now: int) -> dict[str, Any]:
    return asdict(person) | {"removed": now if person.removed else None}


def _add_facilitator(connection: Connection, founded: Founded, name: str, now: int) -> None:
    person = {"id": founded.facilitator.person, "name": name, "role": "facilitator", "joined": now}
    connection.execute(insert(people).values(workshop=founded.workshop, **person))


def _open(connection: Connection, values: Mapping[str, Any], now: int) -> Founded:
    """The workshop's own row, with new id, code and keys."""
    founded = Founded(id := secret.id(), secret.join_code(), secret.key(), Membership(id, "facilitator", secret.id()))
    keys = {"facilitator_key": founded.facilitator_key, "projector_key": secret.key(), "reader_key": secret.key()}
    until = datetime.fromtimestamp(now / 1000, UTC).date() + KEPT
    fresh = {"id": id, "code": founded.code, "delete_after": until, "door_open": True}
    fresh |= {name: secret.hashed(key) for name, key in keys.items()}
    connection.execute(insert(workshops).values({**_BEGINNING, "created": now, **values, **fresh}))
    return founded


def _fill(connection: Connection, table: Table, workshop: str, rows: Iterable[Mapping[str, Any]]) -> None:
    if full := [{**row, "workshop": workshop} for row in rows]:
        connection.execute(insert(table), full)


def encoded(legend: Mapping[str, str]) -> str:
    """What colours mean, as the database keeps it."""
    return msgspec.json.encode(legend, order="sorted").decode()


def _joined(relations: Iterable[str] | UnsetType) -> str:
    return "" if isinstance(relations, UnsetType) else ",".join(sorted(set(relations)))
