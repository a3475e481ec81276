"""What changes of clusters do to the rows."""

from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from canvas.board import limits
from canvas.board.bonds import ClusterAdd, ClusterDelete, ClusterEdit, ClusterMove
from canvas.board.change import Change, given
from stepstones.errors import Refused
from stepstones.rules import allow_touching
from storage.effects.authorship import may_arrange, require_unlocked
from storage.effects.living import in_sight, inside
from storage.effects.stones import require_place
from storage.effects.ties import require_clusters
from storage.entry import Effect, Entry
from storage.tables import clusters, notes


def add(entry: Entry, change: ClusterAdd) -> dict[str, Any]:
    """Notes come together under a title; those that are gone, or lie on another board, are left out."""
    require_place(entry, change.stone, None)
    require_unlocked(entry, change.stone)
    if _find(entry, change.cluster) is not None:
        raise Refused("cluster_exists")
    require_clusters(entry)
    taken = [row for row in in_sight(entry, change.notes) if row.stone == change.stone]
    if len(taken) < 2:
        raise Refused("too_few", limit=2)
    # Loose notes may be gathered by anybody.
    if not all(note.cluster is None or may_arrange(entry, change.stone, note.author) for note in taken):
        raise Refused("not_yours")
    made = {"author": entry.actor.person, "created": entry.at, "collapsed": False}
    row = {"id": change.cluster, "stone": change.stone, "title": change.title, **made}
    entry.connection.execute(insert(clusters).values(workshop=entry.workshop, **row))
    ids = [note.id for note in taken]
    entry.connection.execute(
        update(notes).where(notes.c.workshop == entry.workshop, notes.c.id.in_(ids)).values(cluster=change.cluster)
    )
    return {**made, "notes": ids}


def edit(entry: Entry, change: ClusterEdit) -> dict[str, Any]:
    """Another title, folded or unfolded."""
    _require_mine(entry, "cluster.edit", change.cluster)
    values = given(change, "cluster")
    if values:
        entry.connection.execute(update(clusters).where(*_this(entry, change.cluster)).values(values))
    return {}


def move(entry: Entry, change: ClusterMove) -> dict[str, Any]:
    """All its notes move alike, or none where one of them is another's or would leave the board."""
    cluster = _require_there(entry, change.cluster)
    rows = inside(entry, change.cluster)
    if not all(may_arrange(entry, cluster.stone, row.author) for row in (cluster, *rows)):
        raise Refused("not_yours")
    places = [(row.x + change.dx, row.y + change.dy) for row in rows]
    if any(max(abs(x), abs(y)) > limits.COORDINATE for x, y in places):
        raise Refused("out_of_range")
    entry.connection.execute(
        update(notes)
        .where(notes.c.workshop == entry.workshop, notes.c.cluster == change.cluster, notes.c.deleted.is_(None))
        .values(x=notes.c.x + change.dx, y=notes.c.y + change.dy)
    )
    return {}


def take_apart(entry: Entry, change: ClusterDelete) -> dict[str, Any]:
    """The notes stay where they are; the record tells what the cluster was."""
    row = _require_mine(entry, "cluster.delete", change.cluster)
    loose = update(notes).where(notes.c.workshop == entry.workshop, notes.c.cluster == change.cluster)
    entry.connection.execute(loose.values(cluster=None))
    entry.connection.execute(delete(clusters).where(*_this(entry, change.cluster)))
    return {"stone": row.stone, "title": row.title}


def _this(entry: Entry, cluster: str) -> tuple[Any, Any]:
    return clusters.c.workshop == entry.workshop, clusters.c.id == cluster


def _find(entry: Entry, cluster: str) -> Row[Any] | None:
    return entry.connection.execute(select(clusters).where(*_this(entry, cluster))).first()


def _require_there(entry: Entry, cluster: str) -> Row[Any]:
    """A cluster that may be changed as far as its board goes."""
    row = _find(entry, cluster)
    if row is None:
        raise Refused("cluster_gone")
    require_unlocked(entry, row.stone)
    return row


def _require_mine(entry: Entry, kind: str, cluster: str) -> Row[Any]:
    row = _require_there(entry, cluster)
    allow_touching(kind, entry.actor, row.author)
    return row


EFFECTS: dict[type[Change], Effect] = {
    ClusterAdd: add,
    ClusterEdit: edit,
    ClusterMove: move,
    ClusterDelete: take_apart,
}
