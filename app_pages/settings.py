"""The facilitator's settings: addresses, the workshop itself, the people; or, just after making it, how to begin."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import streamlit as st

from app_pages import addresses, frame, people
from app_pages.asking import ask
from app_pages.following import changed, follow, settle
from app_pages.legend import legend
from app_pages.particulars import FIELDS, KEPT, particulars
from app_pages.visitor import AFTERWARDS, PAST, PROGRAMME, ROOM, SETTINGS, guest, translations
from canvas.board.changes import WorkshopEdit
from services import services
from storage.effects.settings import LONGEST

t = translations()
here = guest("facilitator")
shop = here.workshop


def ready() -> None:
    """What a facilitator needs in the first minute: the code, their own address, and the walk."""
    frame.header(t.gettext("Your workshop is ready"), here)
    left, right = st.columns([3, 2], gap="medium")
    with left, st.container(key="ready"), st.container(key="join-card"):
        base = addresses.participants(here, picture=280)
    with right, st.container(key="begin", gap="small"):
        st.header(t.gettext("Begin"), anchor=False)
        st.markdown(t.gettext("Show the code on the shared screen. Then take the first stone together."))
        if st.button(t.gettext("To the stones"), type="primary", key="walk", width="stretch"):
            st.switch_page(ROOM, query_params={"w": shop.id})
        addresses.facilitator(here, base)
        _go(PROGRAMME, t.gettext("Prepare the programme"), "schedule")
        _go(SETTINGS, t.gettext("All settings"), "tune")


def everything() -> None:
    """All settings."""
    frame.header(t.gettext("Settings"), here)
    warn_of_guessing()
    left, right = st.columns(2, gap="medium")
    with left:
        with st.container(key="join-card"):
            base = addresses.participants(here)
            addresses.renewing(here)
        addresses.doors(here, base)
        _go(PROGRAMME, t.gettext("Prepare the programme"), "schedule")
        _go(PAST, t.gettext("History and trash"), "history")
        _go(AFTERWARDS, t.gettext("Afterwards: close, read on, a next one, delete"), "flag")
    with right:
        workshop()
        legend(here)
        people.show(here)


def _go(page: str, label: str, icon: str) -> None:
    st.page_link(page, label=label, icon=f":material/{icon}:", query_params={"w": shop.id}, width="content")


def warn_of_guessing() -> None:
    """Wrong codes belong to no workshop, so everybody who leads one here is told."""
    if services().wrong_codes.guessing():
        words = t.gettext(
            "Many wrong codes were tried on this server just now: somebody may be guessing. "
            "Look who is in, or close the door."
        )
        st.warning(words, icon=":material/door_front:")


def workshop() -> None:
    """What the workshop is called, for whom it is, and how long it is kept."""
    with st.form("workshop"):
        st.header(t.gettext("The workshop"), anchor=False)
        given: dict[str, Any] = particulars(shop)
        until = kept_until()
        if st.form_submit_button(t.gettext("Save"), type="primary", key="save"):
            edits = {name: given[name] for name in FIELDS if changed(KEPT + name)}
            if changed("until"):
                edits["delete_after"] = until.isoformat()
            if ask(here, WorkshopEdit, **edits):
                for name in FIELDS:
                    settle(KEPT + name)
                settle("until")
                st.toast(t.gettext("Saved"), icon=":material/check:")


def kept_until() -> date:
    """The day after which everything is deleted."""
    today = datetime.now(UTC).date()
    follow("until", shop.delete_after)
    return st.date_input(
        t.gettext("Delete everything after"),
        min_value=min(today, shop.delete_after),
        max_value=max(today + LONGEST - timedelta(days=1), shop.delete_after),
        format="DD/MM/YYYY",
        key="until",
    )


if st.query_params.get("new"):
    ready()
else:
    everything()
