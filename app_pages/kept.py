"""The snapshots: boards that were kept of finished stones, to look at and to restore."""

from collections.abc import Iterator
from html import escape
from itertools import groupby

import streamlit as st

from app_pages import frame
from app_pages.asking import ask
from app_pages.deeds import board_names
from app_pages.moments import moment
from app_pages.then import draw
from app_pages.visitor import Guest, method, translations
from canvas.board.bonds import SnapshotRestore
from services import services
from stepstones.authors import Names
from stepstones.seen import EVERYBODY, seen_by
from stepstones.workshop import Note
from storage import reading
from storage.boards import Board
from storage.snapshots import Kept, all_snapshots, snapshot


def show(here: Guest) -> None:
    """All boards that are kept, the newest first."""
    t = translations()
    with services().database.reading() as connection:
        found = all_snapshots(connection, here.workshop.id)
    if not found:
        st.markdown(t.gettext("No snapshots yet. Each time a stone is finished, its board is kept here."))
        return
    boards = {id: frame.plain(name) for id, name in board_names().items()}
    with st.container(key="snapshots", gap="xxsmall"):
        for kept in found:
            _row(here, kept, boards[kept.stone])
    looked_at = next((kept for kept in found if kept.id == st.session_state.get("looking")), None)
    if looked_at:
        st.dialog(boards[looked_at.stone], width="large", on_dismiss=_stop_looking)(_look)(here, looked_at)


def _row(here: Guest, kept: Kept, board: str) -> None:
    t = translations()
    with st.container(key=f"snapshot-{kept.id}", horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(key=f"snapshot-words-{kept.id}", gap=None):
            st.markdown(f"**{board}**")
            st.html(f'<p class="facts">{escape(_facts(kept))}</p>')
        with st.container(horizontal=True, gap="small", width="content"):
            st.button(t.gettext("Look"), key=f"look-{kept.id}", on_click=_look_at, args=(kept.id,))
            if here.leads:
                _restoring(here, kept, board)


def _facts(kept: Kept) -> str:
    t = translations()
    count = t.ngettext("{count} note", "{count} notes", kept.notes).format(count=kept.notes)
    return " · ".join(filter(None, (moment(kept.at), kept.person, count)))


def _restoring(here: Guest, kept: Kept, board: str) -> None:
    """Restoring is asked twice: it tells what will happen first."""
    t = translations()
    done = st.session_state.setdefault("restored", 0)
    with st.popover(t.gettext("Restore"), key=f"restoring-{kept.id}-{done}"):  # another key is another, closed one
        st.markdown(
            t.gettext(
                "{stone} becomes what it was then. Notes that came later go to the trash. "
                "The board as it is now is kept as a snapshot first."
            ).format(stone=f"**{board}**")
        )
        pressed = st.button(t.gettext("Restore this board"), type="primary", key=f"restore-{kept.id}")
        if pressed and ask(here, SnapshotRestore, snapshot=kept.id):
            st.session_state["restored"] = done + 1
            st.toast(t.gettext("The board is what it was"), icon=":material/check:")
            st.rerun()


def _look_at(id: str) -> None:
    st.session_state["looking"] = id


def _stop_looking() -> None:
    st.session_state.pop("looking", None)


def _look(here: Guest, kept: Kept) -> None:
    """What lay on the board, by cluster and by question."""
    t = translations()
    st.html(f'<p class="facts">{escape(_facts(kept))}</p>')
    with services().database.reading() as connection:
        board = snapshot(connection, here.workshop.id, kept.id)
        session = seen_by(reading.session(connection, here.workshop.id), EVERYBODY)
    if board is None or not board.notes:
        st.markdown(t.gettext("There were no notes on this board."))
        return
    draw(session, kept.stone, board)
    names = Names(session)
    for title, notes in _parts(board):
        st.subheader(frame.plain(title), anchor=False)
        rows = "".join(_note(note, names.by(note)) for note in notes)
        st.html(f'<ul class="lying">{rows}</ul>')


def _parts(board: Board) -> Iterator[tuple[str, list[Note]]]:
    """The notes in the order of clusters, then of questions, each part with its title."""
    t = translations()
    titles = {cluster.id: cluster.title for cluster in board.clusters}
    questions = {question.id: question.text for stone in method().stones for question in stone.questions}
    order = [*titles, ""]
    placed = sorted(board.notes, key=lambda note: (order.index(_cluster(note, titles)), note.question or ""))
    for (cluster, question), notes in groupby(placed, key=lambda note: (_cluster(note, titles), note.question)):
        where = (titles.get(cluster, ""), questions.get(question or "", ""))
        yield " · ".join(filter(None, where)) or t.gettext("Without a question"), list(notes)


def _cluster(note: Note, titles: dict[str, str]) -> str:
    return note.cluster if note.cluster in titles else ""


def _note(note: Note, author: str) -> str:
    by = f" <span>{escape(author)}</span>" if author else ""
    return f'<li class="colour {escape(note.colour)}">{escape(note.text)}{by}</li>'
