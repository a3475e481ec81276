"""What was: the trash, the boards of finished stones, and who changed what when."""

from html import escape
from itertools import groupby
from operator import itemgetter

import streamlit as st

from app_pages import discarded, frame, kept
from app_pages.deeds import board_names, place_names, told
from app_pages.moments import clock, day
from app_pages.visitor import guest, translations
from services import services
from storage import reading
from storage.history import PAGE, Deed, history

t = translations()
here = guest("facilitator", "participant")
ALL = ""


def deeds() -> None:
    """The log as sentences, day by day, of one board or person where that is asked for."""
    with st.container(key="deeds-of", horizontal=True, gap="small"):
        stone = _choice(t.gettext("Where"), "stone", _boards())
        # Who asks what one person did learns what that person wrote.
        person = _choice(t.gettext("Who"), "person", _people()) if here.workshop.authors == "people" else ALL
    if st.session_state.get("deeds-of") != (stone, person):
        st.session_state["deeds-of"], st.session_state["deeds"] = (stone, person), PAGE
    limit, places = st.session_state["deeds"], place_names()
    with services().database.reading() as connection:
        found = history(
            connection, here.workshop.id, here.actor, limit=limit + 1, stone=stone or None, person=person or None
        )
    with st.container(key="deeds-list", gap="xsmall"):
        for date, of_day in groupby(found[:limit], key=lambda deed: day(deed.at)):
            st.subheader(date[:1].upper() + date[1:], anchor=False)
            st.html(f'<ol class="deeds">{_rows(list(of_day), places)}</ol>')
    if not found:
        st.markdown(t.gettext("Nothing happened here yet."))
    if len(found) > limit:
        st.button(t.gettext("Older"), key="older-deeds", on_click=_more)


def _rows(of_day: list[Deed], places: dict[str, str]) -> str:
    """A line for each deed; one for all of a row that read the same, at the time of the last."""
    lines = [(clock(deed.at), told(deed, places)) for deed in of_day]
    latest = [next(same) for _, same in groupby(lines, key=itemgetter(1))]
    return "".join(f"<li><time>{escape(time)}</time><span>{sentence}</span></li>" for time, sentence in latest)


def _more() -> None:
    st.session_state["deeds"] += PAGE


def _boards() -> dict[str, str]:
    return {ALL: t.gettext("All boards")} | board_names()


def _people() -> dict[str, str]:
    with services().database.reading() as connection:
        return {ALL: t.gettext("Everyone")} | reading.names(connection, here.workshop.id)


def _choice(label: str, name: str, names: dict[str, str]) -> str:
    key = f"deeds-{name}"
    if st.session_state.get(key) not in names:
        st.session_state[key] = ALL
    return str(st.selectbox(label, list(names), format_func=names.__getitem__, key=key, width=260))


frame.header(t.gettext("History and trash"), here)
with st.container(key="past"):
    trash_tab, snapshots_tab, history_tab = st.tabs([t.gettext("Trash"), t.gettext("Snapshots"), t.gettext("History")])
    with trash_tab:
        discarded.show(here)
    with snapshots_tab:
        kept.show(here)
    with history_tab:
        deeds()
