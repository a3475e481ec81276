"""One story in three fields: told for the first time, or changed."""

from collections.abc import Iterable
from typing import Any

import streamlit as st

from app_pages.asking import ask
from app_pages.following import changed, follow
from app_pages.visitor import Guest, method, translations
from canvas.board.changes import StoryAdd, StoryDelete, StoryEdit
from stepstones.workshop import Story
from storage import secret

PARTS = ("role", "want", "benefit", "stone")


def places() -> dict[str, str]:
    """Where a story can be told: the stones by id, and no stone in particular."""
    nowhere = translations().gettext("No stone in particular")
    return {stone.id: stone.name for stone in method().stones} | {"": nowhere}


def tell_one(here: Guest) -> None:
    """A form for a new story; what was typed stays until it is saved."""
    t = translations()
    rounds = st.session_state.setdefault("told", 0)
    with st.form("tell"):
        told = _fields(f"tell-{rounds}")
        pressed = st.form_submit_button(t.gettext("Add the story"), type="primary", key="add")
        if pressed and ask(here, StoryAdd, story=secret.id(), **told):
            st.session_state["told"] = rounds + 1
            st.session_state[f"tell-{rounds + 1}-stone"] = told["stone"] or ""
            st.toast(t.gettext("Story added"), icon=":material/check:")
            st.rerun()


def begin_mending(id: str) -> None:
    """Open the dialog for this story when the page is drawn."""
    st.session_state["mending"] = id


def mend(here: Guest, stories: Iterable[Story]) -> None:
    """The dialog to change or delete a story, while one is being changed; what was typed survives other clicks."""
    story = next((story for story in stories if story.id == st.session_state.get("mending")), None)
    if story is None:
        return
    for name in PARTS:
        follow(f"mend-{story.id}-{name}", getattr(story, name) or "")
    title = translations().gettext("Change this story")
    st.dialog(title, on_dismiss=_stop_mending)(_dialog)(here, story)


def _dialog(here: Guest, story: Story) -> None:
    t = translations()
    key = f"mend-{story.id}"
    told = _fields(key)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        saved = st.button(t.gettext("Save"), type="primary", key="save-story")
        deleted = st.button(t.gettext("Delete"), type="tertiary", key="delete-story")
    edits = {name: told[name] for name in PARTS if changed(f"{key}-{name}")}
    done = saved and (not edits or ask(here, StoryEdit, story=story.id, **edits))
    if done or (deleted and ask(here, StoryDelete, story=story.id)):
        _stop_mending()
        st.rerun()


def _stop_mending() -> None:
    st.session_state.pop("mending", None)


def _fields(key: str) -> dict[str, Any]:
    """The three parts and the stone, by name."""
    t = translations()
    names = places()
    example = t.gettext("box office clerk")
    role = st.text_input(t.gettext("As a"), key=f"{key}-role", placeholder=example)
    want = st.text_area(t.gettext("I want"), key=f"{key}-want", height="content")
    benefit = st.text_area(t.gettext("so that"), key=f"{key}-benefit", height="content")
    st.session_state.setdefault(f"{key}-stone", "")
    stone = st.selectbox(t.gettext("At the stone"), list(names), format_func=names.__getitem__, key=f"{key}-stone")
    return {"role": role, "want": want, "benefit": benefit, "stone": stone or None}
