"""The dialog in which a sketch is drawn, or drawn on."""

import time

import streamlit as st

from app_pages.asking import ask, attempt
from app_pages.easel import named, surface
from app_pages.visitor import Guest, translations
from canvas.board.notes import SketchSave
from canvas.component import SketchWish
from canvas.sketches import Drawing
from services import services
from stepstones.seen import sees
from stepstones.workshop import Note, Picture
from storage import reading, secret

LAST_STROKE = 1.0
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
    drawing = attempt(lambda: surface(wish, before))
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
            elif _save(here, wish, drawing, title or named(wish)):
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


def _kept(here: Guest, wish: SketchWish) -> tuple[Note | None, Drawing | None]:
    """The note to draw on and its drawing as it was when the dialog opened."""
    kept = st.session_state.setdefault(f"kept-{wish.nonce}", sketch(here, wish.note) if wish.note else (None, None))
    return kept[0], kept[1]


def sketch(here: Guest, id: str) -> tuple[Note | None, Drawing | None]:
    """A sketch and its drawing; nothing where it is no sketch, is gone, or is hidden from who asks."""
    with services().database.reading() as connection:
        note = reading.note(connection, here.workshop.id, id)
        note = note if note and note.sketch and sees(here.actor, note) else None
        picture = reading.picture(connection, here.workshop.id, note.picture) if note and note.picture else None
    return note, Drawing(picture.image, picture.strokes, picture.width, picture.height) if picture else None


def _save(here: Guest, wish: SketchWish, drawing: Drawing, title: str) -> bool:
    picture = Picture(secret.id(), drawing.png, "image/png", drawing.strokes, drawing.width, drawing.height)
    note = wish.note or wish.becomes or secret.id()
    place = {"note": note, "stone": wish.stone, "question": wish.question}
    size = {"width": picture.width, "height": picture.height}
    proofs = {note: wish.proof} if wish.proof else None
    return ask(here, SketchSave, attached=picture, proofs=proofs, text=title, picture=picture.id, **place, **size)
