"""One change of every kind that comes by socket, with all its fields filled in."""

import typing
from typing import Any

from msgspec import to_builtins

from canvas.board.change import Change, kind_of
from canvas.board.changes import BySocket
from canvas.board.notes import NewNote, NoteValues

KINDS: dict[str, type[Change]] = {kind_of(kind): kind for kind in typing.get_args(BySocket)}
SEVERAL: tuple[type[Any], ...] = (NewNote, NoteValues)
"""What the lists of some kinds consist of."""
FIELDS = sorted({name for kind in (*KINDS.values(), *SEVERAL) for name in kind.__struct_fields__})
FILLED: dict[str, Any] = {
    "note": "n1", "story": "s1", "stone": "teams", "question": "teams.contact", "text": "Balie", "colour": "teal",
    "x": -5, "y": 7, "role": "kassa", "want": "een seintje", "benefit": "ik bel", "source": "Als …", "score": 3,
    "remark": "Ja", "finished": True, "title": "Titel", "organisation": "Theater", "relations": ["donors"],
    "language": "en", "delete_after": "2027-01-01", "door_open": False, "person": "p1", "name": "Anna",
    "size": "large", "cluster": "k1", "behalf": "Bram", "collapsed": True, "dx": -200_000, "dy": 200_000,
    "link": "l1", "start": "n1", "end": "n2", "word": "dus", "sign": "heart", "on": False, "comment": "o1",
    "snapshot": "f1", "legend": {"teal": "Wens", "grey": "Feit"}, "cursors": "off", "notes": ["n1", "n2"],
}  # fmt: skip


def examples() -> list[Change]:
    """One of every kind."""
    return [example(kind) for kind in KINDS]


def example(kind: str) -> Change:
    """One of a kind."""
    made: Change = filled(KINDS[kind], {"notes": [filled(NewNote)]} if kind == "notes.add" else {})
    return made


def filled(struct: type[Any], instead: dict[str, Any] | None = None) -> Any:
    """A struct with everything it can hold."""
    values = FILLED | {"edits": [filled(NoteValues)]} if struct is not NoteValues else FILLED
    return struct(**{name: (values | (instead or {}))[name] for name in struct.__struct_fields__})


def plain(kind: str) -> dict[str, Any]:
    """One of a kind, as it stands in JSON."""
    found: dict[str, Any] = to_builtins(example(kind))
    return found
