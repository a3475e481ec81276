"""On a screen that everybody in the room sees, what is for one pair of eyes opens behind one sentence."""

import streamlit as st

from app_pages import frame
from app_pages.visitor import guest, translations

COVERED = ("settings", "programme", "afterwards", "history")
"""Pages with names, addresses with a key, or private notes."""
SHOWN = "shown"
"""In the address of a page that who leads wants to see all the same: since when the screen is shared."""


def is_needed(path: str) -> bool:
    """Is this a page that who leads keeps from a shared screen, and has not asked for all the same?"""
    since = _shared_since()
    if path not in COVERED or not since or st.query_params.get(SHOWN) == since:
        return False
    return guest("facilitator", "participant", "projector", "reader").leads


def lay(title: str) -> None:
    """The sentence, and the way to look all the same."""
    t = translations()
    frame.header(title, guest("facilitator"))
    st.markdown(t.gettext("This screen is shared, and this page shows names, addresses or notes that are for you."))
    st.button(t.gettext("Show it here anyway"), key="show-anyway", on_click=_show)


def _show() -> None:
    st.query_params[SHOWN] = _shared_since()


def _shared_since() -> str:
    """Since when the screen of this browser is shared, as the room keeps it in a cookie; empty where it is not."""
    return st.context.cookies.get(f"shared-{st.query_params.get('w', '')}", "")
