"""The stones of a workshop: which exist, which are finished, how far their boards have filled."""

from collections.abc import Callable

from sqlalchemy import BindParameter, bindparam, insert, select, update

from stepstones.content import content
from stepstones.errors import Refused
from stepstones.stones import BOARDS, PARKING, STONES
from storage.entry import Entry
from storage.prepared import Prepared
from storage.tables import stones

Places = list[tuple[int, int]]
_workshop: BindParameter[str] = bindparam("workshop")
_stone: BindParameter[str] = bindparam("stone")
_this = (stones.c.workshop == _workshop, stones.c.stone == _stone)
_find = Prepared(select(stones.c.placed).where(*_this))
_set_placed = Prepared(update(stones).where(*_this).values(placed=bindparam("places")))


def require_place(stone: str | None, question: str | None) -> None:
    """Raise Refused unless this is a stone or the parking lot, and the question, if any, one of its own."""
    if stone not in BOARDS:
        raise Refused("unknown_stone")
    if stone == PARKING and question is not None:
        raise Refused("unknown_question")
    if question is not None and question not in {q.id for q in content("nl").stone(stone).questions}:
        raise Refused("unknown_question")


def require_stone(stone: str) -> None:
    """Raise Refused unless this is one of the ten: the parking lot has no stories, and is never finished."""
    if stone not in STONES:
        raise Refused("unknown_stone")


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
