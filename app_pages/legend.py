"""The board's settings: what colours mean, and whether people see each other point."""

from typing import Any

import streamlit as st

from app_pages.asking import ask
from app_pages.following import changed, follow, settle
from app_pages.visitor import Guest, translations
from canvas.board import limits
from canvas.board.changes import WorkshopEdit
from i18n import N_

NAMES = {
    "yellow": N_("Yellow"),
    "orange": N_("Orange"),
    "pink": N_("Pink"),
    "purple": N_("Purple"),
    "blue": N_("Blue"),
    "teal": N_("Teal"),
    "green": N_("Green"),
    "grey": N_("Grey"),
}
CURSORS = {"auto": N_("Automatic (up to 12 people)"), "on": N_("Always"), "off": N_("Never")}


def legend(here: Guest) -> None:
    """A meaning for each colour, and the switch for pointers."""
    t = translations()
    follow("cursors", here.workshop.cursors)
    for colour in limits.COLOURS:
        follow(_key(colour), here.workshop.legend.get(colour, ""))
    with st.form("legend"):
        st.header(t.gettext("The board"), anchor=False)
        st.markdown(t.gettext("What does each colour of note mean here? Leave out what you do not use."))
        with st.container(key="meanings"):
            for colour in limits.COLOURS:
                _meaning(colour)
        label = t.gettext("Show each other's pointer")
        st.segmented_control(label, list(CURSORS), format_func=_choice, required=True, key="cursors")
        if st.form_submit_button(t.gettext("Save"), type="primary", key="save-legend"):
            _save(here)


def _meaning(colour: str) -> None:
    with st.container(key=f"meaning-of-{colour}", horizontal=True, vertical_alignment="bottom", gap="small"):
        st.html(f'<span class="swatch {colour}"></span>', width="content")
        st.text_input(translations().gettext(NAMES[colour]), max_chars=limits.MEANING, key=_key(colour))


def _choice(cursors: str) -> str:
    return translations().gettext(CURSORS[cursors])


def _save(here: Guest) -> None:
    """Keep what this visitor changed, beside what others did meanwhile."""
    touched = [colour for colour in limits.COLOURS if changed(_key(colour))]
    edits: dict[str, Any] = {"cursors": st.session_state["cursors"]} if changed("cursors") else {}
    if touched:
        edits["legend"] = here.workshop.legend | {colour: st.session_state[_key(colour)] for colour in touched}
    if not edits or ask(here, WorkshopEdit, **edits):
        for key in ("cursors", *map(_key, touched)):
            settle(key)
        st.toast(translations().gettext("Saved"), icon=":material/check:")


def _key(colour: str) -> str:
    return f"meaning-{colour}"
