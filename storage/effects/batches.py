"""What changes of several notes at once do to their rows: in few statements, and all or none."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from typing import Any

from msgspec import UNSET, structs
from sqlalchemy import Row, select, update

from canvas.board.change import Change, given
from canvas.board.notes import NewNote, NotesAdd, NotesDelete, NotesEdit, NotesRestore
from stepstones.errors import Refused
from storage.effects import drawings
from storage.effects.authorship import Hearing, is_withheld, require_at_home, require_touching, signature
from storage.effects.notes import KNOWN, PLAIN, made, moved, rewrite, whole, write
from storage.effects.space import next_places, require_cluster, require_room, require_trash
from storage.effects.stones import require_place
from storage.entry import Effect, Entry, Told
from storage.tables import notes


def add(entry: Entry, change: NotesAdd) -> Told:
    """New notes on one board; the record tells all of each."""
    ids = [new.note for new in change.notes]
    if len(set(ids)) < len(ids) or _rows(entry, ids):
        raise Refused("note_exists")
    signed = signature(entry, change.stone, ids, (new.cluster for new in change.notes))
    _require_places(entry, ((change.stone, new.question, new.cluster) for new in change.notes))
    require_room(entry, {change.stone: len(ids)}, new=len(ids))
    require_trash(entry, len(ids))
    told = [
        structs.asdict(new) | place | PLAIN | made(entry, signed) | {"created": entry.at + later}
        for later, (new, place) in enumerate(zip(change.notes, _positions(entry, change), strict=True))
    ]  # a millisecond between them keeps them in their order
    write(entry, [note | {"stone": change.stone} for note in told], signed)
    return signed.told({"notes": told})


def edit(entry: Entry, change: NotesEdit) -> Told:
    """New values for those that are there; the record tells what became of each."""
    wanted = _values(change)
    rows, hearing = _require_mine(
        entry, "notes.edit", wanted, {note: values.keys() - {"note"} for note, values in wanted.items()}
    )
    for note, row in rows.items():
        require_at_home(entry, row, wanted[note])
    edits = [wanted[note] | moved(entry, wanted[note], row.stone) for note, row in rows.items()]
    aims = [(edit.get("stone", rows[edit["note"]].stone), edit.get("question"), edit.get("cluster")) for edit in edits]
    _require_places(entry, aims)
    coming = Counter(stone for stone, *_ in aims)
    coming.subtract(row.stone for row in rows.values())
    require_room(entry, coming, new=0)
    rewrite(entry, edits)
    return hearing.told({"edits": edits})


def trash(entry: Entry, change: NotesDelete) -> Told:
    """Out of sight, but kept."""
    rows, hearing = _require_mine(entry, "notes.delete", change.notes)
    withheld = [note for note, row in rows.items() if is_withheld(entry, note, row)]
    _put(entry, withheld, entry.at, withheld=True)
    _put(entry, [note for note in rows if note not in withheld], entry.at, withheld=False)
    return hearing.told({"notes": list(rows)})


def restore(entry: Entry, change: NotesRestore) -> Told:
    """Back where they were; the record says these notes again."""
    rows = _rows(entry, change.notes)
    if not rows:
        raise Refused("note_gone")
    back = {note: row for note, row in rows.items() if row.deleted is not None}
    hearing = require_touching(entry, "notes.restore", back, {}) if back else Hearing()
    require_room(entry, Counter(row.stone for row in back.values()), new=len(back))
    drawings.require_space_again(entry, (row.picture for row in back.values()))
    _put(entry, list(back), None, withheld=False)
    return hearing.told({"notes": whole(entry, list(back))})


def _rows(entry: Entry, ids: Iterable[str]) -> dict[str, Row[Any]]:
    """What must be known of these notes, in the trash or not, in the order of the ids."""
    wanted = list(dict.fromkeys(ids))
    known = select(notes.c.id, *(notes.c[name] for name in KNOWN))
    rows = entry.connection.execute(known.where(notes.c.workshop == entry.workshop, notes.c.id.in_(wanted)))
    found: dict[str, Any] = {row.id: row for row in rows}
    return {id: found[id] for id in wanted if id in found}


def _require_mine(
    entry: Entry, kind: str, ids: Iterable[str], fields: Mapping[str, Set[str]] | None = None
) -> tuple[dict[str, Row[Any]], Hearing]:
    """Those of these notes that are there, and who hears; raises Refused where that is none, or one is another's."""
    living = {id: row for id, row in _rows(entry, ids).items() if row.deleted is None}
    if not living:
        raise Refused("note_gone")
    return living, require_touching(entry, kind, living, fields or {})


def _require_places(entry: Entry, aims: Iterable[tuple[str, str | None, str | None]]) -> None:
    """Raise Refused unless all these stones, questions and clusters are there; each is asked after once."""
    for stone, question, cluster in dict.fromkeys(aims):
        require_place(entry, stone, question)
        require_cluster(entry, cluster, stone)


def _positions(entry: Entry, change: NotesAdd) -> list[dict[str, int]]:
    """Where new notes are asked to lie; the others get successive free places."""
    asked = [_asked(new) for new in change.notes]
    free = [new.size for new, place in zip(change.notes, asked, strict=True) if place is None]
    places = iter(next_places(entry, change.stone, free) if free else ())
    return [dict(zip("xy", place or next(places), strict=True)) for place in asked]


def _asked(new: NewNote) -> tuple[int, int] | None:
    return None if new.x is UNSET or new.y is UNSET else (new.x, new.y)


def _values(change: NotesEdit) -> dict[str, dict[str, Any]]:
    """What is asked of each note; of two edits of one note the later wins per property."""
    wanted: dict[str, dict[str, Any]] = {}
    for edit in change.edits:
        wanted.setdefault(edit.note, {}).update(given(edit))
    return wanted


def _put(entry: Entry, ids: list[str], at: int | None, *, withheld: bool) -> None:
    """Into the trash, or out of it."""
    these = notes.c.workshop == entry.workshop, notes.c.id.in_(ids)
    if ids:
        entry.connection.execute(update(notes).where(*these).values(deleted=at, withheld=withheld))


EFFECTS: dict[type[Change], Effect] = {
    NotesAdd: add,
    NotesEdit: edit,
    NotesDelete: trash,
    NotesRestore: restore,
}
