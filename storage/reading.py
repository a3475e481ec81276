"""What can be asked of a workshop: all of it, what changed since, one picture."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple, TypeVar

import msgspec
from sqlalchemy import Connection, Row, RowMapping, Select, Table, func, select

from stepstones.authors import Names
from stepstones.closing import Action
from stepstones.log import Record
from stepstones.maturity import QUESTIONS
from stepstones.programme import Script, Step, StoneSettings
from stepstones.rules import Actor, may_see
from stepstones.voting import Dots, Vote
from stepstones.workshop import (
    Cluster,
    Comment,
    Group,
    Link,
    Note,
    Person,
    Picture,
    Reaction,
    Score,
    Session,
    Story,
    Workshop,
)
from storage import secret
from storage.errors import WorkshopGone
from storage.rows import timer_in, vote_in
from storage.tables import (
    actions,
    changes,
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

T = TypeVar("T")


class Bounds(NamedTuple):
    """How much of the log is read at most; what is read first comes also when it alone is too long."""

    changes: int
    letters: int


def session(connection: Connection, workshop: str, *, with_pictures: bool = False) -> Session:
    """Everything of a workshop at one moment, in the order in which it came; raises WorkshopGone."""
    row = _required(_row(connection, workshop), workshop)
    return Session(
        seq=row["seq"],
        workshop=_workshop(row),
        finished=frozenset(r["stone"] for r in _living(connection, stones, workshop) if r["finished"]),
        people=tuple(_person(r) for r in _in_order(connection, people, workshop)),
        notes=tuple(Note(**_fields(r)) for r in _in_order(connection, notes, workshop)),
        stories=tuple(Story(**_fields(r)) for r in _in_order(connection, stories, workshop)),
        scores=tuple(_scores(connection, workshop)),
        clusters=tuple(Cluster(**_fields(r)) for r in _in_order(connection, clusters, workshop)),
        links=tuple(Link(**_fields(r)) for r in _in_order(connection, links, workshop)),
        reactions=tuple(_reactions(connection, workshop)),
        comments=tuple(Comment(**_fields(r)) for r in _in_order(connection, comments, workshop)),
        stones=tuple(filter(_differs, (_settings(r) for r in _living(connection, stones, workshop)))),
        groups=tuple(Group(**_fields(r)) for r in _in_order(connection, groups, workshop)),
        dissolved=tuple(_dissolved(connection, workshop)),
        votes=tuple(map(vote_in, _in_order(connection, votes, workshop))),
        dots=tuple(Dots(**_fields(r)) for r in _living(connection, dots, workshop)),
        actions=tuple(Action(**_fields(r)) for r in _in_order(connection, actions, workshop)),
        scripts=tuple(Script(**_fields(r)) for r in _living(connection, scripts, workshop)),
        pictures=all_pictures(connection, workshop) if with_pictures else {},
    )


def workshop(connection: Connection, id: str) -> Workshop | None:
    """One workshop's own record."""
    row = _row(connection, id)
    return _workshop(row) if row else None


def stones_of(connection: Connection, workshop: str) -> tuple[StoneSettings, ...]:
    """What was set for the stones of a workshop."""
    return tuple(_settings(row) for row in _living(connection, stones, workshop))


def names(connection: Connection, workshop: str) -> dict[str, str]:
    """What everybody is called who ever came, by id, in the order in which they came."""
    everybody = select(people.c.id, people.c.name).where(people.c.workshop == workshop)
    return {row.id: row.name for row in connection.execute(everybody.order_by(people.c.joined, people.c.id))}


def naming(connection: Connection, id: str) -> Names:
    """Whose names stand at what people wrote in a workshop, as it chose to show them; raises WorkshopGone."""
    found = _required(workshop(connection, id), id)
    everybody = tuple(_person(row) for row in _in_order(connection, people, id))
    seats = tuple(Group(**_fields(row)) for row in _in_order(connection, groups, id))
    told = Session(0, found, frozenset(), everybody, groups=seats, dissolved=tuple(_dissolved(connection, id)))
    return Names(told)


def all_workshops(connection: Connection) -> list[Workshop]:
    """Every workshop here, the newest first."""
    return [_workshop(r) for r in connection.execute(select(workshops).order_by(workshops.c.created.desc())).mappings()]


def all_pictures(connection: Connection, workshop: str) -> dict[str, Picture]:
    """The pictures of a workshop's living notes, by id."""
    shown = select(notes.c.picture).where(notes.c.workshop == workshop, notes.c.deleted.is_(None))
    rows = connection.execute(select(pictures).where(pictures.c.workshop == workshop, pictures.c.id.in_(shown)))
    return {row.id: _picture(row) for row in rows}


def shown_pictures(connection: Connection, workshop: str, ids: Collection[str]) -> dict[str, Picture]:
    """These pictures by id, without the strokes that they were drawn with."""
    shown = [pictures.c[name] for name in ("id", "image", "type", "width", "height")]
    rows = connection.execute(select(*shown).where(pictures.c.workshop == workshop, pictures.c.id.in_(ids)))
    return {row.id: Picture(row.id, row.image, row.type, "", row.width, row.height) for row in rows}


def note(connection: Connection, workshop: str, id: str) -> Note | None:
    """One note, unless it is in the trash."""
    living = select(notes).where(notes.c.workshop == workshop, notes.c.id == id, notes.c.deleted.is_(None))
    row = connection.execute(living).mappings().first()
    return Note(**_fields(row)) if row else None


def picture(connection: Connection, workshop: str, id: str) -> Picture | None:
    """One picture."""
    row = connection.execute(select(pictures).where(pictures.c.workshop == workshop, pictures.c.id == id)).first()
    return _picture(row) if row else None


def picture_for(connection: Connection, workshop: str, id: str, actor: Actor) -> Picture | None:
    """One picture, as long as no note hides it from who asks."""
    shown = select(notes.c.audience, notes.c.author).where(notes.c.workshop == workshop, notes.c.picture == id)
    sees = all(may_see(actor, row.audience, row.author) for row in connection.execute(shown))
    return picture(connection, workshop, id) if sees else None


def is_proved(connection: Connection, workshop: str, note: str, told: str | None) -> bool:
    """Is this the secret of a note without a name, in the trash or not?"""
    kept = connection.execute(select(notes.c.proof).where(notes.c.workshop == workshop, notes.c.id == note)).scalar()
    return kept is not None and told is not None and kept == secret.hashed(told)


def change(connection: Connection, workshop: str, id: str) -> dict[str, Any] | None:
    """The change that was made under this id, as it went over the wire."""
    this = select(changes.c.record).where(changes.c.workshop == workshop, changes.c.id == id)
    record = connection.execute(this).scalar()
    return msgspec.json.decode(record, type=dict[str, Any]) if record else None


def changes_since(connection: Connection, workshop: str, since: int, bounds: Bounds | None = None) -> list[Record]:
    """The log after a number, from there on or, with bounds, as much of it as they allow."""
    these = [changes.c.workshop == workshop, changes.c.seq > since]
    if bounds:
        sizes = select(changes.c.seq, func.length(changes.c.record)).where(*these).order_by(changes.c.seq)
        these.append(changes.c.seq <= reached(connection, sizes, bounds, since))
    told = [changes.c[name] for name in ("seq", "record", "audience", "owner")]
    rows = connection.execute(select(*told).where(*these).order_by(changes.c.seq))
    return [Record(row.seq, row.record.encode(), row.audience, row.owner) for row in rows]


def reached(connection: Connection, sizes: Select[Any], bounds: Bounds, otherwise: int) -> int:
    """The number up to which there is no more than the bounds allow, but at least one."""
    held, reached = 0, otherwise
    for place, row in enumerate(connection.execute(sizes.limit(bounds.changes))):
        held += row[1]
        if place and held > bounds.letters:
            break
        reached = row.seq
    return reached


def voted(connection: Connection, workshop: str) -> tuple[list[Vote], list[Dots]]:
    """The votes of a workshop, and every dot that was put."""
    held = [vote_in(row) for row in _in_order(connection, votes, workshop)]
    return held, [Dots(**_fields(r)) for r in _living(connection, dots, workshop)]


def last_numbers(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """The number of the last change of each of these workshops, as far as they exist."""
    rows = connection.execute(select(workshops.c.id, workshops.c.seq).where(workshops.c.id.in_(ids)))
    return {row.id: row.seq for row in rows}


def _row(connection: Connection, id: str) -> RowMapping | None:
    return connection.execute(select(workshops).where(workshops.c.id == id)).mappings().first()


def _required(found: T | None, id: str) -> T:
    if found is None:
        raise WorkshopGone(f"No workshop has the id {id!r}: `manage.py list` names those there are.")
    return found


def _living(connection: Connection, table: Table, workshop: str) -> list[RowMapping]:
    return list(connection.execute(select(table).where(table.c.workshop == workshop)).mappings())


def _in_order(connection: Connection, table: Table, workshop: str) -> list[RowMapping]:
    """Rows by time, without those in the trash; people who were shown out stay named under their notes."""
    rows = select(table).where(table.c.workshop == workshop)
    if "deleted" in table.c:
        rows = rows.where(table.c.deleted.is_(None))
    first = table.c.joined if table is people else table.c.created
    return list(connection.execute(rows.order_by(first, table.c.id)).mappings())


def _dissolved(connection: Connection, workshop: str) -> list[Group]:
    """Groups that are none any more."""
    gone = select(groups).where(groups.c.workshop == workshop, groups.c.deleted.is_not(None))
    rows = connection.execute(gone.order_by(groups.c.created, groups.c.id)).mappings()
    return [Group(**_fields(row)) for row in rows]


def _reactions(connection: Connection, workshop: str) -> list[Reaction]:
    """In one order, whatever the database: nobody keeps when they came."""
    found = [Reaction(r["note"], r["person"], r["sign"]) for r in _living(connection, reactions, workshop)]
    return sorted(found, key=lambda reaction: (reaction.note, reaction.person, reaction.sign))


def _scores(connection: Connection, workshop: str) -> list[Score]:
    """In the order of the questions."""
    found = [Score(r["question"], r["score"], r["remark"]) for r in _living(connection, scores, workshop)]
    return sorted(found, key=lambda score: list(QUESTIONS).index(score.question))


def _fields(row: RowMapping) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("workshop", "deleted", "withheld", "proof")}


def _person(row: RowMapping) -> Person:
    fields = {name: row[name] for name in Person.__dataclass_fields__}
    return Person(**fields | {"removed": row["removed"] is not None})


def _settings(row: RowMapping) -> StoneSettings:
    fields = {name: row[name] for name in StoneSettings.__dataclass_fields__}
    kept = {name: msgspec.json.decode(row[name]) for name in ("questions", "prompts")}
    return msgspec.convert(fields | kept, StoneSettings)


def _differs(settings: StoneSettings) -> bool:
    """Was anything set for this stone?"""
    return settings != StoneSettings(settings.stone)


def _workshop(row: RowMapping) -> Workshop:
    fields = {name: row[name] for name in Workshop.__dataclass_fields__ if name != "timer"}
    relations = frozenset(filter(None, row["relations"].split(",")))
    kept = {"legend": msgspec.json.decode(row["legend"]), "timer": timer_in(row)}
    programme = msgspec.json.decode(row["programme"], type=tuple[Step, ...])
    return Workshop(**fields | kept | {"relations": relations, "programme": programme})


def _picture(row: Row[Any]) -> Picture:
    return Picture(row.id, row.image, row.type, row.strokes, row.width, row.height)
