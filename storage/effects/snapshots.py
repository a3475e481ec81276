"""Boards as they were: kept when a stone is finished, restored as a change like any other."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, or_, select, update
from sqlalchemy.sql.elements import ColumnElement

from canvas.board import limits
from canvas.board.bonds import SnapshotRestore
from canvas.board.change import Change
from canvas.board.drawings import MEGABYTE
from stepstones.errors import Refused
from stepstones.workshop import Cluster, Link
from storage import secret
from storage.boards import Board, board_of, read, written
from storage.effects.ties import count, require_clusters
from storage.entry import Effect, Entry
from storage.tables import clusters, links, notes, pictures, snapshots

BACK = ("text", "colour", "x", "y", "z", "question", "size", "behalf")
"""What a note gets back as it was, beside its stone and cluster. Of its picture only the last one is kept."""


def take(entry: Entry, stone: str) -> str:
    """Keep the board of a stone as it is now; gives the snapshot's id. Its oldest goes where there are too many."""
    board, id = board_of(entry.connection, entry.workshop, stone), secret.id()
    made = {"id": id, "stone": stone, "seq": entry.seq, "person": entry.actor.person, "at": entry.at}
    kept = {"notes": len(board.notes), "board": written(board)}
    entry.connection.execute(insert(snapshots).values(workshop=entry.workshop, **made, **kept))
    same = select(snapshots.c.id).where(_of(entry, snapshots), snapshots.c.stone == stone)
    order = same.order_by(snapshots.c.seq.desc())
    old = entry.connection.execute(order.offset(limits.SNAPSHOTS_PER_STONE)).scalars().all()
    entry.connection.execute(delete(snapshots).where(_of(entry, snapshots), snapshots.c.id.in_(old)))
    return id


def restore(entry: Entry, change: SnapshotRestore) -> dict[str, Any]:
    """The board is what it was; what lay there until now is kept in a snapshot of its own."""
    found = select(snapshots).where(_of(entry, snapshots), snapshots.c.id == change.snapshot)
    row = entry.connection.execute(found).first()
    if row is None:
        raise Refused("snapshot_gone")
    board, stone = read(row.board), row.stone
    elsewhere = _elsewhere(entry, stone)
    kept = {note.id for note in board.notes}
    again = _missing(entry, board.links, kept | elsewhere)
    _require_place(entry, stone, len(kept))
    _require_room(entry, kept | elsewhere)
    _require_ties(entry, stone, board.clusters, again)
    before = take(entry, stone)
    gone = _discard(entry, stone, kept)
    _put_notes(entry, stone, board, _put_clusters(entry, stone, board.clusters))
    if again:
        entry.connection.execute(insert(links), [{"workshop": entry.workshop, **asdict(link)} for link in again])
    now = board_of(entry.connection, entry.workshop, stone)
    told = {"stone": stone, "before": before, "gone": gone, "notes": _told("note", now.notes)}
    return told | {"clusters": _told("cluster", now.clusters), "links": _told("link", again)}


def _elsewhere(entry: Entry, stone: str) -> set[str]:
    """The living notes of all other boards, and those that are hidden on this one: they stay as they are."""
    stays = or_(notes.c.stone != stone, notes.c.audience != "all")
    living = _of(entry, notes), notes.c.deleted.is_(None), stays
    return set(entry.connection.execute(select(notes.c.id).where(*living)).scalars())


def _missing(entry: Entry, then: list[Link], lives: set[str]) -> list[Link]:
    """The links that are not there any more, in whatever direction, and whose notes both will live."""
    rows = entry.connection.execute(select(links.c.id, links.c.start, links.c.end).where(_of(entry, links))).all()
    ids, pairs = {row.id for row in rows}, {frozenset((row.start, row.end)) for row in rows}
    missing = [link for link in then if link.id not in ids and frozenset((link.start, link.end)) not in pairs]
    return [link for link in missing if {link.start, link.end} <= lives]


def _require_place(entry: Entry, stone: str, coming: int) -> None:
    """Raise Refused where the board cannot hold so many notes beside those that are hidden there."""
    hidden = notes.c.stone == stone, notes.c.audience != "all", notes.c.deleted.is_(None)
    if count(entry, notes, *hidden) + coming > limits.NOTES_PER_STONE:
        raise Refused("stone_full", limit=limits.NOTES_PER_STONE)


def _require_room(entry: Entry, lives: set[str]) -> None:
    """Raise Refused where the notes that will live, or their pictures, are more than a workshop holds."""
    if len(lives) > limits.NOTES_PER_WORKSHOP:
        raise Refused("workshop_full", limit=limits.NOTES_PER_WORKSHOP)
    drawn = select(notes.c.id, func.length(pictures.c.image) + func.length(pictures.c.strokes)).join_from(
        notes, pictures, (pictures.c.workshop == notes.c.workshop) & (pictures.c.id == notes.c.picture)
    )
    sizes = entry.connection.execute(drawn.where(_of(entry, notes)))
    if sum(size for note, size in sizes if note in lives) > limits.PICTURE_BYTES_PER_WORKSHOP:
        raise Refused("pictures_full", limit=limits.PICTURE_BYTES_PER_WORKSHOP // MEGABYTE)


def _require_ties(entry: Entry, stone: str, grouped: list[Cluster], again: list[Link]) -> None:
    """Raise Refused where clusters or links would be more than a workshop holds."""
    require_clusters(entry, len(grouped), clusters.c.stone != stone)
    # Links of deleted notes stay here: their notes may be about to come back.
    if again and count(entry, links) + len(again) > limits.LINKS_PER_WORKSHOP:
        raise Refused("links_full", limit=limits.LINKS_PER_WORKSHOP)


def _discard(entry: Entry, stone: str, kept: set[str]) -> list[str]:
    """What is not of then goes to the trash; gives its ids."""
    here = _of(entry, notes), notes.c.deleted.is_(None), notes.c.stone == stone, notes.c.audience == "all"
    lying = entry.connection.execute(select(notes.c.id).where(*here).order_by(notes.c.created, notes.c.id)).scalars()
    gone = [id for id in lying if id not in kept]
    these = _of(entry, notes), notes.c.id.in_(gone)
    entry.connection.execute(update(notes).where(*these).values(deleted=entry.at, cluster=None))
    return gone


def _put_clusters(entry: Entry, stone: str, then: list[Cluster]) -> set[str]:
    """The clusters of the stone are those of then; gives their ids. One whose id was used again elsewhere stays out."""
    now = _of(entry, clusters), clusters.c.stone == stone
    ids = select(clusters.c.id).where(*now)
    entry.connection.execute(update(notes).where(_of(entry, notes), notes.c.cluster.in_(ids)).values(cluster=None))
    entry.connection.execute(delete(clusters).where(*now))
    used = set(entry.connection.execute(select(clusters.c.id).where(_of(entry, clusters))).scalars())
    back = [{"workshop": entry.workshop, **asdict(cluster)} for cluster in then if cluster.id not in used]
    if back:
        entry.connection.execute(insert(clusters), back)
    return {cluster["id"] for cluster in back}


def _put_notes(entry: Entry, stone: str, board: Board, grouped: set[str]) -> None:
    """The notes lie as they did, wherever they went since."""
    rows = [
        {f"then_{name}": getattr(note, name) for name in ("id", *BACK)}
        | {"then_cluster": note.cluster if note.cluster in grouped else None}
        for note in board.notes
    ]
    values: dict[str, Any] = {name: bindparam(f"then_{name}") for name in (*BACK, "cluster")}
    this, back = (_of(entry, notes), notes.c.id == bindparam("then_id")), {"deleted": None, "withheld": False}
    if rows:
        entry.connection.execute(update(notes).where(*this).values(**values, stone=stone, **back), rows)


def _of(entry: Entry, table: Any) -> ColumnElement[bool]:
    is_of: ColumnElement[bool] = table.c.workshop == entry.workshop
    return is_of


def _told(name: str, things: Sequence[Any]) -> list[dict[str, Any]]:
    """Whole things as records tell them: each id under the name of its kind."""
    return [{name: fields.pop("id"), **fields} for fields in map(asdict, things)]


EFFECTS: dict[type[Change], Effect] = {SnapshotRestore: restore}
