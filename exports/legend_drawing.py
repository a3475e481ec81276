"""What the colours of notes mean, in rows of little squares with their meaning."""

from collections.abc import Iterable

from canvas.board.limits import COLOURS
from exports import palette
from exports.drawing import Box, Part, Point, Words
from exports.note_drawing import baseline
from exports.typeface import one_line, width
from stepstones.workshop import Note, Session

_TYPE, _SQUARE, _STEP, _AIR = 14, 14, 26, 22


def legend_drawing(session: Session, notes: Iterable[Note], at: Point, wide: float) -> tuple[list[Part], float]:
    """Return the legend of the colours that these notes have, from `at` on, and how high it is."""
    used = {note.colour for note in notes if not note.picture}
    meanings = {c: m for c in COLOURS if c in used and (m := session.workshop.legend.get(c))}
    shapes: list[Part] = []
    (left, top), (x, y) = at, at
    for colour, meaning in meanings.items():
        text = one_line(meaning, _TYPE, wide - _SQUARE - 6)
        long = _SQUARE + 6 + width(text, _TYPE)
        if x > left and x + long > left + wide:
            x, y = left, y + _STEP
        shapes.append(Box(x, y, _SQUARE, _SQUARE, palette.NOTES[colour], palette.EDGE, 1, 3))
        shapes.append(Words(x + _SQUARE + 6, baseline(y - 2, 18, _TYPE), text, _TYPE, palette.SOFT))
        x += long + _AIR
    return shapes, y - top + _STEP
