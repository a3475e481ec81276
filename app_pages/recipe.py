"""A programme to use again: saved as a file with its questions, and loaded from one."""

import streamlit as st

from app_pages.asking import attempt
from app_pages.visitor import Guest, translations
from exports import programme_file
from services import services
from stepstones.workshop import Session
from storage import secret
from storage.ledger import Request


def keep(here: Guest, session: Session) -> None:
    """Save the programme as a file, or load one."""
    t = translations()
    with st.container(key="recipe", gap="small"):
        st.header(t.gettext("Use it again"), anchor=False)
        if session.workshop.programme:
            _save(session)
        label = t.gettext("A programme that was saved as a file (.json)")
        rounds = st.session_state.setdefault("loaded", 0)
        file = st.file_uploader(label, type="json", key=f"programme-file-{rounds}")
        if file is None:
            return
        st.markdown(t.gettext("It replaces the steps of this programme. Notes on the boards stay."))
        if st.button(t.gettext("Load this programme"), type="primary", key="load") and attempt(
            lambda: load(here, session, file.getvalue())
        ):
            st.session_state["loaded"] = rounds + 1
            st.toast(t.gettext("The programme is loaded"), icon=":material/check:")
            st.rerun()


def load(here: Guest, session: Session, data: bytes) -> bool:
    """Make the programme of a file that of this workshop, all of it or nothing; raises Refused."""
    made = programme_file.changes(programme_file.read(data), session)
    services().ledger.submit_all([Request(here.workshop.id, secret.id(), change, here.actor) for change in made])
    return True


def _save(session: Session) -> None:
    t = translations()
    st.markdown(t.gettext("The steps, the names of stones and your own questions. Share the file with who likes it."))
    private = st.checkbox(t.gettext("With my private notes"), key="private")
    data = programme_file.write(session, private=private)
    name = f"{session.workshop.title} programme.json"
    st.download_button(t.gettext("Save as a file"), data, name, "application/json", key="save-file")
