"""Where a sketch is drawn: the paper, what one draws with, and what a new sketch can be drawn on."""

import streamlit as st

from app_pages.visitor import translations
from canvas.backdrops import EMPTY, Paper, backdrop
from canvas.component import SketchWish
from canvas.sketches import Drawing, Hand, sketch

WIDTH, EDGES = 696, 24
LOWEST, HIGHEST = 240, 480
"""Of the paper, in pixels of the screen."""
PHONE = 480
AROUND, ROW = {True: 492, False: 372}, 60
"""Of a dialog on a phone and elsewhere, what is no paper; and one row more, with backdrops."""


def surface(wish: SketchWish, before: Drawing | None) -> Drawing | None:
    """What was drawn, on a new paper or on what was there `before`."""
    hand, row, paper = _hand(), st.container(), _paper(wish, before)
    behind = _behind(wish) if before is None else EMPTY
    # Streamlit refuses two underscores in a component's key. Another backdrop is another surface: nothing stays of it.
    key = f"sketch-{wish.nonce.encode().hex()}-{behind}"
    things = backdrop(behind, paper, _labels().get(behind, ()))
    drawing = sketch(hand, paper, key=key, behind=things, before=before, words=_words())
    if before is None:
        with row:  # above the surface, but known only after it: who has begun goes on
            label = translations().gettext("Backdrop")
            _one(_backdrops(), label, f"backdrop-{wish.nonce}", disabled=drawing is not None)
    return drawing


def named(wish: SketchWish) -> str:
    """What a sketch is called that nobody gave a name."""
    behind = _behind(wish)
    return translations().gettext("Sketch") if behind == EMPTY else _backdrops()[behind]


def _hand() -> Hand:
    t = translations()
    tools = {
        "freedraw": t.gettext("Pen"),
        "line": t.gettext("Line"),
        "rect": t.gettext("Box"),
        "text": t.gettext("Text"),
    }
    pens = {"ink": t.gettext("Ink"), "water": t.gettext("Blue"), "amber": t.gettext("Amber"), "red": t.gettext("Red")}
    widths = {"thin": t.gettext("Thin"), "medium": t.gettext("Medium"), "thick": t.gettext("Thick")}
    with st.container(horizontal=True, key="sketch-tools"):
        tool = _one(tools, t.gettext("Draw with"), "tool")
        pen = _one(pens, t.gettext("Colour"), "pen")
        thickness = _one(widths, t.gettext("Line"), "thickness", start="medium")
    return Hand(tool, pen, thickness)


def _paper(wish: SketchWish, before: Drawing | None) -> Paper:
    """The paper, as large as the device shows it; a new one has the same width everywhere, so that it stays sharp."""
    wide = min(WIDTH, max(LOWEST, wish.width - EDGES))
    around = AROUND[wide < PHONE] + (0 if before else ROW)
    high = min(HIGHEST, max(LOWEST, wish.height - around))
    if before:
        return Paper(before.width, before.height, min(1, wide / before.width, high / before.height))
    scale = wide / WIDTH
    return Paper(WIDTH, round(min(high, wide) / scale), scale)


def _backdrops() -> dict[str, str]:
    t = translations()
    return {
        EMPTY: t.gettext("Empty"),
        "journey": t.gettext("Journey"),
        "funnel": t.gettext("Funnel"),
        "organisation": t.gettext("Organisation"),
    }


def _labels() -> dict[str, tuple[str, ...]]:
    """What stands on the backdrops."""
    t = translations()
    journey = t.gettext("Discover"), t.gettext("Consider"), t.gettext("Choose"), t.gettext("Use"), t.gettext("Return")
    funnel = t.gettext("Knows us"), t.gettext("Is interested"), t.gettext("Takes part"), t.gettext("Recommends us")
    organisation = t.gettext("Management"), t.gettext("Department"), t.gettext("Team")
    return {"journey": journey, "funnel": funnel, "organisation": organisation}


def _words() -> dict[str, str]:
    """What the surface calls its tools, and we do; it sends by itself, and needs no button for that."""
    t = translations()
    return {
        "Update the app with this drawing": "",
        "Undo": t.gettext("Undo"),
        "Redo": t.gettext("Redo"),
        "Edit": t.gettext("Move and change"),
        "Bring forward": t.gettext("Bring forward"),
        "Send backward": t.gettext("Send backward"),
        "Delete selected": t.gettext("Delete"),
        "Reset canvas & history": t.gettext("Start again"),
    }


def _behind(wish: SketchWish) -> str:
    """The backdrop of a new sketch."""
    return str(st.session_state.get(f"sketch-backdrop-{wish.nonce}", EMPTY))


def _one(options: dict[str, str], label: str, name: str, start: str = "", disabled: bool = False) -> str:
    """One of a few, remembered while the dialog is open."""
    key, names = f"sketch-{name}", options.__getitem__
    st.session_state.setdefault(key, start or next(iter(options)))
    chosen = st.segmented_control(
        label, list(options), format_func=names, required=True, key=key, disabled=disabled, label_visibility="collapsed"
    )
    return chosen or next(iter(options))
