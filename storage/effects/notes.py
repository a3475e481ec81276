"""What changes of notes and sketches do to the rows."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec import UNSET, structs
from sqlalchemy import BindParameter, Row, bindparam, func, insert, select, update

from canvas.board import limits
from canvas.board.change import Change
from canvas.board.notes import NoteAdd, NoteDelete, NoteEdit, NoteRestore, SketchSave
from canvas.board.places import NOTE_HEIGHT, NOTE_WIDTH, free_place
from stepstones.errors import Refused
from stepstones.rules import allow_touching
from storage.effects import drawings
from storage.effects.stones import place_on, require_place
from storage.entry import Effect, Entry
from storage.prepared import Prepared
from storage.tables import notes

_workshop: BindParameter[str] = bindparam("workshop")
_note: BindParameter[str] = bindparam("note")
_this = (notes.c.workshop == _workshop, notes.c.id == _note)
_find = Prepared(select(notes.c.author, notes.c.deleted, notes.c.stone, notes.c.picture).where(*_this))
_insert = Prepared(insert(notes).values({c.name: bindparam(c.name) for c in notes.c if c.name != "deleted"}))
_trash = Prepared(update(notes).where(*_this).values(deleted=bindparam("at")))
_count = Prepared(
    select(func.count(), func.count().filter(notes.c.stone == bindparam("stone"))).where(
        notes.c.workshop == _workshop, notes.c.deleted.is_(None)
    )
)
_covered = Prepared(
    select(notes.c.id)
    .where(notes.c.workshop == _workshop, notes.c.deleted.is_(None), notes.c.stone == bindparam("stone"))
    .where(notes.c.x.between(bindparam("left"), bindparam("right")))
    .where(notes.c.y.between(bindparam("top"), bindparam("bottom")))
)


def add(entry: Entry, change: NoteAdd) -> dict[str, Any]:
    """A new note, at the asked place or the next free one."""
    _require_new(entry, change.note, change.stone)
    require_place(change.stone, change.question)
    more = _position(entry, change) | {"z": _layer(entry), "author": entry.actor.person, "created": entry.at}
    more |= {"picture": None, "width": 0, "height": 0}
    _write(entry, {**structs.asdict(change), **more})
    return more


def edit(entry: Entry, change: NoteEdit) -> dict[str, Any]:
    """New values for what the change names; a note that moved lies on top."""
    row = _require_mine(entry, "note.edit", change.note)
    if change.question is not UNSET:
        require_place(row.stone, change.question)
    values = {k: v for k, v in structs.asdict(change).items() if k != "note" and v is not UNSET}
    more = {"z": _layer(entry)} if "x" in values or "y" in values else {}
    if values:
        names = tuple(sorted(values | more))
        _update(names)(entry.connection, workshop=entry.workshop, note=change.note, **_new(values | more))
    return more


def trash(entry: Entry, change: NoteDelete) -> dict[str, Any]:
    """Out of sight, but kept."""
    _require_mine(entry, "note.delete", change.note)
    _trash(entry.connection, workshop=entry.workshop, note=change.note, at=entry.at)
    return {}


def restore(entry: Entry, change: NoteRestore) -> dict[str, Any]:
    """Back where it was; the record says the whole note again."""
    row = _find(entry.connection, workshop=entry.workshop, note=change.note).first()
    if row is None:
        raise Refused("note_gone")
    allow_touching("note.restore", entry.actor, row.author)
    _require_room(entry, row.stone)
    if row.picture:
        drawings.require_space(entry, change.note, drawings.size_of(entry, row.picture))
    _trash(entry.connection, workshop=entry.workshop, note=change.note, at=None)
    return _whole(entry, change.note)


def save_sketch(entry: Entry, change: SketchSave) -> dict[str, Any]:
    """A drawing becomes a note, or takes the place of the drawing that a note had."""
    row = _find(entry.connection, workshop=entry.workshop, note=change.note).first()
    if row is not None:
        _refuse_others(entry, "sketch.save", row)
    picture = drawings.require_drawing(entry, change)
    more = _add_sketch(entry, change) if row is None else _redraw(entry, change, row)
    drawings.keep(entry, picture)
    return more


def _add_sketch(entry: Entry, change: SketchSave) -> dict[str, Any]:
    _require_room(entry, change.stone)
    require_place(change.stone, change.question)
    more = _position(entry, change) | {"z": _layer(entry), "author": entry.actor.person, "created": entry.at}
    more |= {"colour": "grey"}
    _write(entry, {**structs.asdict(change), **more})
    return more


def _redraw(entry: Entry, change: SketchSave, row: Row[Any]) -> dict[str, Any]:
    new = {"text": change.text, "picture": change.picture, "width": change.width, "height": change.height}
    old = notes.c.workshop == entry.workshop, notes.c.id == change.note
    entry.connection.execute(update(notes).where(*old).values(new))
    drawings.forget(entry, row.picture)
    return _whole(entry, change.note)


def _layer(entry: Entry) -> int:
    """On top: every change has a higher number than those before it."""
    return min(entry.seq, limits.LAYER)


def _whole(entry: Entry, note: str) -> dict[str, Any]:
    """The note as it stands, for who did not have it or asked for something else."""
    row = entry.connection.execute(select(notes).where(notes.c.workshop == entry.workshop, notes.c.id == note)).one()
    return {name: value for name, value in row._mapping.items() if name not in ("workshop", "id", "deleted")}


def _require_mine(entry: Entry, kind: str, note: str) -> Row[Any]:
    row = _find(entry.connection, workshop=entry.workshop, note=note).first()
    if row is None:
        raise Refused("note_gone")
    _refuse_others(entry, kind, row)
    return row


def _refuse_others(entry: Entry, kind: str, row: Row[Any]) -> None:
    if row.deleted is not None:
        raise Refused("note_gone")
    allow_touching(kind, entry.actor, row.author)


def _require_new(entry: Entry, note: str, stone: str) -> None:
    if _find(entry.connection, workshop=entry.workshop, note=note).first() is not None:
        raise Refused("note_exists")
    _require_room(entry, stone)


def _require_room(entry: Entry, stone: str) -> None:
    everywhere, here = tuple(_count(entry.connection, workshop=entry.workshop, stone=stone).one())
    if here >= limits.NOTES_PER_STONE:
        raise Refused("stone_full", limit=limits.NOTES_PER_STONE)
    if everywhere >= limits.NOTES_PER_WORKSHOP:
        raise Refused("workshop_full", limit=limits.NOTES_PER_WORKSHOP)


def _position(entry: Entry, change: NoteAdd | SketchSave) -> dict[str, int]:
    if change.x is not UNSET and change.y is not UNSET:
        return {"x": change.x, "y": change.y}
    x, y = place_on(entry, change.stone, lambda placed: free_place(placed, lambda x, y: _is_taken(entry, change, x, y)))
    return {"x": x, "y": y}


def _is_taken(entry: Entry, change: NoteAdd | SketchSave, x: int, y: int) -> bool:
    """Does a note lie over any part of this place?"""
    wide, high = NOTE_WIDTH - 1, NOTE_HEIGHT - 1
    area = {"left": x - wide, "right": x + wide, "top": y - high, "bottom": y + high}
    return _covered(entry.connection, workshop=entry.workshop, stone=change.stone, **area).first() is not None


def _write(entry: Entry, values: Mapping[str, Any]) -> None:
    row = {name: values[name] for name in notes.c.keys() if name not in ("workshop", "id", "deleted")}  # noqa: SIM118
    _insert(entry.connection, workshop=entry.workshop, id=values["note"], **row)


@cache
def _update(names: tuple[str, ...]) -> Prepared:
    return Prepared(update(notes).where(*_this).values({name: bindparam(f"new_{name}") for name in names}))


def _new(values: Mapping[str, Any]) -> dict[str, Any]:
    return {f"new_{name}": value for name, value in values.items()}


EFFECTS: dict[type[Change], Effect] = {
    NoteAdd: add,
    NoteEdit: edit,
    NoteDelete: trash,
    NoteRestore: restore,
    SketchSave: save_sketch,
}
