"""What boards are called in what leaves the workshop."""

from exports.translator import Translator
from stepstones.stones import PARKING
from stepstones.texts import Content


def name_of(stone: str, content: Content, t: Translator) -> str:
    """Return the number and name of a stone, or the name of the parking lot."""
    if stone == PARKING:
        return t.gettext("Parking lot")
    found = content.stone(stone)
    return f"{found.number}. {found.name}"
