"""Which notes of a stone could be a cluster: a proposal, made in the worker; nothing is written by it."""

import asyncio
import logging
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from canvas.board import limits
from canvas.board.errors import BadMessage
from exports.errors import JobFailed
from services import Services
from stepstones.errors import Refused
from stepstones.rules import allow
from stepstones.stones import BOARDS
from stepstones.workshop import Session
from web import body
from web.api import Interface
from web.desk import Desk
from web.problem import problem

WITHIN = 60.0
"""Seconds for a proposal, what stands before it in the worker's line included."""
Groups = list[dict[str, Any]]
log = logging.getLogger(__name__)


def routes(services: Services) -> list[BaseRoute]:
    """The address that proposes clusters."""
    answer = Suggestions(Interface(services)).answer
    return [Route("/api/workshops/{workshop}/suggestions", answer, methods=["POST"])]


class Suggestions:
    """Answers who asks for clusters; holds no thread of the server while they are found."""

    def __init__(self, interface: Interface) -> None:
        self._house = interface.services.house
        self._worker = interface.services.worker
        self._interface = interface
        self._desk: Desk[Groups] = Desk()

    async def answer(self, request: Request) -> Response:
        """The groups of a stone as of now, or why there are none."""
        try:
            return JSONResponse({"groups": await self._groups(request)}, headers={"Cache-Control": "private, no-store"})
        except (Refused, BadMessage) as refused:
            return await self._told(request, refused)
        except (JobFailed, TimeoutError) as error:
            log.error("no clusters were suggested: %r", error)
            return await self._told(request, Refused("suggestions_failed"))
        except Exception:
            log.exception("a request for clusters could not be answered")
            return problem(request, Refused("not_ready"))

    async def _groups(self, request: Request) -> Groups:
        stone = await _stone(request)
        workshop, actor = await run_in_threadpool(self._interface.member, request)
        allow("cluster.add", actor)
        numbers = await run_in_threadpool(self._house.last_numbers, [workshop])
        what = workshop, numbers.get(workshop), stone
        return await self._desk.order(what, (workshop, actor.person), lambda: self._found(workshop, stone), WITHIN)

    async def _found(self, workshop: str, stone: str) -> Groups:
        session = await run_in_threadpool(self._house.session, workshop)
        if session is None:
            raise Refused("workshop_gone")
        groups = await asyncio.wrap_future(self._worker.do("suggestions", _loose_notes(session, stone)))
        # No more than one change can gather; the rest comes with the next suggestion.
        return [{"title": title, "notes": notes[: limits.NOTES_AT_ONCE]} for title, notes in groups]

    async def _told(self, request: Request, refused: Refused | BadMessage) -> Response:
        return await run_in_threadpool(problem, request, refused, self._house)


class _Asked(msgspec.Struct):
    stone: str


async def _stone(request: Request) -> str:
    """The board that a request names; raises BadMessage or Refused."""
    try:
        stone = msgspec.json.decode(await body.read(request), type=_Asked).stone
    except (msgspec.MsgspecError, UnicodeError, RecursionError, ClientDisconnect):
        raise BadMessage("malformed") from None
    if stone not in BOARDS:
        raise Refused("unknown_stone")
    return stone


def _loose_notes(session: Session, stone: str) -> list[tuple[str, str]]:
    """The written notes of a board that are in no cluster yet: id and text."""
    notes = (note for note in session.notes if note.stone == stone and note.picture is None and note.cluster is None)
    return [(note.id, note.text) for note in notes]
