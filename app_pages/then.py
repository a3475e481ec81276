"""A board that was kept, drawn as it lay."""

import logging
from concurrent.futures import CancelledError
from dataclasses import replace

import streamlit as st

from app_pages.visitor import translations
from exports.errors import JobFailed
from services import services
from stepstones.workshop import Picture, Session
from storage import reading
from storage.boards import Board

WITHIN = 20.0
"""Seconds; whoever looks has the list meanwhile, and without a drawing."""
log = logging.getLogger(__name__)


def draw(session: Session, stone: str, board: Board) -> None:
    """The picture of the board; nothing where it cannot be made."""
    try:
        drawing = _drawn(_then(session, stone, board), stone)
    except (JobFailed, TimeoutError, CancelledError, RuntimeError) as error:
        log.warning("the drawing of a snapshot was not made: %r", error)
        return
    with st.container(key="then"):
        st.image(drawing, width="stretch", alt=translations().gettext("The board as it was"))


def _drawn(session: Session, stone: str) -> str:
    job = services().worker.do("board", session, stone, None, "svg")
    try:
        made: bytes = job.result(WITHIN)
    finally:
        job.cancel()  # what nobody waits for leaves the line
    return made.decode()


def _then(session: Session, stone: str, board: Board) -> Session:
    """The workshop with this board as it was; what people thought of its notes was not kept."""
    ids = {note.id for note in board.notes}
    elsewhere = [note for note in session.notes if note.stone != stone and note.id not in ids]
    return replace(
        session,
        notes=(*board.notes, *elsewhere),
        clusters=tuple(board.clusters),
        links=tuple(board.links),
        reactions=(),
        comments=(),
        pictures=_pictures(session.workshop.id, board),
    )


def _pictures(workshop: str, board: Board) -> dict[str, Picture]:
    shown = {note.picture for note in board.notes if note.picture}
    with services().database.reading() as connection:
        return reading.shown_pictures(connection, workshop, shown)
