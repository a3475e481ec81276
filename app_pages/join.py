"""The second page of a participant: a name, and they are in."""

import streamlit as st
from babel.dates import format_date

from app_pages import frame
from app_pages.asking import attempt
from app_pages.visitor import HOME, ROOM, device, language, membership_of_address, translations
from services import services
from storage import joining, reading

t = translations()
membership = membership_of_address()
if membership is None:
    st.switch_page(HOME, query_params={"problem": "not_a_member"})
if membership.person or membership.role != "participant":
    st.switch_page(ROOM, query_params={"w": membership.workshop})
with services().database.reading() as connection:
    shop = reading.workshop(connection, membership.workshop)
if shop is None:
    st.switch_page(HOME, query_params={"problem": "workshop_gone"})

with st.container(key="narrow"):
    frame.header(frame.plain(shop.title))
    st.markdown(frame.plain(shop.organisation))
    with st.form("name"):
        name = st.text_input(t.gettext("Your name"), key="name", max_chars=60, autocomplete="given-name")
        if st.form_submit_button(t.gettext("Come in"), type="primary", key="come_in"):
            device_here = device()
            if attempt(lambda: joining.join(services().ledger, shop.id, name, device=device_here)):
                st.switch_page(ROOM, query_params={"w": shop.id})
    st.caption(
        t.gettext(
            "Your name and what you write are kept on the facilitator's computer, read by the people of this workshop "
            "and by who gets its report, and deleted after {date}."
        ).format(date=format_date(shop.delete_after, "long", language()))
    )
