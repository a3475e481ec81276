"""All user stories: tell one, paste or upload many, read them in one table."""

import pandas as pd
import streamlit as st

from app_pages import frame
from app_pages.asking import ask, attempt
from app_pages.telling import add_all
from app_pages.visitor import guest, language, translations
from canvas.board.changes import StoryAdd
from services import services
from stepstones.content import content
from stepstones.stories import read
from storage import reading, secret

t = translations()
here = guest("facilitator", "participant", "reader")
stones = {stone.id: stone.name for stone in content(language()).stones}
with services().database.reading() as connection:
    session = reading.session(connection, here.workshop.id)
NO_STONE = ""
PLACES = {NO_STONE: t.gettext("No stone in particular"), **stones}


def tell() -> None:
    """One story in three fields."""
    with st.form("tell", clear_on_submit=True):
        st.subheader(t.gettext("Tell a story"), anchor=False)
        role = st.text_input(t.gettext("As a"), key="role", max_chars=1000, placeholder=t.gettext("box office clerk"))
        want = st.text_input(t.gettext("I want"), key="want", max_chars=1000)
        benefit = st.text_input(t.gettext("so that"), key="benefit", max_chars=1000)
        stone = st.selectbox(t.gettext("At the stone"), list(PLACES), format_func=PLACES.__getitem__, key="stone")
        if st.form_submit_button(t.gettext("Add the story"), type="primary", key="add"):
            parts = {"role": role, "want": want, "benefit": benefit, "stone": stone or None}
            if ask(here, StoryAdd, story=secret.id(), **parts):
                st.rerun()


def bring() -> None:
    """Many stories at once, from text or a file, one a line; what will come of it shows first."""
    st.subheader(t.gettext("Bring stories along"), anchor=False)
    pasted = st.text_area(t.gettext("Paste them, one a line"), key="pasted", height=120)
    file = st.file_uploader(t.gettext("Or upload a text file"), type=["txt", "csv", "md"], key="file")
    found = read(file.getvalue() if file else pasted.encode("utf-8", "ignore"))
    if not found:
        return
    whole = sum(1 for story in found if story.role)
    count = t.ngettext("{count} line", "{count} lines", len(found)).format(count=len(found))
    st.markdown(
        t.gettext("{lines}, of which {whole} in the form of a story; the others come along as they are.").format(
            lines=count, whole=whole
        )
    )
    st.dataframe(frame_of([(story.role, story.want, story.benefit) for story in found]), hide_index=True, height=220)
    stone = st.selectbox(t.gettext("Put them at"), list(PLACES), format_func=PLACES.__getitem__, key="put_at")
    if st.button(t.gettext("Add all of them"), type="primary", key="add_all"):
        if attempt(lambda: add_all(here, found, stone or None)):
            st.session_state.pop("pasted", None)
            st.rerun()


def frame_of(rows: list[tuple[str, str, str]]) -> pd.DataFrame:
    """A table of stories with readable headings."""
    return pd.DataFrame(rows, columns=[t.gettext("As a"), t.gettext("I want"), t.gettext("so that")])


def table() -> None:
    """All stories of the workshop."""
    if not session.stories:
        st.info(t.gettext("No stories yet. Tell the first one, or make one from a note in the room."))
        return
    rows = frame_of([(story.role, story.want, story.benefit) for story in session.stories])
    rows.insert(0, t.gettext("Stone"), [stones.get(story.stone or "", "") for story in session.stories])
    st.dataframe(rows, hide_index=True, height="content")


frame.header(t.gettext("User stories"), here)
if here.actor.role == "reader":
    table()
else:
    left, right = st.columns([2, 3], gap="large")
    with left:
        tell()
        bring()
    with right:
        table()
