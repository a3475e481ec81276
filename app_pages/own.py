"""The workshops in which this device took part: a way back into each."""

import streamlit as st

from app_pages import frame
from app_pages.visitor import REPORT, ROOM, device, translations
from services import services
from stepstones.workshop import Role, Workshop
from storage import access

AT_HAND = 3
"""So many workshops stand on the page; the others unfold."""


def show() -> None:
    """The workshops in which this device took part, the latest at hand."""
    t = translations()
    with services().database.reading() as connection:
        found = access.workshops_of(connection, device() or "")
    if not found:
        return
    with st.container(key="mine", gap="xsmall"):
        st.header(t.gettext("Your workshops"), anchor=False)
        for entry in found[:AT_HAND]:
            _way_back(*entry)
        if older := found[AT_HAND:]:
            label = t.ngettext("{count} more", "{count} more", len(older)).format(count=len(older))
            with st.expander(label, key="older"):
                for entry in older:
                    _way_back(*entry)


def _way_back(shop: Workshop, role: Role) -> None:
    """A way back in, with what one is there."""
    t = translations()
    roles = {
        "facilitator": t.gettext("you lead"),
        "participant": t.gettext("you take part"),
        "projector": t.gettext("shared screen"),
        "reader": t.gettext("you may read"),
    }
    address = {"w": shop.id} | ({"view": "projector"} if role == "projector" else {})
    with st.container(key=f"mine-{shop.id}", horizontal=True, vertical_alignment="center", gap="small"):
        page = REPORT if role == "reader" else ROOM
        st.page_link(page, label=f"**{frame.plain(shop.title)}**", query_params=address, width="content")
        closed = t.gettext("closed") if shop.closed is not None else ""
        st.caption(" · ".join(filter(None, (frame.plain(shop.organisation), roles[role], closed))))
