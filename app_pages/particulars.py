"""What a workshop is called and for whom it is: the same four fields when it is made and when it is changed."""

from typing import cast

import streamlit as st

from app_pages.following import follow
from app_pages.frame import NAMES
from app_pages.visitor import language, translations
from stepstones.workshop import RELATIONS, Workshop

FIELDS = ("title", "organisation", "relations", "language")
KEPT = "kept-"
"""What the keys of the fields begin with where there is a workshop already."""


def particulars(shop: Workshop | None = None) -> dict[str, object]:
    """The fields, filled from a workshop where there is one already; gives what they hold, by name."""
    t = translations()
    before = KEPT if shop else ""
    for name in FIELDS if shop else ():
        follow(before + name, _kept(shop, name))
    if not shop:
        st.session_state.setdefault("language", language())
    relations = {"donors": t.gettext("Donors"), "members": t.gettext("Members"), "volunteers": t.gettext("Volunteers")}
    example = t.gettext("CRM afternoon")
    left, right = st.columns(2)
    return {
        "title": left.text_input(t.gettext("Title"), key=f"{before}title", placeholder=example),
        "organisation": right.text_input(t.gettext("Organisation (may stay empty)"), key=f"{before}organisation"),
        "relations": st.pills(
            t.gettext("Which relations does the organisation have?"),
            list(RELATIONS),
            format_func=relations.__getitem__,
            selection_mode="multi",
            key=f"{before}relations",
        ),
        "language": st.segmented_control(
            t.gettext("Language of the workshop and the report"),
            list(NAMES),
            format_func=NAMES.__getitem__,
            required=True,
            key=f"{before}language",
        ),
    }


def _kept(shop: Workshop | None, name: str) -> object:
    value = getattr(shop, name)
    return [relation for relation in RELATIONS if relation in value] if name == "relations" else cast(object, value)
