"""Who looks at a page: their device, their language, and what they are in the workshop of the address."""

from dataclasses import dataclass
from gettext import NullTranslations
from typing import NoReturn

import streamlit as st

from i18n import LANGUAGES, translator
from services import services
from stepstones.content import content
from stepstones.errors import Refused
from stepstones.rules import Actor
from stepstones.texts import Content
from stepstones.walk import every_stone
from stepstones.workshop import Role, Workshop
from storage import access, reading
from web.device import SHAPE

HOME, JOIN, ROOM, SETTINGS, MATURITY, STORIES, REPORT, PAST, PROGRAMME, AFTERWARDS = (
    f"app_pages/{name}.py"
    for name in ("home", "join", "room", "settings", "maturity", "stories", "report", "past", "programme", "afterwards")
)


@dataclass(frozen=True, slots=True)
class Guest:
    """A member of a workshop on one of its pages."""

    workshop: Workshop
    actor: Actor

    @property
    def leads(self) -> bool:
        """May this person change what only facilitators change?"""
        return self.actor.role == "facilitator"


def device() -> str | None:
    """The id of the browser, from its cookie; None where it keeps no cookies."""
    found = st.context.cookies.get("device", "")
    return found if SHAPE.fullmatch(found) else None


def own_device() -> str:
    """The id of the browser, for what will be remembered under it; raises Refused where it keeps no cookies."""
    found = device()
    if found is None:
        raise Refused("no_cookies")
    return found


def language() -> str:
    """The language that was chosen on this device, else the workshop's, else Dutch."""
    chosen = st.context.cookies.get("language")
    if chosen in LANGUAGES:
        return chosen
    shop = _workshop_of_address()
    return shop.language if shop else LANGUAGES[0]


def translations() -> NullTranslations:
    """The texts of this visitor's language."""
    return translator(language())


def guest(*roles: Role) -> Guest:
    """The member on this page; who is none, or in none of these roles, is sent home."""
    shop, membership = _workshop_of_address(), _membership_of_address()
    if shop is None:
        _send_home("workshop_gone")
    if membership is None:
        _send_home("not_a_member")
    if membership.role in ("participant", "facilitator") and membership.person is None:
        st.switch_page(JOIN, query_params={"w": shop.id})
    if membership.role not in roles:
        _send_home("facilitator_only")
    return Guest(shop, membership.actor)


def newcomer() -> Guest:
    """Who has no name yet, to take part or to lead; who has one goes in, who did not knock is sent home."""
    shop, membership = _workshop_of_address(), _membership_of_address()
    if shop is None:
        _send_home("workshop_gone")
    if membership is None:
        _send_home("not_a_member")
    if membership.person or membership.role not in ("participant", "facilitator"):
        st.switch_page(ROOM, query_params={"w": shop.id})
    return Guest(shop, membership.actor)


def method() -> Content:
    """The texts in this visitor's language, with all stones as they are called in the workshop of the address."""
    with services().database.reading() as connection:
        found = reading.stones_of(connection, st.query_params.get("w", ""))
    return every_stone(content(language()), found)


def _membership_of_address() -> access.Membership | None:
    """What this device is in the workshop of the address."""
    with services().database.reading() as connection:
        return access.of_device(connection, device() or "", st.query_params.get("w", ""))


def _workshop_of_address() -> Workshop | None:
    with services().database.reading() as connection:
        return reading.workshop(connection, st.query_params.get("w", ""))


def _send_home(problem: str) -> NoReturn:
    st.switch_page(HOME, query_params={"problem": problem})
