"""The Streamlit script: which page is asked for, in our own look."""

import streamlit as st

from app_pages import cover, frame
from app_pages.visitor import (
    AFTERWARDS,
    HOME,
    JOIN,
    MATURITY,
    PAST,
    PROGRAMME,
    REPORT,
    ROOM,
    SETTINGS,
    STORIES,
    translations,
)
from settings import HERE

# A Material icon here would be fetched from another host.
ICON = HERE / "canvas" / "static" / "icon.svg"
t = translations()
st.set_page_config(page_title=t.gettext("CRM stepping stones"), page_icon=str(ICON), layout="wide")
page = st.navigation(
    [
        st.Page(HOME, title=t.gettext("CRM stepping stones"), default=True),
        st.Page(JOIN, title=t.gettext("Join"), url_path="join"),
        st.Page(ROOM, title=t.gettext("The room"), url_path="room"),
        st.Page(SETTINGS, title=t.gettext("Settings"), url_path="settings"),
        st.Page(MATURITY, title=t.gettext("Maturity index"), url_path="maturity"),
        st.Page(STORIES, title=t.gettext("User stories"), url_path="stories"),
        st.Page(REPORT, title=t.gettext("Report"), url_path="report"),
        st.Page(PROGRAMME, title=t.gettext("Programme"), url_path="programme"),
        st.Page(AFTERWARDS, title=t.gettext("Afterwards"), url_path="afterwards"),
        st.Page(PAST, title=t.gettext("History"), url_path="history"),
    ],
    position="hidden",
)
frame.dress()
if cover.is_needed(page.url_path):
    cover.lay(page.title)
else:
    page.run()
