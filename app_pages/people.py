"""Who takes part: names, a code for who changed devices, and showing somebody out."""

import streamlit as st

from app_pages import frame
from app_pages.asking import ask
from app_pages.visitor import Guest, translations
from canvas.board.changes import PersonRemove, PersonRename
from services import services
from stepstones.workshop import Person
from storage import access, reading


def show(here: Guest) -> None:
    """Everybody who came in."""
    t = translations()
    with services().database.reading() as connection:
        people = [p for p in reading.session(connection, here.workshop.id).people if not p.removed]
    with st.container(border=True, key="people"):
        st.subheader(t.gettext("People"), anchor=False)
        for person in people:
            _row(here, person)
        if len(people) < 2:
            st.caption(t.gettext("Nobody joined yet. Show the code, or share the address."))


def _row(here: Guest, person: Person) -> None:
    t = translations()
    is_me = person.id == here.actor.person
    with st.container(horizontal=True, vertical_alignment="center", key=f"person-{person.id}"):
        st.markdown(frame.plain(person.name), width="stretch")
        if is_me:
            with st.popover(t.gettext("My name")):
                _rename(here, person)
        elif st.button(t.gettext("Code for another device"), key=f"code-{person.id}"):
            _give_code(here, person)
        if not is_me and st.button(t.gettext("Show out"), key=f"out-{person.id}"):
            if ask(here, PersonRemove, person=person.id):
                st.rerun()


def _rename(here: Guest, person: Person) -> None:
    t = translations()
    name = st.text_input(t.gettext("Your name"), value=person.name, max_chars=60, key="my-name")
    if name != person.name and ask(here, PersonRename, person=person.id, name=name):
        st.rerun()


def _give_code(here: Guest, person: Person) -> None:
    """For who lost their device: the code makes another one theirs, once."""
    t = translations()
    ledger = services().ledger
    code = ledger.write(lambda connection: access.give_resume_code(connection, here.workshop.id, person.id))
    st.code(f"{code[:3]} {code[3:6]} {code[6:]}", language=None)
    st.caption(
        t.gettext("{name} types this code on the first page. It works once.").format(name=frame.plain(person.name))
    )
