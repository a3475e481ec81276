"""The facilitator's settings: addresses, the workshop itself, the people."""

from datetime import UTC, datetime, timedelta

import streamlit as st

from app_pages import addresses, frame, people
from app_pages.asking import ask
from app_pages.visitor import ROOM, guest, translations
from canvas.board.changes import WorkshopEdit
from storage.effects.room import LONGEST

t = translations()
here = guest("facilitator")
shop = here.workshop


def workshop() -> None:
    """What the workshop is called, for whom it is, and how long it is kept."""
    relations = {"donors": t.gettext("Donors"), "members": t.gettext("Members"), "volunteers": t.gettext("Volunteers")}
    today = datetime.now(UTC).date()
    with st.form("workshop"):
        st.subheader(t.gettext("The workshop"), anchor=False)
        title = st.text_input(t.gettext("Title"), value=shop.title, max_chars=200, key="title")
        organisation = st.text_input(
            t.gettext("Organisation"), value=shop.organisation, max_chars=200, key="organisation"
        )
        has = frame.choice_of_many(t.gettext("Relations"), relations, key="relations", chosen=sorted(shop.relations))
        spoken = frame.choice_of_one(t.gettext("Language of the report"), frame.NAMES, shop.language)
        until = st.date_input(
            t.gettext("Delete everything after"),
            value=shop.delete_after,
            min_value=min(today, shop.delete_after),
            max_value=today + LONGEST - timedelta(days=1),
            format="DD/MM/YYYY",
            key="until",
        )
        if st.form_submit_button(t.gettext("Save"), type="primary", key="save"):
            values = {"title": title, "organisation": organisation, "relations": has, "language": spoken}
            if ask(here, WorkshopEdit, **values, delete_after=until.isoformat()):
                st.toast(t.gettext("Saved"), icon=":material/check:")


if st.query_params.get("new"):
    frame.header(t.gettext("Your workshop is ready"), here)
    st.page_link(ROOM, label=t.gettext("To the walk"), icon=":material/arrow_forward:", query_params={"w": shop.id})
else:
    frame.header(t.gettext("Settings"), here)
left, right = st.columns(2, gap="large")
with left:
    addresses.show(here)
with right:
    workshop()
    people.show(here)
