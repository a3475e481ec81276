"""How a workshop begins: empty, or from an archive."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec import UnsetType
from sqlalchemy import Connection, Table, insert

from canvas.board import limits
from canvas.board.changes import WorkshopEdit
from stepstones.workshop import FRAMING, Note, Session
from storage import secret
from storage.access import Membership
from storage.effects.people import distinct
from storage.rows import boards, encoded, person, tables, vote
from storage.tables import (
    actions,
    clusters,
    comments,
    dots,
    groups,
    links,
    notes,
    people,
    pictures,
    reactions,
    scores,
    scripts,
    stones,
    stories,
    votes,
    workshops,
)

_BEGINNING = {"stone": FRAMING, "question": None, "legend": "{}", "cursors": "auto", "seq": 0}
_SETTINGS = ("cursors", "begun", "closed", "authors")
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
    same = ("title", "organisation", "language", "stone", "question", "created", *_SETTINGS)
    laid = _with_room_above(session.notes)
    # Numbers go on above the highest layer, so that what is new lies on top.
    own = {
        "relations": _joined(old.relations),
        "legend": encoded(old.legend),
        "programme": encoded(old.programme),
        "seq": max((note.z for note in laid), default=0),
    }
    founded = _open(connection, {n: getattr(old, n) for n in same} | own, now)
    leaders = [person.id for person in session.people if person.role == "facilitator" and not person.removed]
    if leaders:
        founded = replace(founded, facilitator=replace(founded.facilitator, person=leaders[0]))
    else:
        living = [person.name for person in session.people if not person.removed]
        _add_facilitator(connection, founded, distinct(facilitator, living), now)
    _fill(connection, people, founded.workshop, (person(one, now) for one in session.people))
    _fill(connection, stones, founded.workshop, boards(session))
    _fill(connection, groups, founded.workshop, tables(session, now))
    _fill(connection, votes, founded.workshop, map(vote, session.votes))
    for table, things in _contents(replace(session, notes=laid)):
        _fill(connection, table, founded.workshop, map(asdict, things))
    return founded


def found_next(connection: Connection, session: Session, title: str, now: int, *, facilitator: str) -> Founded:
    """A new workshop that is prepared as this one was, under another title: nobody came yet."""
    return found_from(connection, _like(session, title, now), now, facilitator=facilitator)


def _like(session: Session, title: str, now: int) -> Session:
    """A session as it was prepared, under another title: nobody came yet, and nothing was said."""
    fresh = {"begun": None, "closed": None, "stone": FRAMING, "question": None, "created": now}
    stones_ = tuple(replace(one, conclusion="", locked=False) for one in session.stones)
    shop = replace(session.workshop, title=title, **fresh)  # type: ignore[arg-type]
    return Session(0, shop, frozenset(), stones=stones_, scripts=session.scripts)


def _contents(session: Session) -> list[tuple[Table, Iterable[Any]]]:
    pictures_ = session.pictures.values()
    return [
        (notes, session.notes), (clusters, session.clusters), (links, session.links), (reactions, session.reactions),
        (comments, session.comments), (stories, session.stories), (scores, session.scores), (pictures, pictures_),
        (dots, session.dots), (actions, session.actions), (scripts, session.scripts),
    ]  # fmt: skip


def _with_room_above(laid: tuple[Note, ...]) -> tuple[Note, ...]:
    """The notes as they lie; laid anew from the lowest layer where there is hardly a higher one left."""
    if all(note.z <= limits.LAYER // 2 for note in laid):
        return laid
    order = {note.id: layer for layer, note in enumerate(sorted(laid, key=lambda note: note.z), 1)}
    return tuple(replace(note, z=order[note.id]) for note in laid)


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


def _joined(relations: Iterable[str] | UnsetType) -> str:
    return "" if isinstance(relations, UnsetType) else ",".join(sorted(set(relations)))
