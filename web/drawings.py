"""Boards and the overview as drawings, for slides and for the room: made in the worker, once for all who ask alike."""

import asyncio
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from services import Services
from stepstones.content import content
from stepstones.errors import Refused
from stepstones.seen import EVERYBODY, seen_by
from stepstones.stones import BOARDS, PARKING
from stepstones.walk import is_own, walked
from stepstones.workshop import Note, Session
from storage import reading
from storage.errors import WorkshopGone
from web.attachment import attachment
from web.desk import Desk
from web.interface import Endeavour, Interface

WITHIN = 60.0
"""Seconds for a drawing, what stands before it in the worker's line included."""
KINDS = {"svg": "image/svg+xml", "png": "image/png"}
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"
"""A drawing that is opened by itself runs nothing and fetches nothing."""


def routes(services: Services) -> list[BaseRoute]:
    """The addresses of the boards and the overview, each as SVG and as PNG."""
    drawings, workshop = Drawings(Interface(services)), "/api/workshops/{workshop}"
    return [
        *(Route(f"{workshop}/boards/{{stone}}.{kind}", drawings.answering(kind)) for kind in KINDS),
        *(Route(f"{workshop}/overview.{kind}", drawings.answering(kind)) for kind in KINDS),
    ]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be drawn: all stones, or one, or some notes of it."""

    workshop: str
    stone: str | None
    chosen: frozenset[str] | None
    kind: str


class Drawings:
    """Answers who asks for a drawing; holds no thread of the server while it is made."""

    def __init__(self, interface: Interface) -> None:
        self._services = interface.services
        self._interface = interface
        self._desk: Desk[tuple[bytes, str]] = Desk()

    def answering(self, kind: str) -> Endeavour:
        """The endpoint for drawings of this kind."""

        async def drawing(request: Request) -> Response:
            return await self._drawing(request, kind)

        return self._interface.answer_later(drawing, "drawing_failed")

    async def _drawing(self, request: Request, kind: str) -> Response:
        stone = request.path_params.get("stone")
        if stone is not None and stone not in BOARDS and not is_own(stone):
            raise Refused("unknown_address")
        asker = await self._interface.asker(request)
        asked = _Asked(asker.workshop, stone, _chosen(request) if stone else None, kind)
        # Who looks at the overview may take a board along meanwhile.
        who = asker.who, stone is None, kind
        data, name = await self._desk.order((asked, asker.number), who, lambda: self._made(asked), WITHIN)
        answer = attachment(data, name, kind, KINDS[kind], inline=request.query_params.get("download") != "1")
        answer.headers["Content-Security-Policy"] = POLICY
        return answer

    async def _made(self, asked: _Asked) -> tuple[bytes, str]:
        """The file, and what to call it."""
        session = await run_in_threadpool(self._session, asked)
        return await asyncio.wrap_future(self._ordered(asked, session)), _name(session, asked.stone)

    def _ordered(self, asked: _Asked, session: Session) -> Future[Any]:
        if asked.stone is None:
            return self._services.worker.do("overview", session, asked.kind)
        return self._services.worker.do("board", session, asked.stone, asked.chosen, asked.kind)

    def _session(self, asked: _Asked) -> Session:
        """The workshop, with those pictures that are drawn; raises Refused when it or every chosen note is gone."""
        with self._services.database.reading() as connection:
            try:
                session = seen_by(reading.session(connection, asked.workshop), EVERYBODY)
            except WorkshopGone:
                raise Refused("workshop_gone") from None
            shown = {note.picture for note in _drawn(asked, session) if note.picture}
            return replace(session, pictures=reading.shown_pictures(connection, asked.workshop, shown))


def _drawn(asked: _Asked, session: Session) -> list[Note]:
    """The notes of which all is seen; raises Refused when there is no such stone, or every chosen one is gone."""
    if asked.stone and is_own(asked.stone) and asked.stone not in {one.stone for one in session.stones}:
        raise Refused("unknown_address")
    notes = [n for n in session.notes if n.stone == asked.stone and (asked.chosen is None or n.id in asked.chosen)]
    if asked.chosen is not None and not notes:
        raise Refused("note_gone")
    return notes


def _chosen(request: Request) -> frozenset[str] | None:
    """The notes that the address names, each by itself or several with commas between; an id may hold a comma too."""
    named = [text for text in request.query_params.getlist("notes") if text]
    return frozenset([*named, *(id for text in named for id in text.split(",") if id)]) or None


def _name(session: Session, stone: str | None) -> str:
    if stone is None or stone == PARKING:
        return f"{session.workshop.title} {stone or 'overview'}"
    found = walked(content(session.workshop.language), session, also=stone).stone(stone)
    return f"{session.workshop.title} {found.number} {found.name}"
