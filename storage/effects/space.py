"""What a board has room for: how many notes, and where the next ones go."""

from collections.abc import Mapping, Sequence

from sqlalchemy import BindParameter, bindparam, func, select

from canvas.board import limits
from canvas.board.places import SIZES, Taken, free_places, overlap
from stepstones.errors import Refused
from storage.effects.stones import place_on
from storage.entry import Entry
from storage.prepared import Prepared
from storage.tables import clusters, notes

PROBES = 4
"""So many places are looked up one by one; then the whole board is read at once."""
WITH_TRASH = 5
"""What is deleted is kept, until a workshop has so many times the notes, or pictures, that it has room for."""
_workshop: BindParameter[str] = bindparam("workshop")
_on_board = (notes.c.workshop == _workshop, notes.c.deleted.is_(None), notes.c.stone == bindparam("stone"))
_count = Prepared(
    select(func.count(), func.count().filter(notes.c.stone == bindparam("stone"))).where(
        notes.c.workshop == _workshop, notes.c.deleted.is_(None)
    )
)
_count_all = Prepared(select(func.count()).where(notes.c.workshop == _workshop))
_lying = Prepared(select(notes.c.x, notes.c.y, notes.c.size).where(*_on_board))
_near = Prepared(
    select(notes.c.x, notes.c.y, notes.c.size)
    .where(*_on_board)
    .where(notes.c.x.between(bindparam("left"), bindparam("right")))
    .where(notes.c.y.between(bindparam("top"), bindparam("bottom")))
)
_cluster = Prepared(
    select(clusters.c.id).where(
        clusters.c.workshop == _workshop, clusters.c.id == bindparam("cluster"), clusters.c.stone == bindparam("stone")
    )
)
_WIDEST, _HIGHEST = map(max, zip(*SIZES.values(), strict=True))


def require_room(entry: Entry, coming: Mapping[str, int], new: int) -> None:
    """Raise Refused unless so many notes may come to each of these boards, of which so many are new in all."""
    for stone, more in coming.items():
        if more <= 0:
            continue
        everywhere, here = _count(entry.connection, workshop=entry.workshop, stone=stone)[0]
        if here + more > limits.NOTES_PER_STONE:
            raise Refused("stone_full", limit=limits.NOTES_PER_STONE)
        if new and everywhere + new > limits.NOTES_PER_WORKSHOP:
            raise Refused("workshop_full", limit=limits.NOTES_PER_WORKSHOP)


def require_trash(entry: Entry, new: int) -> None:
    """Raise Refused unless so many new notes may come beside all that there are, with those in the trash."""
    limit = WITH_TRASH * limits.NOTES_PER_WORKSHOP
    if _count_all(entry.connection, workshop=entry.workshop)[0][0] + new > limit:
        raise Refused("trash_full")


def require_cluster(entry: Entry, cluster: str | None, stone: str) -> None:
    """Raise Refused unless this is a cluster of that board, or none."""
    if cluster is None:
        return
    if _cluster.first(entry.connection, workshop=entry.workshop, cluster=cluster, stone=stone) is None:
        raise Refused("cluster_gone")


def next_places(entry: Entry, stone: str, sizes: Sequence[str]) -> list[tuple[int, int]]:
    """The next free places on a board, for notes of these sizes; the board remembers how far it has filled."""
    ground = _Board(entry, stone, 0 if len(sizes) > PROBES else PROBES)
    return place_on(entry, stone, lambda passed: free_places(passed, sizes, ground))


class _Board:
    """A board of which no more is read than must be known."""

    def __init__(self, entry: Entry, stone: str, probes: int) -> None:
        self._entry, self._stone, self._probes = entry, stone, probes
        self._laid: list[tuple[int, int, str]] = []
        self._taken: Taken | None = None

    def is_taken(self, x: int, y: int, size: str) -> bool:
        if self._probes:
            self._probes -= 1
            return any(overlap((x, y, size), note) for note in (*self._near(x, y, size), *self._laid))
        if self._taken is None:
            rows = _lying(self._entry.connection, workshop=self._entry.workshop, stone=self._stone)
            self._taken = Taken([*rows, *self._laid])
        return self._taken.is_taken(x, y, size)

    def lay(self, x: int, y: int, size: str) -> None:
        self._laid.append((x, y, size))
        if self._taken:
            self._taken.lay(x, y, size)

    def _near(self, x: int, y: int, size: str) -> list[tuple[int, int, str]]:
        width, height = SIZES[size]
        area = {"left": x - _WIDEST, "right": x + width, "top": y - _HIGHEST, "bottom": y + height}
        return _near(self._entry.connection, workshop=self._entry.workshop, stone=self._stone, **area)
