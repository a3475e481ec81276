"""Ways for arrows between panels in rows: along the lanes between the panels and never through one.

Panels stand in rows of columns; above, between and below the rows are lanes. An arrow to the neighbour goes straight
across the gap. Any other leaves its panel into a lane, goes along a track of its own there, and into the other panel.
The last row may be one panel as wide as all: it is reached from the lane above it, from farther away through a gap.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from exports.drawing import Point

TRACK, FIRST = 30, 34
"""Between one track of a lane and the next, and from the edge of a lane to its first."""
EMPTY = 44
"""How high a lane is through which nothing goes."""
_TURN = 8


@dataclass(frozen=True, slots=True)
class Place:
    """The row and column of a panel; a panel as wide as its row has the column None."""

    row: int
    column: int | None


@dataclass(frozen=True, slots=True)
class Grid:
    """How wide columns and gaps are, and how high the rows."""

    columns: int
    wide: float
    gap: float
    heights: tuple[float, ...]

    def left(self, column: float) -> float:
        """Return where a column begins."""
        return column * (self.wide + self.gap)

    @property
    def width(self) -> float:
        """How wide a row is."""
        return self.left(self.columns) - self.gap


@dataclass(frozen=True, slots=True)
class Route:
    """A way: its points, and where a word at it has room (its middle, and how much)."""

    points: tuple[Point, ...]
    word: Point
    room: float


@dataclass(slots=True)
class _Way:
    """A way that is being found: by which lane, and where in it."""

    start: Place
    end: Place
    lane: int | None
    across: int | None = None
    """The gap in which two neighbours look at each other."""
    track: int = 0
    x: dict[str, float] = field(default_factory=dict)
    """Where it leaves, `start`, and arrives, `end`."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where rows begin, how high everything is, and the ways in the order in which they were asked for."""

    tops: tuple[float, ...]
    height: float
    routes: tuple[Route, ...]


def plan(grid: Grid, pairs: Sequence[tuple[Place, Place]]) -> Plan:
    """Return the ways between these pairs of panels, with lanes as high as their tracks need."""
    ways = [_way(start, end) for start, end in pairs]
    _give_doors(grid, ways)
    tracks = _give_tracks(ways, lanes=len(grid.heights) + 1)
    tops, y = [], 0.0
    for lane, height in enumerate(grid.heights):
        y += _high(tracks[lane], edge=lane == 0)
        tops.append(y)
        y += height
    y += _high(tracks[-1], edge=True)
    return Plan(tuple(tops), y, tuple(_drawn(grid, way, tops) for way in ways))


def rounded(points: Sequence[Point], turn: float = _TURN) -> tuple[Point, ...]:
    """Return the points with their corners cut round."""
    found = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        cut = min(turn, _distance(before, corner) / 2, _distance(corner, after) / 2)
        one, other = _towards(corner, before, cut), _towards(corner, after, cut)
        for part in (0, 0.25, 0.5, 0.75, 1):
            rest = 1 - part
            found.append(
                (
                    rest * rest * one[0] + 2 * rest * part * corner[0] + part * part * other[0],
                    rest * rest * one[1] + 2 * rest * part * corner[1] + part * part * other[1],
                )
            )
    return (*found, points[-1])


def _high(tracks: int, *, edge: bool) -> float:
    if tracks:
        return 2 * FIRST + (tracks - 1) * TRACK
    return 0 if edge else EMPTY


def _way(start: Place, end: Place) -> _Way:
    """Lane 0 is above the first row, lane 1 below it, and so on."""
    if start.column is not None and end.column is not None and start.row == end.row:
        if abs(start.column - end.column) == 1:
            return _Way(start, end, None, across=min(start.column, end.column))
        return _Way(start, end, 0 if start.row == 0 else start.row + 1)
    return _Way(start, end, max(min(start.row, end.row) + 1, 1))


def _give_doors(grid: Grid, ways: list[_Way]) -> None:
    """Spread the ends of ways along the edges of their panels, so that those that go left leave on the left."""
    doors: dict[tuple[Place, bool], list[tuple[float, int, str]]] = {}
    gaps: dict[tuple[int, int], list[int]] = {}
    for number, way in enumerate(ways):
        if way.across is not None:
            gaps.setdefault((way.start.row, way.across), []).append(number)
            continue
        for end, place, other in (("start", way.start, way.end), ("end", way.end, way.start)):
            if place.column is not None:
                upper = way.lane == place.row
                middle = (grid.columns - 1) / 2 if other.column is None else other.column
                doors.setdefault((place, upper), []).append((middle, number, end))
    for (place, upper), ends in doors.items():
        step = grid.wide / (len(ends) + 1)
        # Above and below a lane the doors stand apart, so that no two ways share a line.
        shift = min(step / 4, 9) * (1 if upper else -1)
        for position, (_, number, end) in enumerate(sorted(ends), 1):
            ways[number].x[end] = grid.left(place.column or 0) + position * step + shift
    _give_wide_doors(grid, ways)
    for numbers in gaps.values():
        for position, number in enumerate(numbers):
            ways[number].track = position


def _give_wide_doors(grid: Grid, ways: list[_Way]) -> None:
    """A wide panel is entered where the way comes down: below the other panel, or in the gap beside it."""
    taken: dict[int, int] = {}
    for way in ways:
        for end, other in (("start", "end"), ("end", "start")):
            place, far = (way.start, way.end) if end == "start" else (way.end, way.start)
            if place.column is not None or far.column is None:
                continue
            if far.row == place.row - 1:
                way.x[end] = way.x[other]
                continue
            gap = min(far.column, grid.columns - 2)
            count = taken.get(gap, 0)
            taken[gap] = count + 1
            way.x[end] = grid.left(gap) + grid.wide + grid.gap / 2 + (-1) ** count * 14 * ((count + 1) // 2)


def _give_tracks(ways: list[_Way], lanes: int) -> list[int]:
    """Number the tracks of each lane: two ways share one only where they do not meet. Gives how many there are."""
    counts = [0] * lanes
    for lane in range(lanes):
        ends: list[float] = []
        inside = [way for way in ways if way.lane == lane]
        for way in sorted(inside, key=lambda way: (min(way.x.values()), max(way.x.values()))):
            first, last = min(way.x.values()) - 70, max(way.x.values()) + 70
            free = next((track for track, end in enumerate(ends) if end <= first), len(ends))
            ends[free : free + 1] = [last]
            way.track = free
        counts[lane] = len(ends)
    return counts


def _drawn(grid: Grid, way: _Way, tops: Sequence[float]) -> Route:
    if way.across is not None:
        return _straight(grid, way, tops[way.start.row])
    assert way.lane is not None
    above = tops[way.lane - 1] + grid.heights[way.lane - 1] if way.lane else 0
    y = above + FIRST + way.track * TRACK
    (x1, y1), (x2, y2) = _door(grid, way, "start", tops), _door(grid, way, "end", tops)
    points = ((x1, y1), (x1, y), (x2, y), (x2, y2)) if abs(x1 - x2) > 1 else ((x1, y1), (x2, y2))
    return Route(points, ((x1 + x2) / 2, y), max(abs(x1 - x2), 110))


def _straight(grid: Grid, way: _Way, top: float) -> Route:
    """Across the gap between two neighbours, one below the other; the word stands above its line."""
    y = top + 74 + way.track * 52
    left = grid.left(way.across or 0) + grid.wide
    ends = (left, y), (left + grid.gap, y)
    forth = (way.start.column or 0) < (way.end.column or 0)
    return Route(ends if forth else (ends[1], ends[0]), (left + grid.gap / 2, y - 18), grid.gap - 8)


def _door(grid: Grid, way: _Way, end: str, tops: Sequence[float]) -> Point:
    place = way.start if end == "start" else way.end
    upper = way.lane is not None and place.row >= way.lane
    return way.x[end], tops[place.row] if upper else tops[place.row] + grid.heights[place.row]


def _distance(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(corner: Point, other: Point, length: float) -> Point:
    """A point on the way to another; ways go straight across or down."""
    far = _distance(corner, other) or 1
    return corner[0] + (other[0] - corner[0]) * length / far, corner[1] + (other[1] - corner[1]) * length / far
