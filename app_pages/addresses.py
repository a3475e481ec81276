"""The addresses of a workshop: for participants, for facilitators, for the shared screen and for readers."""

from typing import cast
from urllib.parse import urlsplit

import streamlit as st

from app_pages.asking import ask
from app_pages.visitor import Guest, translations
from canvas.board.changes import CodeRenew, WorkshopEdit
from services import services
from settings import USUAL_PORT
from storage import access
from storage.access import Door
from web import network

LETTERS = {"facilitator": "f", "projector": "p", "reader": "r"}


def show(here: Guest) -> None:
    """Everything that lets somebody in."""
    _join(here)
    t = translations()
    _door(here, "facilitator", t.gettext("For you, on another device"), t.gettext("Who has it leads the workshop."))
    _door(here, "projector", t.gettext("For the shared screen"), t.gettext("Shows the room, changes nothing."))
    _door(here, "reader", t.gettext("For readers afterwards"), t.gettext("Opens the report, changes nothing."))


def _join(here: Guest) -> None:
    t = translations()
    shop = here.workshop
    with st.container(border=True, key="join-card"):
        st.subheader(t.gettext("Participants join here"), anchor=False)
        bases = _bases()
        base = st.selectbox(t.gettext("Network"), bases, key="network") if len(bases) > 1 else bases[0]
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            st.image(network.qr(f"{base}/j/{shop.code}"), width=180)
            with st.container():
                st.markdown(f":primary[**{shop.code[:3]} {shop.code[3:]}**]", width="content")
                st.code(f"{base}/j/{shop.code}", language=None, wrap_lines=True)
        with st.container(horizontal=True):
            if st.button(t.gettext("New code"), key="renew-code", help=t.gettext("The old code stops working.")):
                if ask(here, CodeRenew):
                    st.rerun()
            label = t.gettext("Close the door") if shop.door_open else t.gettext("Open the door")
            if st.button(label, key="door", help=t.gettext("Who is in stays in.")):
                if ask(here, WorkshopEdit, door_open=not shop.door_open):
                    st.rerun()
        if not shop.door_open:
            st.warning(t.gettext("The door is closed: nobody new comes in."), icon=":material/door_front:")


def _door(here: Guest, kind: Door, title: str, meaning: str) -> None:
    """An address with a key; only its hash is kept, so it is shown once and can be renewed."""
    t = translations()
    keys = cast(dict[tuple[str, str], str], st.session_state.setdefault("keys", {}))
    with st.container(border=True, key=f"door-{kind}"):
        st.markdown(f"**{title}**  \n{meaning}")
        if key := keys.get((here.workshop.id, kind)):
            st.code(f"{_bases()[0]}/{LETTERS[kind]}/{key}", language=None, wrap_lines=True)
            st.caption(t.gettext("Copy it now: it is shown this once. Whoever sees it can use it."))
        if st.button(
            t.gettext("Make a new address"), key=f"renew-{kind}", help=t.gettext("The old one stops working.")
        ):
            ledger = services().ledger
            new = ledger.write(lambda connection: access.renew_key(connection, here.workshop.id, kind))
            keys[here.workshop.id, kind] = new
            st.rerun()


def _bases() -> list[str]:
    """How other devices reach this server, as this page itself was reached."""
    url = urlsplit(st.context.url or "")
    set_up = services().settings
    return network.bases(set_up.public_url, url.scheme or "http", url.port or set_up.port or USUAL_PORT)
