"""The second page of a participant: a name, and they are in."""

import streamlit as st
from babel.dates import format_date

from app_pages import frame
from app_pages.asking import attempt
from app_pages.visitor import ROOM, language, newcomer, own_device, translations
from services import services
from storage import joining

t = translations()
shop = newcomer()

with st.container(key="narrow"):
    frame.header(frame.plain(shop.title))
    if shop.organisation:
        st.markdown(frame.plain(shop.organisation))
    with st.form("name"):
        name = st.text_input(t.gettext("Your name"), key="name", autocomplete="given-name")
        if st.form_submit_button(t.gettext("Come in"), type="primary", key="come_in", width="stretch"):
            member = attempt(lambda: joining.join(services().ledger, shop.id, name, device=own_device()))
            if member:
                st.switch_page(ROOM, query_params={"w": shop.id})
    st.caption(
        t.gettext(
            "Your name and what you write are kept on the facilitator's computer, read by the people of this workshop "
            "and by who gets its report, and deleted after {date}."
        ).format(date=format_date(shop.delete_after, "long", language()))
    )
