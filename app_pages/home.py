"""The first page: join with a code, make a workshop, go back to one, or look at the example."""

import streamlit as st

from app_pages import frame
from app_pages.asking import attempt
from app_pages.beginning import begin, begin_example, begin_from
from app_pages.visitor import JOIN, ROOM, SETTINGS, device, language, translations
from sentences import SENTENCES, sentence
from services import services
from stepstones.errors import Refused
from storage import access, joining
from storage.founding import Founded
from storage.secret import JOIN_SIGNS, normal

t = translations()


def welcome() -> None:
    """What this is, in two sentences."""
    frame.header(t.gettext("Walk the CRM stepping stones with your team"))
    st.markdown(
        t.gettext(
            "In half a day your team walks ten stones, from who your customers are to what you want to reach. "
            "Everyone sticks notes, together you score where you stand, and a Word report comes out."
        )
    )
    problem = st.query_params.get("problem")
    if problem in SENTENCES:
        st.warning(sentence(problem, language()), icon=":material/info:")


def join() -> None:
    """The way in for participants, and back in for who has a personal code."""
    with st.form("join", enter_to_submit=True):
        st.subheader(t.gettext("Join a workshop"), anchor=False)
        code = st.text_input(
            t.gettext("The code on the shared screen"), key="code", placeholder="KFT 7MQ", max_chars=16
        )
        if st.form_submit_button(t.gettext("Join"), type="primary", key="knock"):
            attempt(lambda: knock(code))


def knock(code: str) -> None:
    """Open the door with a join code (six signs) or a personal code (nine)."""
    services().wrong_codes.check()
    try:
        enter = joining.resume if len(normal(code)) > JOIN_SIGNS else joining.knock
        member = enter(services().ledger, device() or "-", code)
    except Refused as refused:
        if refused.reason == "wrong_code":
            services().wrong_codes.count()
        raise
    st.switch_page(ROOM if member.person else JOIN, query_params={"w": member.workshop})


def make() -> None:
    """A new workshop in four answers."""
    relations = {"donors": t.gettext("Donors"), "members": t.gettext("Members"), "volunteers": t.gettext("Volunteers")}
    with st.form("make"):
        st.subheader(t.gettext("Make a workshop"), anchor=False)
        title = st.text_input(t.gettext("Title"), key="title", max_chars=200, placeholder=t.gettext("CRM afternoon"))
        organisation = st.text_input(t.gettext("Organisation"), key="organisation", max_chars=200)
        has = frame.choice_of_many(t.gettext("Which relations does the organisation have?"), relations, key="relations")
        spoken = frame.choice_of_one(t.gettext("Language of the workshop and the report"), frame.NAMES, language())
        if st.form_submit_button(t.gettext("Make the workshop"), type="primary", key="make_workshop"):
            show_new(attempt(lambda: begin(title, organisation, has, spoken)))


def show_new(founded: Founded | None) -> None:
    """Show the addresses of a new workshop; its key is kept for this page only."""
    if founded:
        st.session_state["keys"] = {(founded.workshop, "facilitator"): founded.facilitator_key}
        st.switch_page(SETTINGS, query_params={"w": founded.workshop, "new": "1"})


def look_around() -> None:
    """A filled example of one's own, or a workshop that was saved as an archive."""
    with st.container(border=True):
        st.subheader(t.gettext("Look around first"), anchor=False)
        st.markdown(
            t.gettext("An invented theatre walked the stones before you. Open your own copy and try everything.")
        )
        if st.button(t.gettext("Try the example"), key="example"):
            founded = attempt(begin_example)
            if founded:
                st.switch_page(ROOM, query_params={"w": founded.workshop})
    with st.expander(t.gettext("Open an archive")):
        file = st.file_uploader(t.gettext("A workshop that was saved as a file (.json)"), type="json", key="archive")
        if file and st.button(t.gettext("Make a workshop from this file"), key="import"):
            show_new(attempt(lambda: begin_from(file.getvalue())))


def mine() -> None:
    """The workshops in which this device took part."""
    roles = {
        "facilitator": t.gettext("You are facilitator"),
        "participant": t.gettext("You take part"),
        "projector": t.gettext("Shared screen"),
        "reader": t.gettext("You may read"),
    }
    with services().database.reading() as connection:
        found = access.workshops_of(connection, device() or "")
    if found:
        st.subheader(t.gettext("Your workshops"), anchor=False)
    for shop, role in found:
        with st.container(key=f"mine-{shop.id}", horizontal=True, vertical_alignment="center"):
            st.page_link(ROOM, label=f"**{frame.plain(shop.title)}**", query_params={"w": shop.id})
            st.caption(f"{frame.plain(shop.organisation)} · {roles[role]}")


welcome()
left, right = st.columns(2, gap="large")
with left:
    join()
    look_around()
with right:
    make()
mine()
