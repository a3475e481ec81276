"""The addresses of a workshop: for participants, for facilitators, for the shared screen and for readers."""

from typing import cast
from urllib.parse import urlsplit

import streamlit as st

from app_pages.asking import ask, attempt
from app_pages.copying import copyable
from app_pages.visitor import Guest, translations
from canvas.board.changes import CodeRenew, WorkshopEdit
from services import services
from settings import USUAL_PORT
from storage import joining
from storage.access import Door
from web import network

LETTERS: dict[Door, str] = {"facilitator": "f", "projector": "p", "reader": "r"}


def participants(here: Guest, *, picture: int = 184) -> str:
    """How participants come in, with a QR code of this width; gives the base of every address, as it was chosen."""
    t = translations()
    code = here.workshop.code
    st.header(t.gettext("Participants join here"), anchor=False)
    bases = _bases(here)
    with st.container(key="join-ways", horizontal=True, vertical_alignment="center", gap="small"):
        image, words = st.container(key="qr", width="content"), st.container(key="join-words", gap="small")
    with words:
        base = st.selectbox(t.gettext("Network"), bases, key="network") if len(bases) > 1 else bases[0]
        with st.container(key="join-code"):
            st.markdown(f"{code[:3]} {code[3:]}")
        copyable(f"{base}/j/{code}", key="join-address")
    image.image(network.qr(f"{base}/j/{code}"), width=picture, alt=t.gettext("QR code of the address to join"))
    if here.workshop.closed is not None:
        st.warning(t.gettext("The session is closed: nobody new comes in."), icon=":material/door_front:")
    elif not here.workshop.door_open:
        st.warning(t.gettext("The door is closed: nobody new comes in."), icon=":material/door_front:")
    return base


def renewing(here: Guest) -> None:
    """A new code, and the door."""
    t = translations()
    with st.container(horizontal=True, gap="small"):
        said = t.gettext("The old code and its QR code stop working. Who is in stays in.")
        if renewed("code", t.gettext("New code"), said, t.gettext("Make a new code")) and ask(here, CodeRenew):
            st.rerun()
        is_open = here.workshop.door_open
        label = t.gettext("Close the door") if is_open else t.gettext("Open the door")
        pressed = st.button(label, key="door", help=t.gettext("Who is in stays in."))
        if pressed and ask(here, WorkshopEdit, door_open=not is_open):
            st.rerun()


def renewed(name: str, label: str, said: str, deed: str) -> bool:
    """Did somebody who read what it means ask for a new one?"""
    done = st.session_state.setdefault(f"renewed-{name}", 0)
    with st.popover(label, key=f"renewing-{name}-{done}"):  # another key is another popover, and closed
        st.markdown(said)
        if st.button(deed, type="primary", key=f"renew-{name}"):
            st.session_state[f"renewed-{name}"] += 1
            return True
    return False


def doors(here: Guest, base: str) -> None:
    """The three addresses with a key."""
    t = translations()
    with st.container(key="doors", gap="small"):
        st.header(t.gettext("Other ways in"), anchor=False)
        meaning = t.gettext("Shows the room, changes nothing.")
        door(here, "projector", base, t.gettext("For the shared screen"), meaning)
        facilitator(here, base)
        meaning = t.gettext("Opens the report, changes nothing.")
        door(here, "reader", base, t.gettext("For readers afterwards"), meaning)


def reader(here: Guest) -> None:
    """The address for who reads afterwards."""
    t = translations()
    door(
        here, "reader", _bases(here)[0], t.gettext("Read-only address"), t.gettext("Opens the report, changes nothing.")
    )


def facilitator(here: Guest, base: str) -> None:
    """The address with which the facilitator comes back."""
    t = translations()
    meaning = t.gettext("Whoever has this address leads the workshop.")
    door(here, "facilitator", base, t.gettext("For you, on another device"), meaning)


def door(here: Guest, kind: Door, base: str, title: str, meaning: str) -> None:
    """An address with a key; only its hash is kept, so it is shown once and can be renewed."""
    t = translations()
    keys = cast(dict[tuple[str, str], str], st.session_state.setdefault("keys", {}))
    with st.container(key=f"door-{kind}", gap="xsmall"):
        with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small"):
            st.markdown(f"**{title}**  \n{meaning}", width="stretch")
            said = t.gettext("The old address stops working. The new one is shown once, here.")
            if kind != "facilitator":
                said += " " + t.gettext("Every screen that came in by the old one is out at once.")
            if renewed(kind, t.gettext("New address"), said, t.gettext("Make a new address")):
                new = attempt(lambda: joining.renew_key(services().ledger, here.workshop.id, kind, here.actor))
                if new:
                    keys[here.workshop.id, kind] = new
                    st.rerun()
        if key := keys.get((here.workshop.id, kind)):
            copyable(f"{base}/{LETTERS[kind]}/{key}", key=f"address-{kind}")
            st.caption(t.gettext("Keep it now: for safety it is shown this once."))


def _bases(here: Guest) -> list[str]:
    """How other devices reach this server, as this page was reached; the one chosen in the room first."""
    url = urlsplit(st.context.url or "")
    set_up = services().settings
    found = network.bases(set_up.public_url, url.scheme or "http", url.port or set_up.port or USUAL_PORT)
    return sorted(found, key=lambda base: base != here.workshop.address)
