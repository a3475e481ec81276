"""The second page of who comes in: a name, and they take part; or lead, where they came with the facilitators' key."""

from functools import partial

import streamlit as st
from babel.dates import format_date

from app_pages import frame
from app_pages.asking import attempt
from app_pages.visitor import ROOM, language, newcomer, own_device, translations
from services import services
from storage import access, joining

t = translations()
here = newcomer()
shop = here.workshop


def _known() -> dict[str, str]:
    """Whom somebody with the key can go on as: who leads already, and the participant that this device is."""
    with services().database.reading() as connection:
        own = access.participant(connection, own_device(), shop.id)
        return access.leaders(connection, shop.id) | (dict([own]) if own else {})


def _go_on() -> None:
    """A facilitator on a device that nobody knew: one button for each who they may be."""
    known = _known()
    if not known:
        return
    with st.container(key="known", gap="small"):
        st.markdown(t.gettext("You lead this workshop. Who are you?"))
        for person, name in known.items():
            label = t.gettext("I am {name}").format(name=frame.plain(name))
            if st.button(label, key=f"am-{person}", width="stretch"):
                go_on = partial(joining.lead_as, services().ledger, shop.id, person, device=own_device())
                _enter(attempt(go_on))


def _name() -> None:
    """Somebody who was not here before."""
    ledger = services().ledger
    with st.form("name"):
        label = t.gettext("Somebody else: your name") if here.leads else t.gettext("Your name")
        name = st.text_input(label, key="name", autocomplete="given-name")
        come = t.gettext("Lead too") if here.leads else t.gettext("Come in")
        if st.form_submit_button(come, type="secondary" if here.leads else "primary", key="come_in", width="stretch"):
            way = joining.lead if here.leads else joining.join
            _enter(attempt(lambda: way(ledger, shop.id, name, device=own_device())))


def _enter(member: access.Membership | None) -> None:
    if member:
        st.switch_page(ROOM, query_params={"w": shop.id})


with st.container(key="narrow"):
    frame.header(frame.plain(shop.title))
    if shop.organisation:
        st.markdown(frame.plain(shop.organisation))
    if here.leads:
        _go_on()
    _name()
    st.caption(
        t.gettext(
            "Your name and what you write are kept on the facilitator's computer, read by the people of this workshop "
            "and by who gets its report, and deleted after {date}."
        ).format(date=format_date(shop.delete_after, "long", language()))
    )
