"""Who takes part: names, and showing somebody out."""

import streamlit as st

from app_pages import frame
from app_pages.asking import ask
from app_pages.following import changed, follow, settle
from app_pages.visitor import Guest, translations
from canvas.board.people import PersonRemove, PersonRename
from services import services
from stepstones.workshop import Person
from storage import reading

MANY = 8
"""More people than this scroll in their card."""


def show(here: Guest) -> None:
    """Everybody who came in."""
    t = translations()
    with services().database.reading() as connection:
        people = [p for p in reading.session(connection, here.workshop.id).people if not p.removed]
    with st.container(key="people", gap="small"):
        st.header(t.gettext("Participants"), anchor=False)
        with st.container(height=420 if len(people) > MANY else "content", border=False, gap="xxsmall"):
            for person in people:
                _row(here, person)
        if len(people) < 2:
            st.caption(t.gettext("Nobody joined yet. Show the code, or share the address."))
        else:
            st.caption(
                t.gettext(
                    "In the room, under Lead: who may write, who leads too, groups, and two devices of one person. "
                    "A code for another device everybody makes for themselves, in the room under the people at the top."
                )
            )


def _row(here: Guest, person: Person) -> None:
    t = translations()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"person-{person.id}"):
        st.markdown(frame.plain(person.name), width="stretch")
        if person.id == here.actor.person:
            with st.popover(t.gettext("My name"), key="rename"):
                _rename(here, person)
        else:
            with st.popover(t.gettext("More"), key=f"more-{person.id}"):
                _more(here, person)


def _rename(here: Guest, person: Person) -> None:
    t = translations()
    follow("my-name", person.name)
    name = st.text_input(t.gettext("Your name"), key="my-name")
    if changed("my-name") and ask(here, PersonRename, person=person.id, name=name):
        settle("my-name")
        st.rerun()


def _more(here: Guest, person: Person) -> None:
    t = translations()
    said = t.gettext("Whoever is shown out is out at once, and the join code becomes another one. Their notes stay.")
    st.caption(said)
    out = st.button(t.gettext("Show out"), key=f"out-{person.id}", width="stretch")
    if out and ask(here, PersonRemove, person=person.id):
        st.rerun()
