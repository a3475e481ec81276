"""Where the room can be although no notes lie there."""

from app_pages.visitor import translations


def stop_names() -> dict[str, str]:
    """What the stops are called, by id."""
    t = translations()
    return {
        "break": t.gettext("Break"),
        "index": t.gettext("Score"),
        "stories": t.gettext("Stories"),
        "closing": t.gettext("Closing"),
    }
