"""What can be added to a programme: stones that are not in it, breaks and other stops, stones of one's own."""

from collections.abc import Callable, Mapping

import streamlit as st

from app_pages import frame
from app_pages.asking import ask
from app_pages.visitor import Guest, translations
from canvas.board import limits
from canvas.board.leading import StoneAdd, StoneDelete
from stepstones.planning import USUAL, Programme, added
from stepstones.programme import Kind, Step
from stepstones.stones import STONES
from stepstones.walk import OWN, is_own
from stepstones.workshop import Session
from storage import secret

ONCE: tuple[Kind, ...] = ("framing", "index", "stories", "closing")
"""What a programme has once at most."""
Save = Callable[[Programme], None]


def adding(session: Session, names: Mapping[str, str], save: Save) -> None:
    """A step more: what is not in the programme yet, or a break."""
    t = translations()
    left = list(_left(session))
    with st.container(key="adding", gap="small"):
        st.header(t.gettext("Add a step"), anchor=False)
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            if st.session_state.get("add-what") not in left:
                st.session_state["add-what"] = left[0]
            what = st.selectbox(t.gettext("What"), left, format_func=lambda id: names[id], key="add-what")
            if st.button(t.gettext("Add"), key="add-step"):
                save(added(session.workshop.programme, _step(what)))


def own_stone(here: Guest, session: Session, save: Save) -> None:
    """A stone of one's own, which comes after the last stone."""
    t = translations()
    rounds = st.session_state.setdefault("stones-made", 0)
    with st.form("own-stone"):
        st.header(t.gettext("A stone of your own"), anchor=False)
        name = st.text_input(t.gettext("Name"), max_chars=limits.STONE_NAME, key=f"own-name-{rounds}")
        lead = st.text_input(t.gettext("What it is about"), max_chars=limits.OWN_TEXT, key=f"own-lead-{rounds}")
        pressed = st.form_submit_button(t.gettext("Make this stone"), key="make-stone")
        stone = OWN + secret.id()
        if pressed and ask(here, StoneAdd, stone=stone, name=name, lead=lead):
            st.session_state["stones-made"] = rounds + 1
            save(added(session.workshop.programme, _step(stone)))


def own_stones(here: Guest, session: Session) -> None:
    """The stones of one's own that there are, each to be deleted while nothing lies there."""
    t = translations()
    own = sorted((one for one in session.stones if is_own(one.stone)), key=lambda one: one.name)
    if not own:
        return
    with st.container(key="own-stones", gap="xsmall"):
        st.header(t.gettext("Your own stones"), anchor=False)
        for one in own:
            name = frame.plain(one.name)
            label = t.gettext("Delete {name}").format(name=name)
            with st.popover(label, icon=":material/delete:", key=f"delete-{one.stone}", width="stretch"):
                st.markdown(t.gettext("It goes with its questions, its steps in the programme and your notes there."))
                pressed = st.button(t.gettext("Delete this stone"), type="primary", key=f"really-{one.stone}")
                if pressed and ask(here, StoneDelete, stone=one.stone):
                    st.rerun()


def _left(session: Session) -> list[str]:
    """What is not in the programme yet; a break always fits."""
    steps = session.workshop.programme
    there = {step.stone or step.kind for step in steps}
    own = [one.stone for one in session.stones if is_own(one.stone)]
    return ["break", *(id for id in (*STONES, *own, *ONCE) if id not in there)]


def _step(what: str) -> Step:
    kind: Kind = next((kind for kind in USUAL if kind == what), "stone")
    return Step(secret.id(), kind, what if kind == "stone" else None, USUAL[kind])
