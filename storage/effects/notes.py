"""What changes of one note do to its row."""

from collections.abc import Iterable, Mapping, Set
from functools import cache
from typing import Any

from msgspec import UNSET, structs
from sqlalchemy import BindParameter, bindparam, insert, select, update

from canvas.board import limits
from canvas.board.change import Change, given
from canvas.board.notes import NoteAdd, NoteDelete, NoteEdit, NoteRestore
from stepstones.errors import Refused
from storage.effects import drawings
from storage.effects.authorship import (
    Hearing,
    Signature,
    is_withheld,
    proof_of,
    require_at_home,
    require_touching,
    signature,
)
from storage.effects.space import next_places, require_cluster, require_room, require_trash
from storage.effects.stones import require_place
from storage.entry import Effect, Entry, Told
from storage.prepared import Prepared, Row
from storage.tables import notes

PLAIN = {"picture": None, "width": 0, "height": 0, "sketch": False}
"""What a note of words has instead of a picture."""
KNOWN = ("author", "deleted", "stone", "picture", "audience", "proof", "withheld")
"""What must be known of a note before it is changed."""
TRASH = ("deleted", "withheld")
"""What is known of a note in the trash alone."""
UNTOLD = ("workshop", "id", "proof", *TRASH)
"""What no record says of a note, or not so."""
_workshop: BindParameter[str] = bindparam("workshop")
_note: BindParameter[str] = bindparam("note")
_this = (notes.c.workshop == _workshop, notes.c.id == _note)
_find = Prepared(select(*(notes.c[name] for name in KNOWN)).where(*_this))
_insert = Prepared(insert(notes).values({c.name: bindparam(c.name) for c in notes.c if c.name not in TRASH}))
_trash = Prepared(update(notes).where(*_this).values(deleted=bindparam("at"), withheld=bindparam("withheld_now")))


def add(entry: Entry, change: NoteAdd) -> Told:
    """A new note, at the asked place or the next free one."""
    if find(entry, change.note) is not None:
        raise Refused("note_exists")
    signed = signature(entry, change.stone, [change.note], [change.cluster])
    require_room(entry, {change.stone: 1}, new=1)
    require_trash(entry, 1)
    require_place(entry, change.stone, change.question)
    require_cluster(entry, change.cluster, change.stone)
    more = PLAIN | position(entry, change) | made(entry, signed)
    write(entry, [structs.asdict(change) | more], signed)
    return signed.told(more)


def edit(entry: Entry, change: NoteEdit) -> Told:
    """New values for what the change names; a note that moved lies on top."""
    values = given(change)
    row, hearing = require_mine(entry, "note.edit", change.note, values.keys() - {"note"})
    require_at_home(entry, row, values)
    stone = values.get("stone", row.stone)
    require_place(entry, stone, values.get("question"))
    require_cluster(entry, values.get("cluster"), stone)
    if stone != row.stone:
        require_room(entry, {stone: 1}, new=0)
    more = moved(entry, values, row.stone)
    rewrite(entry, [values | more])
    return hearing.told(more)


def trash(entry: Entry, change: NoteDelete) -> Told:
    """Out of sight, but kept."""
    row, hearing = require_mine(entry, "note.delete", change.note)
    _put(entry, change.note, entry.at, withheld=is_withheld(entry, change.note, row))
    return hearing.told({})


def restore(entry: Entry, change: NoteRestore) -> Told:
    """Back where it was; the record says the whole note again."""
    row = find(entry, change.note)
    if row is None:
        raise Refused("note_gone")
    hearing = require_touching(entry, "note.restore", {change.note: row}, {})
    if row.deleted is not None:
        require_room(entry, {row.stone: 1}, new=1)
        drawings.require_space_again(entry, [row.picture])
        _put(entry, change.note, None, withheld=False)
    return hearing.told(whole(entry, [change.note])[0])


def find(entry: Entry, note: str) -> Row | None:
    """What must be known of a note, in the trash or not, before it is changed."""
    return _find.first(entry.connection, workshop=entry.workshop, note=note)


def require_mine(entry: Entry, kind: str, note: str, fields: Set[str] = frozenset()) -> tuple[Row, Hearing]:
    """A note that is there, and who hears of its change; raises Refused unless who asks may make it."""
    row = find(entry, note)
    if row is None or row.deleted is not None:
        raise Refused("note_gone")
    return row, require_touching(entry, kind, {note: row}, {note: fields})


def made(entry: Entry, signed: Signature) -> dict[str, Any]:
    """What every new note has: it lies on top, and somebody made it now."""
    return {"z": _layer(entry), "created": entry.at} | signed.fields


def moved(entry: Entry, values: Mapping[str, Any], stone: str) -> dict[str, Any]:
    """What new values bring along: on another board a note has no question or cluster; moved, it lies on top."""
    away = values.get("stone", stone) != stone
    more = {name: None for name in ("question", "cluster") if away and name not in values}
    return more | {"z": _layer(entry)} if away or "x" in values or "y" in values else more


def position(entry: Entry, change: Any) -> dict[str, int]:
    """Where a new note is asked to lie, or the next free place."""
    if change.x is not UNSET and change.y is not UNSET:
        return {"x": change.x, "y": change.y}
    ((x, y),) = next_places(entry, change.stone, [getattr(change, "size", "medium")])
    return {"x": x, "y": y}


def write(entry: Entry, new: Iterable[Mapping[str, Any]], signed: Signature) -> None:
    """Write new notes down, each told by all its fields, and what is kept of its secret."""
    names = [column.name for column in notes.c if column.name not in UNTOLD]
    _insert.many(
        entry.connection,
        [
            {"workshop": entry.workshop, "id": row["note"], "proof": proof_of(entry, row["note"], signed)}
            | {name: row[name] for name in names}
            for row in new
        ],
    )


def rewrite(entry: Entry, edits: Iterable[Mapping[str, Any]]) -> None:
    """Give notes new values; those of which the same fields change are written together."""
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for edit in edits:
        names = tuple(sorted(edit.keys() - {"note"}))
        values = {f"new_{name}": edit[name] for name in names}
        groups.setdefault(names, []).append({"workshop": entry.workshop, "note": edit["note"]} | values)
    for names, rows in groups.items():
        if names:
            _update(names).many(entry.connection, rows)


def whole(entry: Entry, ids: list[str]) -> list[dict[str, Any]]:
    """The notes as they stand, for who did not have them or asked for something else."""
    rows = entry.connection.execute(select(notes).where(notes.c.workshop == entry.workshop, notes.c.id.in_(ids)))
    found = {row["id"]: row for row in rows.mappings()}
    return [{"note": id} | {k: v for k, v in found[id].items() if k not in UNTOLD} for id in ids]


def _put(entry: Entry, note: str, at: int | None, *, withheld: bool) -> None:
    """Into the trash, or out of it."""
    _trash(entry.connection, workshop=entry.workshop, note=note, at=at, withheld_now=withheld)


def _layer(entry: Entry) -> int:
    """On top: every change has a higher number than those before it."""
    return min(entry.seq, limits.LAYER)


@cache
def _update(names: tuple[str, ...]) -> Prepared:
    return Prepared(update(notes).where(*_this).values({name: bindparam(f"new_{name}") for name in names}))


EFFECTS: dict[type[Change], Effect] = {
    NoteAdd: add,
    NoteEdit: edit,
    NoteDelete: trash,
    NoteRestore: restore,
}
