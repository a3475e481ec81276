"""What stands around every page but the room: the way back, the title, the language, and our own look."""

import json
from html import escape
from pathlib import Path
from string import punctuation
from urllib.parse import quote, urlencode

import streamlit as st

from app_pages.visitor import HOME, ROOM, Guest, language, translations
from i18n import LANGUAGES

STYLE = Path(__file__).with_name("pages.css")
NAMES = {"nl": "Nederlands", "en": "English"}
# A component, not a script in st.html: it hears of every change of the language, also without a new page.
_speak = st.components.v2.component(
    "stepping_stones_spoken", js="export default ({ data }) => { document.documentElement.lang = data.language; }"
)
ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in punctuation})


def dress() -> None:
    """Give the page our look instead of Streamlit's, and tell screen readers its language."""
    t = translations()
    st.html(STYLE)
    # pages.css puts these where Streamlit speaks English only: a file to choose, a page that fails, no server.
    choose, failed = t.gettext("Choose a file"), t.gettext("Something went wrong here. Load the page again.")
    lost = t.gettext("No connection: this page goes on as soon as the server is back.")
    own = f"--choose-file: {json.dumps(choose)}; --went-wrong: {json.dumps(failed)}; --lost: {json.dumps(lost)}"
    st.html(f"<style>:root {{ {own} }}</style>")
    _speak(key="spoken", data={"language": language()})


def header(title: str, guest: Guest | None = None) -> None:
    """The top of a page: a way back to the room or home, the title, and the other language one click away."""
    t = translations()
    with st.container(key="frame", horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        if guest:
            back, address = t.gettext("To the stones"), {"w": guest.workshop.id}
            st.page_link(ROOM, label=back, icon=":material/arrow_back:", query_params=address, width="content")
            with st.container(key="whose"):
                st.caption(f"{plain(guest.workshop.title)} · {plain(guest.workshop.organisation)}".removesuffix(" · "))
        else:
            st.page_link(HOME, label=t.gettext("CRM stepping stones"), icon=":material/water:", width="content")
            st.space("stretch")
        for other in LANGUAGES:
            if other != language():
                link(NAMES[other], language_address(other), spoken=other)
    st.title(title, anchor=False)


def link(label: str, address: str, *, kind: str = "plain", spoken: str = "") -> None:
    """A link of this site that opens where one is, which Streamlit's own do not; `kind` plain, primary or secondary."""
    lang = f' lang="{spoken}"' if spoken else ""
    st.html(f'<a class="link {kind}" href="{escape(address)}"{lang}>{escape(label)}</a>', width="content")


def language_address(other: str) -> str:
    """The link that switches the language and comes back here."""
    path = st.context.url.split("://", 1)[-1].partition("/")[2].partition("?")[0] if st.context.url else ""
    back = f"/{path}" + (f"?{urlencode(list(st.query_params.items()))}" if st.query_params else "")
    return f"/language/{other}?back={quote(back, safe='')}"


def plain(text: str) -> str:
    """The text as it is, on one line: no sign of it means anything in Markdown."""
    return " ".join(text.split()).translate(ESCAPED)
