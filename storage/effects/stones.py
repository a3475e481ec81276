"""The stones of a workshop: which exist, which are finished, how far their boards have filled."""

from collections.abc import Callable
from functools import cache

import msgspec
from sqlalchemy import BindParameter, bindparam, insert, select, update

from stepstones.content import content
from stepstones.errors import Refused
from stepstones.stones import PARKING, STONES, STOPS
from stepstones.walk import is_own
from stepstones.workshop import FRAMING
from storage.entry import Entry
from storage.prepared import Prepared
from storage.tables import stones

Places = list[tuple[int, int]]
_workshop: BindParameter[str] = bindparam("workshop")
_stone: BindParameter[str] = bindparam("stone")
_this = (stones.c.workshop == _workshop, stones.c.stone == _stone)
_find = Prepared(select(stones.c.placed).where(*_this))
_questions = Prepared(select(stones.c.questions).where(*_this))
_set_placed = Prepared(update(stones).where(*_this).values(placed=bindparam("places")))


def require_place(entry: Entry, stone: str | None, question: str | None) -> None:
    """Raise Refused unless this is a stone or the parking lot, and the question, if any, one of its own."""
    if stone not in _asked() and (stone is None or not _is_there(entry, stone)):
        raise Refused("unknown_stone")
    if question is not None and question not in _asked().get(stone, ()):
        _require_own_question(entry, stone, question)


def require_stone(entry: Entry, stone: str) -> None:
    """Raise Refused unless this is one of the ten or of one's own: the parking lot is never finished, nor a stop."""
    if stone not in STONES and not _is_there(entry, stone):
        raise Refused("unknown_stone")


def require_spot(entry: Entry, stone: str, question: str | None) -> None:
    """Raise Refused unless the room can be here: at a place for notes, the framing or a stop, which ask nothing."""
    if stone != FRAMING and stone not in STOPS:
        require_place(entry, stone, question)
    elif question is not None:
        raise Refused("unknown_question")


@cache
def _asked() -> dict[str, frozenset[str]]:
    """The method's questions by board: most changes are about these, and ask the database nothing."""
    found = {stone.id: frozenset(question.id for question in stone.questions) for stone in content("nl").stones}
    return found | {PARKING: frozenset()}


def _is_there(entry: Entry, stone: str) -> bool:
    """Was this stone of one's own made here?"""
    return is_own(stone) and _find.first(entry.connection, workshop=entry.workshop, stone=stone) is not None


def _require_own_question(entry: Entry, stone: str, question: str) -> None:
    row = _questions.first(entry.connection, workshop=entry.workshop, stone=stone) if is_own(question) else None
    if row is None or question not in {own["id"] for own in msgspec.json.decode(row.questions)}:
        raise Refused("unknown_question")


def place_on(entry: Entry, stone: str, find: Callable[[int], tuple[Places, int]]) -> Places:
    """What is found as free places on a stone's board; the board remembers how far it has filled."""
    found, passed = find(require_row(entry, stone))
    _set_placed(entry.connection, workshop=entry.workshop, stone=stone, places=passed)
    return found


def require_row(entry: Entry, stone: str) -> int:
    """Make sure that the stone has a row, to be changed next; gives how many places of its board are passed."""
    row = _find.first(entry.connection, workshop=entry.workshop, stone=stone)
    if row is not None:
        return int(row.placed)
    new = {"workshop": entry.workshop, "stone": stone, "finished": False, "placed": 0}
    entry.connection.execute(insert(stones).values(new))
    return 0
