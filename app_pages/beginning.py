"""How a workshop begins from a page: this device leads it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from app_pages.visitor import SETTINGS, Guest, language, own_device
from canvas.board.changes import WorkshopEdit
from canvas.board.messages import change
from exports import archive
from exports.errors import ArchiveError
from i18n import LANGUAGES, translator
from services import services
from stepstones.errors import Refused
from stepstones.workshop import FRAMING
from storage import access, founding, reading
from storage.founding import Founded


def begin(particulars: Mapping[str, object]) -> Founded:
    """A new, empty workshop; raises BadMessage on texts that cannot be."""
    asked = change(WorkshopEdit, **particulars)
    leader = _leader(str(particulars.get("language")))
    return _found(lambda connection, now: founding.found(connection, asked, facilitator=leader, now=now))


def begin_from(data: bytes) -> Founded:
    """A new workshop from an archive; raises Refused when that cannot be read."""
    try:
        session = archive.read(data)
    except ArchiveError as error:
        raise Refused(error.reason, **error.values) from None
    leader = _leader(session.workshop.language)
    return _found(lambda connection, now: founding.found_from(connection, session, now, facilitator=leader))


def begin_example() -> Founded:
    """One's own copy of the example, before its session begins: the room waits in the lobby."""
    session = archive.read(archive.EXAMPLE.read_bytes())
    waiting = replace(session, workshop=replace(session.workshop, stone=FRAMING, question=None))
    leader = _leader(session.workshop.language)
    return _found(lambda connection, now: founding.found_from(connection, waiting, now, facilitator=leader))


def begin_next(here: Guest, title: str) -> Founded:
    """A next workshop, prepared as this one was; raises BadMessage on a title that cannot be."""
    asked = change(WorkshopEdit, title=title)
    with services().database.reading() as connection:
        session = reading.session(connection, here.workshop.id)
    mine = next((person.name for person in session.people if person.id == here.actor.person), "")
    leader = mine or _leader(session.workshop.language)
    return _found(
        lambda connection, now: founding.found_next(connection, session, str(asked.title), now, facilitator=leader)
    )


def show_new(founded: Founded | None) -> None:
    """Show the addresses of a new workshop; its key is kept for this page only."""
    if founded:
        st.session_state["keys"] = {(founded.workshop, "facilitator"): founded.facilitator_key}
        st.switch_page(SETTINGS, query_params={"w": founded.workshop, "new": "1"})


def _found(work: Callable[[Any, int], Founded]) -> Founded:
    """What the work founds, in one transaction with this device's place in it."""
    ledger, here = services().ledger, own_device()
    now = ledger.now()

    def write(connection: Any) -> Founded:
        founded = work(connection, now)
        access.remember(connection, here, founded.facilitator, now)
        return founded

    return ledger.write(write)


def _leader(spoken: str) -> str:
    """What the facilitator is called until they say otherwise."""
    return translator(spoken if spoken in LANGUAGES else language()).gettext("Facilitator")
