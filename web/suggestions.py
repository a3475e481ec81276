"""Which notes of a stone could be a cluster: a proposal, made in the worker; nothing is written by it."""

import asyncio
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from canvas.board import limits
from canvas.board.errors import BadMessage
from services import Services
from stepstones.errors import Refused
from stepstones.rules import allow
from stepstones.stones import BOARDS
from stepstones.walk import is_own
from stepstones.workshop import Session
from web import body
from web.desk import Desk
from web.interface import Interface

WITHIN = 60.0
"""Seconds for a proposal, what stands before it in the worker's line included."""
Groups = list[dict[str, Any]]


def routes(services: Services) -> list[BaseRoute]:
    """The address that proposes clusters."""
    interface = Interface(services)
    answer = interface.answer_later(Suggestions(interface).answer, "suggestions_failed")
    return [Route("/api/workshops/{workshop}/suggestions", answer, methods=["POST"])]


class Suggestions:
    """Answers who asks for clusters; holds no thread of the server while they are found."""

    def __init__(self, interface: Interface) -> None:
        self._worker = interface.services.worker
        self._interface = interface
        self._desk: Desk[Groups] = Desk()

    async def answer(self, request: Request) -> Response:
        """The groups of a stone as of now."""
        return JSONResponse({"groups": await self._groups(request)}, headers={"Cache-Control": "private, no-store"})

    async def _groups(self, request: Request) -> Groups:
        stone = await _stone(request)
        asker = await self._interface.asker(request)
        allow("cluster.add", asker.actor)
        what = asker.workshop, asker.number, stone
        return await self._desk.order(what, asker.who, lambda: self._found(asker.workshop, stone), WITHIN)

    async def _found(self, workshop: str, stone: str) -> Groups:
        session = await run_in_threadpool(self._interface.session, workshop)
        require_board(session, stone)
        groups = await asyncio.wrap_future(self._worker.do("suggestions", _loose_notes(session, stone)))
        # No more than one change can gather; the rest comes with the next suggestion.
        return [{"title": title, "notes": notes[: limits.NOTES_AT_ONCE]} for title, notes in groups]


class _Asked(msgspec.Struct):
    stone: str


async def _stone(request: Request) -> str:
    """The board that a request names; raises BadMessage or Refused."""
    try:
        stone = msgspec.json.decode(await body.read(request), type=_Asked).stone
    except (msgspec.MsgspecError, UnicodeError, RecursionError, ClientDisconnect):
        raise BadMessage("malformed") from None
    if stone not in BOARDS and not is_own(stone):
        raise Refused("unknown_stone")
    return stone


def require_board(session: Session, stone: str) -> None:
    """Raise Refused where this stone of somebody's own is none of this workshop."""
    if is_own(stone) and stone not in {one.stone for one in session.stones}:
        raise Refused("unknown_stone")


def _loose_notes(session: Session, stone: str) -> list[tuple[str, str]]:
    """The written notes of a board that are in no cluster yet: id and text."""
    notes = (note for note in session.notes if note.stone == stone and note.picture is None and note.cluster is None)
    return [(note.id, note.text) for note in notes]
