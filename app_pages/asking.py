"""Asks the ledger for a change on behalf of a page, and says what went wrong where it did."""

from collections.abc import Callable, Mapping
from typing import TypeVar

import streamlit as st

from app_pages.visitor import Guest, language
from canvas.board.change import Change
from canvas.board.errors import BadMessage
from canvas.board.messages import change
from sentences import sentence
from services import services
from stepstones.errors import Refused
from stepstones.workshop import Picture
from storage import secret
from storage.ledger import Request

T = TypeVar("T")


def ask(
    guest: Guest,
    kind: type[Change],
    *,
    attached: Picture | None = None,
    proofs: Mapping[str, str] | None = None,
    **fields: object,
) -> bool:
    """Make a change with these values; False after showing why it was refused."""

    def submit() -> bool:
        made = change(kind, **fields)
        services().ledger.submit(Request(guest.workshop.id, secret.id(), made, guest.actor, attached, proofs))
        return True

    return attempt(submit) or False


def attempt(work: Callable[[], T]) -> T | None:
    """What the work gives; None after showing why it was refused."""
    try:
        return work()
    except (Refused, BadMessage) as refused:
        st.error(sentence(refused.reason, language(), refused.values), icon=":material/info:")
        return None
