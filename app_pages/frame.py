"""What stands around every page but the room: the name, the way back, the language, and our own look."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote, urlencode

import streamlit as st

from app_pages.visitor import HOME, ROOM, Guest, language, translations
from i18n import LANGUAGES

STYLE = Path(__file__).with_name("pages.css")
NAMES = {"nl": "Nederlands", "en": "English"}


def dress() -> None:
    """Give the page our look instead of Streamlit's."""
    st.html(STYLE)


def header(title: str, guest: Guest | None = None) -> None:
    """The top of a page: a way back to the room or home, the title, and the other language one click away."""
    t = translations()
    with st.container(key="frame", horizontal=True, vertical_alignment="center"):
        if guest:
            st.page_link(
                ROOM,
                label=t.gettext("To the stones"),
                icon=":material/arrow_back:",
                query_params={"w": guest.workshop.id},
            )
        else:
            st.page_link(HOME, label=t.gettext("CRM stepping stones"), icon=":material/water:")
        st.space("stretch")
        for other in LANGUAGES:
            if other != language():
                st.markdown(f"[{NAMES[other]}]({language_address(other)})")
    if guest:
        st.caption(f"{plain(guest.workshop.title)} · {plain(guest.workshop.organisation)}")
    st.title(title, anchor=False)


def language_address(other: str) -> str:
    """The link that switches the language and comes back here."""
    path = st.context.url.split("://", 1)[-1].partition("/")[2].partition("?")[0] if st.context.url else ""
    back = f"/{path}" + (f"?{urlencode(list(st.query_params.items()))}" if st.query_params else "")
    return f"/language/{other}?back={quote(back, safe='')}"


def plain(text: str) -> str:
    """The text as it is: no sign of it means anything in Markdown."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]()<>#+-.!|~$:" else sign for sign in text)


def choice_of_many(label: str, options: Mapping[str, str], *, key: str, chosen: Sequence[str] = ()) -> list[str]:
    """Pills of which any number can be on; gives the ids that are."""
    names = options.__getitem__
    return list(
        st.pills(label, list(options), format_func=names, selection_mode="multi", default=list(chosen), key=key)
    )


def choice_of_one(label: str, options: Mapping[str, str], chosen: str, *, key: str = "choice") -> str:
    """Segments of which one is on; gives its id."""
    names = options.__getitem__
    return st.segmented_control(label, list(options), format_func=names, default=chosen, key=key) or chosen
