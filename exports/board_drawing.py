"""The board of a stone, or some notes of it, as on the screen: clusters, notes, and the links between them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import atan2, cos, sin

from canvas.board.places import SIZES
from exports import palette
from exports.board_names import name_of
from exports.drawing import Box, Drawing, Group, Line, Part, Point, Words
from exports.icons import icon
from exports.legend_drawing import legend_drawing
from exports.note_drawing import baseline, note_drawing, said
from exports.translator import Translator
from exports.typeface import one_line, shortened, width, wrapped
from stepstones.texts import Content
from stepstones.walk import walked
from stepstones.workshop import Cluster, Link, Note, Session

MARGIN, HEADING = 40, 76
SIDE, HEAD = 16, 44
"""Between the notes of a cluster and its frame: beside and below, and above, where the title stands."""
FOLDED = 240, 92
_WORD, _AWAY = 15, 13
_POINT = 11
_LEAST = 480
"""How wide a drawing is at least."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where something lies on the board."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> Point:
        """The point in its middle."""
        return self.x + self.width / 2, self.y + self.height / 2


def frame_of(note: Note) -> Frame:
    """Return where a note lies."""
    return Frame(note.x, note.y, *SIZES[note.size])


def around(frames: Iterable[Frame]) -> Frame:
    """Return the smallest frame around all of these."""
    all_of = list(frames)
    left, top = min(f.x for f in all_of), min(f.y for f in all_of)
    return Frame(left, top, max(f.x + f.width for f in all_of) - left, max(f.y + f.height for f in all_of) - top)


def board_drawing(
    session: Session, stone: str, content: Content, t: Translator, chosen: frozenset[str] | None = None
) -> Drawing:
    """Return the board of a stone under its name, or only the chosen notes."""
    content = walked(content, session, also=stone)
    notes = [n for n in session.notes if n.stone == stone and (chosen is None or n.id in chosen)]
    board = _Board(session, sorted(notes, key=lambda n: n.z), content, t)
    shapes = list(board.shapes())
    frame = around([Frame(0, 0, *SIZES["medium"])] if not board.frames else board.frames)
    wide = max(frame.width, 0 if chosen else _LEAST)
    heading = () if chosen is not None else _heading(name_of(stone, content, t), session.workshop.title, frame, wide)
    if not notes:
        shapes = [_nothing(frame, t)]
    legend, high = legend_drawing(session, notes, (frame.x, frame.y + frame.height + 30), wide)
    top = HEADING if heading else 0
    return Drawing(
        x=frame.x - MARGIN,
        y=frame.y - MARGIN - top,
        width=wide + 2 * MARGIN,
        height=frame.height + 2 * MARGIN + top + (high + 10 if legend else 0),
        ground=palette.PANEL,
        name=name_of(stone, content, t),
        language=session.workshop.language,
        shapes=(*heading, *shapes, *legend),
    )


def _heading(name: str, title: str, frame: Frame, wide: float) -> tuple[Part, ...]:
    y = frame.y - HEADING
    return (
        Words(frame.x, y + 26, one_line(name, 28, wide, 600), 28, palette.INK, 600),
        Words(frame.x, y + 50, one_line(title, 16, wide), 16, palette.SOFT),
    )


def _nothing(frame: Frame, t: Translator) -> Words:
    return Words(frame.x, frame.y + 24, t.gettext("There are no notes here yet."), 18, palette.SOFT)


class _Board:
    """Notes in the order in which they lie over each other, and what is between and around them."""

    def __init__(self, session: Session, notes: list[Note], content: Content, t: Translator) -> None:
        self._session, self._notes, self._content, self._t = session, notes, content, t
        self._here = {note.id: note for note in notes}
        self._all = {note.id: note for note in session.notes}
        self._members: dict[str, list[Note]] = {}
        for note in notes:
            if note.cluster:
                self._members.setdefault(note.cluster, []).append(note)
        self._clusters = {c.id: c for c in session.clusters if c.id in self._members}
        self._folded = {c.id: self._frame(c) for c in self._clusters.values() if c.collapsed}
        self.frames: list[Frame] = []
        """Where everything lies that was drawn."""

    def shapes(self) -> Iterator[Part]:
        """Yield what lies below first."""
        told = said(self._session)
        for cluster in self._clusters.values():
            yield from self._cluster(cluster)
        for note in self._notes:
            if note.cluster not in self._folded:
                self.frames.append(frame_of(note))
                yield note_drawing(note, self._session, told, self._t)
        yield from self._links()

    def _frame(self, cluster: Cluster) -> Frame:
        inner = around(map(frame_of, self._members[cluster.id]))
        if cluster.collapsed:
            return Frame(inner.x - SIDE, inner.y - HEAD, *FOLDED)
        return Frame(inner.x - SIDE, inner.y - HEAD, inner.width + 2 * SIDE, inner.height + HEAD + SIDE)

    def _cluster(self, cluster: Cluster) -> Iterator[Part]:
        frame = self._frame(cluster)
        count = len(self._members[cluster.id])
        if cluster.collapsed:
            self.frames.append(Frame(frame.x, frame.y, frame.width + 12, frame.height + 12))
            yield Group(tuple(_stack(frame, cluster.title, count)), cluster.title)
            return
        self.frames.append(Frame(frame.x, frame.y - 17, frame.width, frame.height + 17))
        yield Box(frame.x, frame.y, frame.width, frame.height, None, palette.EDGE, 2, 14)
        yield from _title(frame, cluster.title, count)

    def _links(self) -> Iterator[Part]:
        away: dict[str, int] = {}
        for link in self._session.links:
            start, end = self._all.get(link.start), self._all.get(link.end)
            if start is None or end is None:
                continue
            if start.id in self._here and end.id in self._here:
                yield from self._between(link, start, end)
            elif start.stone != end.stone and (start.id in self._here or end.id in self._here):
                here, there = (start, end) if start.id in self._here else (end, start)
                row = away.get(here.id, 0)
                away[here.id] = row + 1
                yield from self._away(link, here, there, row)

    def _place(self, note: Note) -> Frame:
        """Where a note is, or the cluster that it is folded into."""
        return self._folded.get(note.cluster or "") or frame_of(note)

    def _between(self, link: Link, start: Note, end: Note) -> Iterator[Part]:
        one, other = self._place(start), self._place(end)
        if one == other:
            return
        ends = _edge(one, other.middle), _edge(other, one.middle)
        yield from arrow(ends, palette.SOFT)
        if link.word:
            yield from pill(*_beside(*ends, width(link.word, _WORD) + 20), link.word, _WORD)

    def _away(self, link: Link, here: Note, there: Note, row: int) -> Iterator[Part]:
        """A sign below a note, so flat that the next one is not covered: on which stone the other end is."""
        box, name = self._place(here), name_of(there.stone, self._content, self._t)
        text = one_line(f"{name}: {link.word}" if link.word else name, _AWAY, 260)
        y, wide = box.y + box.height - 2 + row * 24, width(text, _AWAY) + 32
        self.frames.append(Frame(box.x, y, wide, 22))
        yield Box(box.x, y, wide, 22, palette.SHALLOW, corner=11)
        yield from icon("on" if link.start == here.id else "back", box.x + 6, y + 4, 14, palette.INK)
        yield Words(box.x + 23, baseline(y, 22, _AWAY), text, _AWAY, palette.INK)


def _title(frame: Frame, title: str, count: int) -> Iterator[Part]:
    """The title of a cluster and how many notes it has, in a gap of its frame's upper line."""
    number = str(count)
    most = frame.width - 20 - width(number, 16) - 30
    text = one_line(title, 18, most, 600)
    wide = width(text, 18, 600)
    yield Box(frame.x + 10, frame.y - 17, wide + width(number, 16) + 34, 34, palette.PANEL, corner=8)
    yield Words(frame.x + 22, baseline(frame.y - 17, 34, 18), text, 18, palette.INK, 600)
    yield Words(frame.x + 32 + wide, baseline(frame.y - 17, 34, 16), number, 16, palette.SOFT)


def _stack(frame: Frame, title: str, count: int) -> Iterator[Part]:
    """A cluster folded to its title, with the edges of what lies below it."""
    for off in (10, 5, 0):
        yield Box(frame.x + off, frame.y + off, frame.width, frame.height, palette.PANEL, palette.EDGE, 2, 14)
    room = frame.width - 60
    lines = shortened(wrapped(title, 18, room, 600), 3, 18, room, 600)
    top = frame.y + (frame.height - 24 * len(lines)) / 2
    for number, line in enumerate(lines):
        yield Words(frame.x + 16, baseline(top + number * 24, 24, 18), line, 18, palette.INK, 600)
    yield Words(
        frame.x + frame.width - 16, baseline(frame.y, frame.height, 18), str(count), 18, palette.SOFT, 400, "end"
    )


def arrow(points: tuple[Point, ...], colour: str, line: float = 2.5) -> Iterator[Line]:
    """Yield a line with a point at its end."""
    (x1, y1), (x2, y2) = points[-2:]
    angle = atan2(y2 - y1, x2 - x1)
    wings = tuple((x2 - _POINT * cos(angle + turn), y2 - _POINT * sin(angle + turn)) for turn in (0.45, -0.45))
    yield Line(points, colour, line)
    yield Line((wings[0], (x2, y2), wings[1]), colour, line)


def pill(x: float, y: float, text: str, size: float) -> Iterator[Part]:
    """Yield a word on a round ground, with its middle at (x, y)."""
    wide = width(text, size) + 20
    yield Box(x - wide / 2, y - 13, wide, 26, palette.PANEL, palette.LINE, 1, 13)
    yield Words(x, baseline(y - 13, 26, size), text, size, palette.INK, 400, "middle")


def _beside(start: Point, end: Point, wide: float) -> Point:
    """Where the word of an arrow goes: on its middle, or beside one that is so short that the word would hide it."""
    (x1, y1), (x2, y2) = start, end
    x, y, across, down = (x1 + x2) / 2, (y1 + y2) / 2, abs(x2 - x1), abs(y2 - y1)
    if down >= across:
        return (x, y) if down > 60 else (x + wide / 2 + 12, y)
    return (x, y) if across > wide + 34 else (x, y - 22)


def _edge(frame: Frame, to: Point) -> Point:
    """Where the way from the middle of a frame to a point leaves the frame, and a little air."""
    x, y = frame.middle
    dx, dy = to[0] - x, to[1] - y
    by = min(1, (frame.width / 2 + 4) / abs(dx or 1e-9), (frame.height / 2 + 4) / abs(dy or 1e-9))
    return x + dx * by, y + dy * by
