"""The lines of a text on a note, in the sizes of type that canvas/static/fitting.js chooses from."""

from dataclasses import dataclass

from exports.typeface import shortened, wrapped

STEPS = {
    "small": (120, ((15, 2, 20), (13, 3, 17), (11, 4, 14))),
    "medium": (176, ((18, 4, 22), (15, 4, 20), (13, 5, 17))),
    "large": (276, ((26, 5, 31), (22, 6, 27), (18, 7, 22), (15, 8, 20), (13, 9, 17))),
}
"""For a note of each size the width of its text, and its steps: size of type, lines that fit, height of a line."""
_SIGN = 0.5
"""What the browser takes an average sign to be wide, in parts of the size of its type."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of one size of type, and the height of each."""

    lines: tuple[str, ...]
    size: int
    height: int


def fitted(text: str, size: str) -> Fitted:
    """Return the text as a note of this size shows it; what does not fit at the smallest type is cut."""
    room, steps = STEPS[size]
    for type_size, most, height in steps:
        # By the guess of the browser first, or a note in a picture were set larger than on screen.
        if _guessed(text, room / (type_size * _SIGN)) <= most:
            lines = wrapped(text, type_size, room)
            if len(lines) <= most:
                return Fitted(tuple(lines), type_size, height)
    type_size, most, height = steps[-1]
    return Fitted(tuple(shortened(wrapped(text, type_size, room), most, type_size, room)), type_size, height)


def _guessed(text: str, room: float) -> int:
    """How many lines the browser takes the text to need, with so many signs on each."""
    return sum(_guessed_lines(paragraph.split(" "), room) for paragraph in text.split("\n"))


def _guessed_lines(words: list[str], room: float) -> int:
    lines, used = 1, 0.0
    for word in words:
        space = 1 if used else 0
        if used + space + len(word) <= room:
            used += space + len(word)
            continue
        breaks = -int(-len(word) // room)
        lines += breaks if used else breaks - 1
        used = len(word) - (breaks - 1) * room
    return lines
