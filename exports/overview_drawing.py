"""All stones in one drawing: what matters most on each of them, and how they hang together."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exports import palette
from exports.board_drawing import MARGIN, arrow, pill
from exports.board_names import name_of
from exports.drawing import Box, Drawing, Group, Part, Words
from exports.icons import icon
from exports.legend_drawing import legend_drawing
from exports.note_drawing import FOOT, Said, baseline, marks, marks_drawn, marks_width, said, spoken
from exports.routing import Grid, Place, plan, rounded
from exports.translator import Translator
from exports.typeface import one_line, shortened, width, wrapped
from stepstones.stones import PARKING
from stepstones.texts import Content
from stepstones.walk import boards, walked
from stepstones.workshop import Cluster, Link, Note, Session

COLUMNS = 5
"""At least, where there are so many stones; more make two longer rows."""
MOST, MOST_CLUSTERS = 6, 3
"""How many things of a stone are shown at most, and how many of them may be clusters."""
_WIDE, _GAP, _INSET, _HEAD, _AIR = 300, 120, 14, 72, 8
_TYPE, _LINE, _LINES = 15, 19, 2
_HEADING, _WORD = 76, 14


@dataclass(frozen=True, slots=True)
class Item:
    """A cluster with how many notes it has, or a note."""

    thing: Cluster | Note
    count: int = 0


@dataclass(frozen=True, slots=True)
class Across:
    """All links from one stone to another, and what to say of them."""

    start: str
    end: str
    word: str


def overview_drawing(session: Session, content: Content, t: Translator) -> Drawing:
    """Return the stones in two rows, the parking lot below them, and arrows for the links between stones."""
    content = walked(content, session)
    rows = _rows([stone.id for stone in content.stones])
    places = {stone: Place(row, at) for row, ids in enumerate(rows) for at, stone in enumerate(ids)}
    places[PARKING] = Place(len(rows), None)
    told = said(session)
    panels = {stone: _Panel(stone, session, told, content, t, len(rows[0])) for stone in places}
    heights = [max(panels[stone].high for stone in row) for row in (*rows, (PARKING,))]
    grid = Grid(len(rows[0]), _WIDE, _GAP, tuple(heights))
    links = across(session, boards(content), t)
    planned = plan(grid, [(places[link.start], places[link.end]) for link in links])
    shapes: list[Part] = []
    for stone, panel in panels.items():
        place = places[stone]
        wide = grid.width if place.column is None else _WIDE
        x = grid.left(place.column or 0)
        shapes.append(panel.drawn(x, planned.tops[place.row], wide, heights[place.row]))
    for route in planned.routes:
        shapes += arrow(rounded(route.points), palette.SOFT)
    for link, route in zip(links, planned.routes, strict=True):
        if word := one_line(link.word, _WORD, route.room - 20):
            shapes += pill(*route.word, word, _WORD)
    legend, high = legend_drawing(session, session.notes, (0, planned.height + 26), grid.width)
    return Drawing(
        x=-MARGIN,
        y=-MARGIN - _HEADING,
        width=grid.width + 2 * MARGIN,
        height=planned.height + 2 * MARGIN + _HEADING + (high + 6 if legend else 0),
        ground=palette.PAPER,
        name=t.gettext("Overview of all stones"),
        language=session.workshop.language,
        shapes=(*_heading(session, grid.width), *shapes, *legend),
    )


def across(session: Session, order: Sequence[str], t: Translator) -> list[Across]:
    """Return the links between stones, those from one stone to another as one, in the order of the path."""
    stones = {note.id: note.stone for note in session.notes}
    found: dict[tuple[str, str], list[Link]] = {}
    for link in session.links:
        start, end = stones.get(link.start), stones.get(link.end)
        if start and end and start != end:
            found.setdefault((start, end), []).append(link)
    ordered = sorted(found, key=lambda pair: (order.index(pair[0]), order.index(pair[1])))
    return [Across(*pair, _word(found[pair], t)) for pair in ordered]


def _word(links: Sequence[Link], t: Translator) -> str:
    """The word of one link; of several how many they are, with the word that they have in common."""
    words = {link.word for link in links}
    word = words.pop() if len(words) == 1 else ""
    if len(links) == 1:
        return word
    if word:
        return f"{word} \N{MULTIPLICATION SIGN} {len(links)}"
    return t.ngettext("{count} link", "{count} links", len(links)).format(count=len(links))


def items(stone: str, session: Session, told: Said) -> list[Item]:
    """Return what matters most on a stone: its largest clusters, then the notes that people reacted to most."""
    notes = [note for note in session.notes if note.stone == stone]
    sizes = Counter(note.cluster for note in notes if note.cluster)
    clusters = sorted((c for c in session.clusters if sizes[c.id]), key=lambda c: (-sizes[c.id], c.created, c.id))
    first = [Item(cluster, sizes[cluster.id]) for cluster in clusters[:MOST_CLUSTERS]]
    return first + [Item(note) for note in sorted(notes, key=lambda n: _weight(n, told))[: MOST - len(first)]]


def _weight(note: Note, told: Said) -> tuple[float | str, ...]:
    """The lowest is the most important."""
    signs = told.signs.get(note.id)
    return (
        -told.dots.get(note.id, 0),
        -(signs.total() if signs else 0),
        -told.comments[note.id],
        note.cluster is None,
        -note.created,
        note.id,
    )


def _rows(stones: Sequence[str]) -> list[Sequence[str]]:
    """The stones in two rows at most: arrows go between the rows, and never through a third."""
    columns = max(min(len(stones), COLUMNS), -(-len(stones) // 2))
    return [row for row in (stones[:columns], stones[columns:]) if row]


def _heading(session: Session, wide: float) -> Iterator[Words]:
    shop = session.workshop
    yield Words(0, 26 - _HEADING, one_line(shop.title, 28, wide, 600), 28, palette.INK, 600)
    if shop.organisation:
        yield Words(0, 50 - _HEADING, one_line(shop.organisation, 16, wide), 16, palette.SOFT)


class _Panel:
    """One stone: its number and name, and its items below each other; those of the parking lot beside each other."""

    def __init__(self, stone: str, session: Session, told: Said, content: Content, t: Translator, columns: int) -> None:
        self._stone, self._told, self._t, self._columns = stone, told, t, columns
        self._name = name_of(stone, content, t)
        self._items = items(stone, session, told)
        self._finished = stone in session.finished
        self._notes = sum(note.stone == stone for note in session.notes)
        self._wide = stone == PARKING
        self._rest = self._notes - sum(isinstance(item.thing, Note) for item in self._items)

    @property
    def high(self) -> float:
        """How high everything of it is."""
        return self._laid(0, 0)[1] + _INSET

    def drawn(self, x: float, y: float, wide: float, high: float) -> Group:
        """Return it as a thing to go to."""
        ground = Box(x, y, wide, high, palette.PANEL, palette.LINE, 1.5, 14)
        counted = self._t.ngettext("{count} note", "{count} notes", self._notes).format(count=self._notes)
        told = [self._name, counted, *([self._t.gettext("Finished")] if self._finished else [])]
        shapes = (ground, *self._head(x, y, wide, counted), *self._laid(x, y)[0])
        return Group(shapes, ", ".join(told), stone=self._stone)

    def _head(self, x: float, y: float, wide: float, counted: str) -> Iterator[Part]:
        room = wide - 2 * _INSET - (26 if self._finished else 0)
        yield Words(x + _INSET, y + 33, one_line(self._name, 20, room, 600), 20, palette.INK, 600)
        yield Words(x + _INSET, y + 55, counted, 14, palette.SOFT)
        if self._finished:
            yield from icon("check", x + wide - _INSET - 20, y + 16, 20, palette.DEEP)

    def _laid(self, left: float, top: float) -> tuple[list[Part], float]:
        """The items from the head of the panel on, and how far down they come."""
        shapes: list[Part] = []
        x, y, lowest = left + _INSET, top + _HEAD, top + _HEAD
        for number, item in enumerate(self._items):
            if self._wide and number and number % self._columns == 0:
                x, y = left + _INSET, lowest + _AIR
            drawn, high = self._item(item, x, y)
            shapes += drawn
            lowest = max(lowest, y + high)
            x, y = (x + _WIDE + _GAP, y) if self._wide else (x, lowest + _AIR)
        if shown := self._more():
            shapes.append(Words(left + _INSET, baseline(lowest + 6, 18, 14), shown, 14, palette.SOFT))
            lowest += 24
        return shapes, lowest

    def _more(self) -> str:
        if not self._items:
            return self._t.gettext("There are no notes here yet.")
        if not self._rest:
            return ""
        return self._t.ngettext("and {count} more note", "and {count} more notes", self._rest).format(count=self._rest)

    def _item(self, item: Item, x: float, y: float) -> tuple[list[Part], float]:
        if isinstance(item.thing, Cluster):
            return _cluster(item.thing, item.count, x, y)
        return _note(item.thing, self._told, self._t, x, y)


def _cluster(cluster: Cluster, count: int, x: float, y: float) -> tuple[list[Part], float]:
    wide, high = _WIDE - 2 * _INSET - 4, 36
    text = one_line(cluster.title, _TYPE, wide - 34 - width(str(count), _TYPE), 600)
    return [
        Box(x + 4, y + 4, wide, high, palette.PANEL, palette.EDGE, 1.5, 10),
        Box(x, y, wide, high, palette.PANEL, palette.EDGE, 1.5, 10),
        Words(x + 12, baseline(y, high, _TYPE), text, _TYPE, palette.INK, 600),
        Words(x + wide - 12, baseline(y, high, _TYPE), str(count), _TYPE, palette.SOFT, 400, "end"),
    ], high + 5


def _note(note: Note, told: Said, t: Translator, x: float, y: float) -> tuple[list[Part], float]:
    """A note as wide as its panel: two lines of it, and what people put at it."""
    wide, given = _WIDE - 2 * _INSET, marks(note.id, told)
    room = wide - 24 - (marks_width(given) + 10 if given else 0)
    named = spoken(note, told, t)
    text = named if note.picture else note.text
    lines = shortened(wrapped(" ".join(text.split()), _TYPE, room), _LINES, _TYPE, room)
    high = len(lines) * _LINE + 16
    plain = palette.PANEL if note.picture else palette.NOTES[note.colour]
    shapes: list[Part] = [Box(x, y, wide, high, plain, palette.LINE if note.picture else None, 1, 4)]
    for number, line in enumerate(lines):
        shapes.append(Words(x + 12, baseline(y + 8 + number * _LINE, _LINE, _TYPE), line, _TYPE, palette.NOTE_INK))
    shapes += marks_drawn(given, x + wide - 12, y + high - FOOT - 8, palette.NOTE_SOFT)
    return [Group(tuple(shapes), named, note=note.id)], high
