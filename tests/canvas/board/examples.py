"""One change of every kind that comes by socket, with all its fields filled in."""

import typing
from typing import Any

from msgspec import convert, to_builtins

from canvas.board.change import Change, kind_of
from canvas.board.changes import BySocket
from canvas.board.leading import NewQuestion
from canvas.board.notes import NewNote, NoteValues
from canvas.board.people import Seats
from canvas.board.programme import NewStep

KINDS: dict[str, type[Change]] = {kind_of(kind): kind for kind in typing.get_args(BySocket)}
SEVERAL: tuple[type[Any], ...] = (NewNote, NoteValues, NewQuestion, NewStep, Seats)
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
    "step": "t1", "together": True, "group": "g1", "seconds": 300, "conclusion": "Wij bellen terug", "locked": True,
    "writing": "private", "moving": True, "editing": True, "lead": "Wie belt?", "prompts": {"teams.contact": ["En?"]},
    "steps": [{"step": "t1", "kind": "stone", "minutes": 20, "stone": "teams"}], "muted": True, "leads": False,
    "groups": [{"group": "g1", "name": "Kassa", "stone": None, "people": ["p1"]}], "authors": "groups", "into": "p2",
    "address": "http://192.168.1.5:8501", "vote": "v1", "stones": ["teams"], "dots": 5, "each": 2, "hidden": False,
    "count": 1, "room": True, "answers": ["Ja", "Nee"], "action": "a1", "what": "Nummer aanvragen", "who": "Kassa",
    "was": "Toen",
    "due": "2027-01-31", "status": "doing", "kind": "stone", "minutes": 20, "id": "own.q1", "people": ["p1"],
    "questions": [{"id": "own.q1", "text": "Wie mist er?", "prompts": ["Denk aan vrijwilligers"]}],
}  # fmt: skip
INSTEAD: dict[str, dict[str, Any]] = {
    "notes.add": {"notes": [{"note": "n1", "text": "Balie"}]},
    "stone.add": {"stone": "own.s1"},
    "vote.open": {"answers": None},
}
"""What some hold that others cannot."""


def examples() -> list[Change]:
    """One of every kind."""
    return [example(kind) for kind in KINDS]


def example(kind: str) -> Change:
    """One of a kind."""
    made: Change = filled(KINDS[kind], kind)
    return made


def filled(struct: type[Any], name: str) -> Any:
    """A struct with everything it can hold."""
    edits = {"edits": [to_builtins(filled(NoteValues, ""))]} if struct is not NoteValues else {}
    values = FILLED | edits | INSTEAD.get(name, {})
    tag = {"kind": name} if name in KINDS else {}
    return convert({field: values[field] for field in struct.__struct_fields__} | tag, struct)


def plain(kind: str) -> dict[str, Any]:
    """One of a kind, as it stands in JSON."""
    found: dict[str, Any] = to_builtins(example(kind))
    return found
