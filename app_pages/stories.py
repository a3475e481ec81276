"""All user stories: tell one, paste or upload many, read and change them in one list."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from app_pages import frame
from app_pages.bringing import bring, preview
from app_pages.telling import begin_mending, mend, places, tell_one
from app_pages.visitor import guest, translations
from services import services
from stepstones.stories import ReadStory, tell
from stepstones.workshop import Story
from storage import reading

t = translations()
here = guest("facilitator", "participant", "reader")
stones = places()
order = list(stones)
with services().database.reading() as connection:
    stories = reading.session(connection, here.workshop.id).stories
PAGE = 50
ALL = "all"


def everything() -> None:
    """The stories stone by stone, a page at a time."""
    if not stories:
        st.header(t.gettext("No user stories yet"), anchor=False)
        st.markdown(t.gettext("A story tells who wants what, and why. Tell the first one, or make one from a note."))
        return
    st.header(
        t.ngettext("{count} user story", "{count} user stories", len(stories)).format(count=len(stories)), anchor=False
    )
    found = sorted(chosen(), key=lambda story: order.index(story.stone or ""))
    pages = -(-len(found) // PAGE)
    page = st.pagination(pages, key="page") if pages > 1 else 1
    for stone, told in groupby(found[(page - 1) * PAGE : page * PAGE], key=lambda story: story.stone or ""):
        st.subheader(stones[stone], anchor=False)
        for story in told:
            one(story)


def chosen() -> list[Story]:
    """The stories of the stone that was picked, or all."""
    used = {story.stone or "" for story in stories}
    names = {ALL: t.gettext("All stones")} | {id: name for id, name in stones.items() if id in used}
    if len(used) < 2:
        return list(stories)
    if st.session_state.get("show") not in names:
        st.session_state["show"] = ALL
    shown = st.selectbox(t.gettext("Show"), list(names), format_func=names.__getitem__, key="show", width=260)
    return [story for story in stories if shown in (ALL, story.stone or "")]


def one(story: Story) -> None:
    """A story as a sentence, with its role made bold; who may change it has a button for that."""
    sentence, role = frame.plain(tell(story, here.workshop.language)), frame.plain(story.role)
    with st.container(key=f"story-{story.id}", horizontal=True, wrap=False, vertical_alignment="center", gap="small"):
        st.markdown(sentence.replace(role, f"**{role}**", 1) if role else sentence, width="stretch")
        may = here.leads or (here.actor.person is not None and story.author == here.actor.person)
        if may:
            change = t.gettext("Change")
            st.button(change, key=f"change-{story.id}", type="tertiary", on_click=begin_mending, args=(story.id,))


def add() -> Sequence[ReadStory]:
    """One story, or many at once; gives those that were found in a text and wait to be added."""
    with st.container(key="telling"):
        one_tab, many_tab = st.tabs([t.gettext("Tell one"), t.gettext("Bring many along")])
        with one_tab:
            tell_one(here)
        with many_tab:
            return bring()


frame.header(t.gettext("User stories"), here)
if here.actor.role == "reader":
    with st.container(key="listed", gap="xsmall"):
        everything()
else:
    left, right = st.columns([2, 3], gap="medium")
    with left:
        found = add()
    with right:
        if found:
            preview(here, found)
        with st.container(key="listed", gap="xsmall"):
            everything()
    mend(here, stories)
