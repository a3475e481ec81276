"""The first page: join with a code, go back to a workshop, make one, or look at the example."""

from pathlib import Path

import streamlit as st

from app_pages import frame, own
from app_pages.asking import attempt
from app_pages.beginning import begin, begin_example, begin_from, show_new
from app_pages.particulars import particulars
from app_pages.visitor import JOIN, ROOM, language, own_device, translations
from sentences import SENTENCES, sentence
from services import services
from storage import joining
from storage.secret import JOIN_SIGNS, normal
from web import knocking

t = translations()
WATER = Path(__file__).with_name("water.svg")


def welcome() -> None:
    """What this is, in two sentences."""
    frame.header(t.gettext("Walk the CRM stepping stones with your team"))
    st.markdown(
        t.gettext(
            "In half a day your team walks ten stones, from who your customers are to what you want to reach. "
            "You stick notes, score where you stand together, and take a Word report home."
        )
    )
    with st.container(key="water"):
        st.image(WATER.read_text(encoding="utf-8"), width="stretch", alt="")
    problem = st.query_params.get("problem")
    if problem in SENTENCES:
        st.warning(sentence(problem, language()), icon=":material/info:")


def join() -> None:
    """The way in for participants, and back in for who has a personal code."""
    with st.form("join"):
        st.header(t.gettext("Join a workshop"), anchor=False)
        label = t.gettext("The code on the shared screen")
        code = st.text_input(label, key="code", placeholder="KFT 7MQ", max_chars=16, autocomplete="off")
        if st.form_submit_button(t.gettext("Join"), type="primary", key="knock", width="stretch"):
            attempt(lambda: knock(code))


def knock(code: str) -> None:
    """Open the door with a join code (six signs) or a personal code (nine)."""
    if len(normal(code)) > JOIN_SIGNS:
        with services().wrong_codes.counting():
            member = joining.resume(services().ledger, own_device(), code)
    else:
        member = knocking.knock(services(), own_device(), code)
    st.switch_page(ROOM if member.person else JOIN, query_params={"w": member.workshop})


def make() -> None:
    """A new workshop in four answers."""
    with st.form("make"):
        st.header(t.gettext("Make a workshop"), anchor=False)
        given = particulars()
        if st.form_submit_button(t.gettext("Make the workshop"), key="make_workshop"):
            show_new(attempt(lambda: begin(given)))


def look_around() -> None:
    """A filled example of one's own, or a workshop that was saved as an archive."""
    with st.container(key="look-around", gap="small"):
        st.header(t.gettext("Look around first"), anchor=False)
        st.markdown(t.gettext("An invented theatre walked the stones before you."))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            if st.button(t.gettext("Try the example"), key="example"):
                founded = attempt(begin_example)
                if founded:
                    st.switch_page(ROOM, query_params={"w": founded.workshop})
            with st.popover(t.gettext("Open an archive"), type="tertiary", key="open-archive"):
                open_archive()


def open_archive() -> None:
    """Choose the file of a workshop, and make it one again."""
    file = st.file_uploader(t.gettext("A workshop that was saved as a file (.json)"), type="json", key="archive")
    if file and st.button(t.gettext("Make a workshop from this file"), type="primary", key="import"):
        show_new(attempt(lambda: begin_from(file.getvalue())))


welcome()
left, right = st.columns([5, 6], gap="medium")
with left:
    join()
    own.show()
    look_around()
with right:
    make()
