"""The trash: what was deleted, and bringing it back."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from app_pages import frame
from app_pages.asking import ask
from app_pages.deeds import board_names
from app_pages.moments import moment
from app_pages.visitor import Guest, translations
from canvas.board.changes import StoryRestore
from canvas.board.notes import NotesRestore
from services import services
from stepstones.stories import tell
from stepstones.workshop import Note
from storage.trash import Discarded, trash

PAGE = 30


def show(here: Guest) -> None:
    """All of it, a page at a time; who may bring something back can choose it."""
    t = translations()
    with services().database.reading() as connection:
        found = trash(connection, here.workshop.id, here.actor)
    if not found:
        st.markdown(t.gettext("The trash is empty. Notes and stories that somebody deletes wait here."))
        return
    bar = st.container(key="trash-bar", horizontal=True, vertical_alignment="center", gap="small")
    pages = -(-len(found) // PAGE)
    page = st.pagination(pages, key="trash-page") if pages > 1 else 1
    boards = board_names()
    with st.container(key="trash", gap="xxsmall"):
        chosen = [one for one in found[(page - 1) * PAGE : page * PAGE] if _row(here, one, boards)]
    with bar:
        _bring_back(here, found, chosen)


def _bring_back(here: Guest, found: list[Discarded], chosen: list[Discarded]) -> None:
    t = translations()
    if not any(_may(here, one) for one in found):
        st.caption(t.gettext("Who deleted what they wrote can bring it back, and so can who leads."))
        return
    pressed = st.button(t.gettext("Bring back"), type="primary", key="bring-back", disabled=not chosen)
    st.caption(
        t.ngettext("{count} chosen", "{count} chosen", len(chosen)).format(count=len(chosen))
        if chosen
        else t.gettext("Choose what you want back.")
    )
    if not pressed:
        return
    notes = [one.thing.id for one in chosen if isinstance(one.thing, Note)]
    stories = [one.thing.id for one in chosen if not isinstance(one.thing, Note)]
    done = [not notes or ask(here, NotesRestore, notes=notes)]
    done += [ask(here, StoryRestore, story=story) for story in stories]
    if all(done):
        st.toast(t.gettext("Brought back"), icon=":material/check:")
        st.rerun()


def _row(here: Guest, one: Discarded, boards: Mapping[str, str]) -> bool:
    """One thing, with a box where it can be brought back; is that ticked?"""
    kind = "note" if isinstance(one.thing, Note) else "story"
    told = one.thing.text if isinstance(one.thing, Note) else tell(one.thing, here.workshop.language)
    with st.container(key=f"trash-{kind}-{one.thing.id}", gap=None):
        if _may(here, one):
            ticked = st.checkbox(frame.plain(told), key=f"pick-{kind}-{one.thing.id}", width="stretch")
        else:
            ticked = False
            st.markdown(frame.plain(told))
        st.html(f'<p class="facts">{escape(_facts(one, boards))}</p>')
    return ticked


def _facts(one: Discarded, boards: Mapping[str, str]) -> str:
    """What it is, where it was, who wrote it and who deleted it when."""
    t = translations()
    what = t.gettext("Note") if isinstance(one.thing, Note) else t.gettext("Story")
    if isinstance(one.thing, Note) and one.thing.picture:
        what = t.gettext("Sketch") if one.thing.sketch else t.gettext("Picture")
    who = one.by or (t.gettext("who leads") if one.withheld else "")
    by = t.gettext("deleted {moment} by {name}") if who else t.gettext("deleted {moment}")
    gone = by.format(moment=moment(one.at), name=who)
    where = boards.get(one.thing.stone or "")
    return " · ".join(filter(None, (what, where, one.author, gone)))


def _may(here: Guest, one: Discarded) -> bool:
    mine = here.actor.person is not None and one.thing.author == here.actor.person
    return here.leads or (mine and not one.withheld)
