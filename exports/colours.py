"""What a colour says: its meaning in this workshop, or else its name."""

from exports.translator import Translator
from stepstones.workshop import Workshop


def colour_said(colour: str, shop: Workshop, t: Translator) -> str:
    """Return the meaning of a colour, or else its name."""
    return shop.legend.get(colour) or colour_names(t)[colour]


def colour_names(t: Translator) -> dict[str, str]:
    """Return the names of all colours."""
    return {
        "yellow": t.gettext("Yellow"),
        "orange": t.gettext("Orange"),
        "pink": t.gettext("Pink"),
        "purple": t.gettext("Purple"),
        "blue": t.gettext("Blue"),
        "teal": t.gettext("Teal"),
        "green": t.gettext("Green"),
        "grey": t.gettext("Grey"),
    }
