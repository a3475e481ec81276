"""A note, drawn as it lies on the board: its paper, its text, who said it, and what people put at it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from canvas.board.limits import SIGNS
from canvas.board.places import SIZES
from exports import palette
from exports.ballots import Ballots
from exports.drawing import Box, Group, Part, Photo, Words
from exports.fitting import fitted
from exports.icons import icon
from exports.translator import Translator
from exports.typeface import one_line, width
from stepstones.authors import Names
from stepstones.workshop import Note, Session

FOOT = 18
"""How high the line at the foot of a note is."""
MARK, MARK_TYPE = 14, 13
_CAPTION = 26
_INSETS = {"small": (10, 6, 4), "medium": (12, 9, 6), "large": (12, 9, 6)}
"""Between the edge of a note and its text: beside, above and below."""
_LOWER = 0.337
"""How far letters stand below the middle of their line, in parts of the size of their type."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a session tells about its notes, by note: reactions by sign, how many comments and dots; and the names."""

    signs: Mapping[str, Counter[str]]
    comments: Counter[str]
    dots: Mapping[str, int]
    names: Names

    def name(self, note: Note) -> str:
        """Return whose words these are."""
        return self.names.of_note(note)


def said(session: Session) -> Said:
    """Return what the session tells about its notes, gathered once for all of them."""
    signs: dict[str, Counter[str]] = {}
    for reaction in session.reactions:
        signs.setdefault(reaction.note, Counter())[reaction.sign] += 1
    comments = Counter(comment.note for comment in session.comments)
    ballots = Ballots(session)
    dots = {note.id: ballots.dots(note.id) for note in session.notes} if ballots.rounds else {}
    return Said(signs, comments, dots, Names(session))


def baseline(top: float, height: float, size: float) -> float:
    """Return where letters stand on a line that begins at `top`, as browsers lay it."""
    return top + height / 2 + _LOWER * size


def marks(note: str, told: Said) -> list[tuple[str, int]]:
    """Return how many dots a note got, the signs there with how many there are of each, and how many comments."""
    given = told.signs.get(note, Counter())
    found = [
        ("dot", told.dots.get(note, 0)),
        *((sign, given[sign]) for sign in SIGNS),
        ("comment", told.comments[note]),
    ]
    return [(sign, count) for sign, count in found if count]


def note_drawing(note: Note, session: Session, told: Said, t: Translator) -> Group:
    """Return a note in its place on the board."""
    shapes = _picture(note, session, told) if note.picture else _text(note, told)
    return Group((*_paper(note), *shapes), spoken(note, told, t), note=note.id)


def spoken(note: Note, told: Said, t: Translator) -> str:
    """Return what a note says, for who hears it."""
    text = note.text
    if note.picture:
        text = (t.gettext("Sketch: {title}") if note.sketch else t.gettext("Picture: {title}")).format(title=text)
    name = told.name(note)
    return t.gettext("{text}, by {name}").format(text=text, name=name) if name else text


def _paper(note: Note) -> tuple[Part, ...]:
    wide, high = SIZES[note.size]
    shade = Box(note.x + 1, note.y + 3, wide - 2, high, fill=palette.SHADE, corner=4)
    if note.picture:
        return shade, Box(note.x, note.y, wide, high, fill=palette.PANEL, stroke=palette.LINE, corner=3)
    return shade, Box(note.x, note.y, wide, high, fill=palette.NOTES[note.colour], corner=3)


def _text(note: Note, told: Said) -> Iterator[Part]:
    beside, above, _ = _INSETS[note.size]
    found = fitted(note.text, note.size)
    for number, line in enumerate(found.lines):
        y = baseline(note.y + above + number * found.height, found.height, found.size)
        if line:
            yield Words(note.x + beside, y, line, found.size, palette.NOTE_INK)
    yield from _foot(note, told, told.name(note))


def _picture(note: Note, session: Session, told: Said) -> Iterator[Part]:
    wide, high = SIZES[note.size]
    kept = session.pictures.get(note.picture or "")
    if kept:
        yield Photo(note.x + 1, note.y + 1, wide - 2, high - _CAPTION - 1, kept.image)
    yield from _foot(note, told, note.text, colour=palette.NOTE_INK)


def _foot(note: Note, told: Said, text: str, colour: str = palette.NOTE_SOFT) -> Iterator[Part]:
    """Some words to the left, what people put there to the right."""
    wide, high = SIZES[note.size]
    beside, _, below = _INSETS[note.size]
    top, right = note.y + high - below - FOOT, note.x + wide - beside
    given = marks(note.id, told)
    yield from marks_drawn(given, right, top, palette.NOTE_SOFT)
    room = wide - 2 * beside - (marks_width(given) + 6 if given else 0)
    if text and room > 20:
        shown = one_line(text, MARK_TYPE, room)
        yield Words(note.x + beside, baseline(top, FOOT, MARK_TYPE), shown, MARK_TYPE, colour)


def marks_width(given: list[tuple[str, int]]) -> float:
    """Return how wide these marks are side by side."""
    return sum(MARK + 2 + width(str(count), MARK_TYPE) + 6 for _, count in given) - 6 if given else 0


def marks_drawn(given: list[tuple[str, int]], right: float, top: float, colour: str) -> Iterator[Part]:
    """Yield the marks on a line that ends at `right`."""
    x = right - marks_width(given)
    for sign, count in given:
        yield from icon(sign, x, top + (FOOT - MARK) / 2, MARK, colour)
        x += MARK + 2
        yield Words(x, baseline(top, FOOT, MARK_TYPE), str(count), MARK_TYPE, colour)
        x += width(str(count), MARK_TYPE) + 6
