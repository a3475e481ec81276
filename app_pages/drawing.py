"""The dialog in which a sketch is drawn, or drawn on."""

import time

import streamlit as st

from app_pages.asking import ask, attempt
from app_pages.visitor import Guest, translations
from canvas.board.notes import SketchSave
from canvas.component import SketchWish
from canvas.sketches import Drawing, sketch
from services import services
from stepstones.workshop import Note, Picture
from storage import reading, secret

WIDTH, HEIGHT, EDGES = 696, 400, 24
LAST_STROKE = 0.5
"""Seconds; the surface reports a stroke 0.2 s after the hand is lifted, and the network adds to that."""


def draw(here: Guest, wish: SketchWish) -> None:
    """Open the dialog for this wish."""
    t = translations()
    title = t.gettext("Draw on") if wish.note else t.gettext("New sketch")
    st.dialog(title, width="medium")(_dialog)(here, wish)


def _dialog(here: Guest, wish: SketchWish) -> None:
    t = translations()
    note, before = _kept(here, wish)
    if wish.note and note is None:
        st.info(t.gettext("This sketch has been deleted in the meantime."))
        return
    drawing = attempt(lambda: _surface(wish, before))
    title = st.text_input(
        t.gettext("What is on it, in a few words (for who cannot see it)"),
        value=note.text if note else "",
        key=f"sketch-title-{wish.nonce}",
    )
    # What is wrong stands beside the button: below it, a low window would hide it.
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="sketch-end"):
        save = f"sketch-save-{wish.nonce}"
        # By callback: the surface may report a stroke right after the click, and the run for it forgets the click.
        st.button(t.gettext("Save the sketch"), type="primary", key=save, on_click=_ask_to_save, args=(save,))
        if _may_save(save):
            if drawing is None:
                st.warning(t.gettext("There is no drawing yet. Draw something first."))
            elif _save(here, wish, drawing, title or t.gettext("Sketch")):
                st.rerun()


def _ask_to_save(save: str) -> None:
    st.session_state[f"{save}-at"] = time.monotonic()


def _may_save(save: str) -> bool:
    """Did somebody ask to save, and had the surface the time to report what was drawn just before?"""
    asked = st.session_state.get(f"{save}-at")
    if asked is None:
        return False
    left = asked + LAST_STROKE - time.monotonic()
    if left > 0:
        time.sleep(left)
        st.rerun(scope="fragment")
    del st.session_state[f"{save}-at"]
    return True


def _surface(wish: SketchWish, before: Drawing | None) -> Drawing | None:
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
    width = min(WIDTH, max(240, wish.width - EDGES))
    size = {"width": width, "height": min(HEIGHT, width)}
    key = f"sketch-{wish.nonce.encode().hex()}"  # Streamlit refuses two underscores in a component's key
    return sketch(key=key, tool=tool, pen=pen, thickness=thickness, before=before, **size)


def _one(options: dict[str, str], label: str, name: str, start: str = "") -> str:
    """One of a few, remembered while the dialog is open."""
    key = f"sketch-{name}"
    st.session_state.setdefault(key, start or next(iter(options)))
    names = options.__getitem__
    chosen = st.segmented_control(
        label, list(options), format_func=names, required=True, key=key, label_visibility="collapsed"
    )
    return chosen or next(iter(options))


def _kept(here: Guest, wish: SketchWish) -> tuple[Note | None, Drawing | None]:
    """The note to draw on and its drawing as it was when the dialog opened."""
    kept = st.session_state.setdefault(f"kept-{wish.nonce}", _read(here, wish.note) if wish.note else (None, None))
    return kept[0], kept[1]


def _read(here: Guest, id: str) -> tuple[Note | None, Drawing | None]:
    with services().database.reading() as connection:
        note = reading.note(connection, here.workshop.id, id)
        picture = reading.picture(connection, here.workshop.id, note.picture) if note and note.picture else None
    return note, Drawing(picture.image, picture.strokes, picture.width, picture.height) if picture else None


def _save(here: Guest, wish: SketchWish, drawing: Drawing, title: str) -> bool:
    picture = Picture(secret.id(), drawing.png, "image/png", drawing.strokes, drawing.width, drawing.height)
    place = {"note": wish.note or secret.id(), "stone": wish.stone, "question": wish.question}
    size = {"width": picture.width, "height": picture.height}
    return ask(here, SketchSave, attached=picture, text=title, picture=picture.id, **place, **size)
