"""Bringing a picture to a board: it is sent here, made fit in the worker, and becomes a note of who sent it."""

import asyncio
import re
from collections.abc import Hashable
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import Any
from weakref import WeakValueDictionary

from msgspec import structs
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from canvas.board import limits
from canvas.board.errors import BadMessage
from canvas.board.messages import strict
from canvas.board.notes import PictureAdd
from services import Services
from stepstones.errors import Refused
from stepstones.rules import allow
from stepstones.workshop import Picture
from storage import ledger, reading, secret
from web import body
from web.interface import Interface

SENT_AT_A_TIME = 12
"""Each is held in memory whole; the others wait until their turn to send."""
FITTED_AT_A_TIME = 3
"""So the worker has time for other things; no slow line holds one of these turns."""
TURN_WITHIN = 90.0
"""Seconds for one's turn to send to come: longer than one slow line of another takes."""
SENT_WITHIN = 60.0
"""Seconds for sending a picture once it is one's turn, over a slow line as well."""
MADE_WITHIN = 60.0
"""Seconds for the worker, what stands before it in the line included."""
SECRET = re.compile(limits.SECRET.strip("^$"), re.ASCII)
NUMBER = re.compile(r"-?[0-9]{1,9}", re.ASCII)


def routes(services: Services) -> list[BaseRoute]:
    """The address that takes pictures."""
    interface = Interface(services)
    answer = interface.answer_later(Pictures(interface).answer, "picture_failed")
    return [Route("/api/workshops/{workshop}/pictures", answer, methods=["POST"])]


class Pictures:
    """Takes pictures; holds no thread of the server while one is sent or made fit."""

    def __init__(self, interface: Interface) -> None:
        self._services = interface.services
        self._interface = interface
        self._sending = asyncio.Semaphore(SENT_AT_A_TIME)
        self._fitting = asyncio.Semaphore(FITTED_AT_A_TIME)
        self._own: WeakValueDictionary[Hashable, asyncio.Lock] = WeakValueDictionary()
        """One picture at a time for each person: their slow lines stop nobody else."""

    async def answer(self, request: Request) -> Response:
        """The ids of the new note and its picture."""
        return JSONResponse(await self._brought(request), headers={"Cache-Control": "private, no-store"})

    async def _brought(self, request: Request) -> dict[str, str]:
        async with AsyncExitStack() as turn:
            try:
                asked = await run_in_threadpool(self._checked, request)
                await self._stand_in_line(turn, (asked.workshop, asked.actor.person))
                made = await run_in_threadpool(self._made, asked)
            except (Refused, BadMessage):
                await turn.aclose()
                await body.drop(request)
                raise
            if made:
                await turn.aclose()
                await body.drop(request)
                return made
            data = await body.read(request, limits.PICTURE_BYTES, "picture_too_large", "too_slow", SENT_WITHIN)
            return await run_in_threadpool(self._add, asked, await self._fit(data))

    async def _stand_in_line(self, turn: AsyncExitStack, who: Hashable) -> None:
        """Wait for one's own turn, then for one of all; raises Refused where that takes too long."""
        own = self._own.setdefault(who, asyncio.Lock())
        try:
            async with asyncio.timeout(TURN_WITHIN):
                await turn.enter_async_context(own)
                await turn.enter_async_context(self._sending)
        except TimeoutError:
            await turn.aclose()
            raise Refused("too_fast") from None

    def _checked(self, request: Request) -> ledger.Request:
        """Where it goes, who sends it, and the note that it becomes; raises Refused or BadMessage."""
        workshop, actor = self._interface.member(request)
        allow("picture.add", actor)
        _check_length(request)
        change = _asked(request)
        return ledger.Request(workshop, change.note, change, actor, proofs=_proofs(request, change.note))

    async def _fit(self, data: bytes) -> Picture:
        """The picture as it goes on the board; raises BadMessage for what is none."""
        async with asyncio.timeout(MADE_WITHIN), self._fitting:
            picture: Picture | str = await asyncio.wrap_future(
                self._services.worker.do("photograph", data, secret.id())
            )
        if isinstance(picture, str):
            raise BadMessage(picture)
        return picture

    def _add(self, asked: ledger.Request, picture: Picture) -> dict[str, str]:
        change = structs.replace(asked.change, picture=picture.id, width=picture.width, height=picture.height)
        self._services.ledger.submit(replace(asked, change=change, picture=picture))
        made = self._made(asked)
        assert made is not None, "a change that was made is in the log"
        return made

    def _made(self, asked: ledger.Request) -> dict[str, str] | None:
        """What came of it where it was sent before, and its answer was lost; the note names the change."""
        note = asked.id
        with self._services.database.reading() as connection:
            change = reading.change(connection, asked.workshop, note)
            proven = reading.is_proved(connection, asked.workshop, note, (asked.proofs or {}).get(note))
        if change is None:
            return None
        mine = proven if change["by"] is None else change["by"] == asked.actor.person
        if change["kind"] != "picture.add" or not mine:
            raise Refused("note_exists")
        return {"note": change["note"], "picture": change["picture"]}


def _asked(request: Request) -> PictureAdd:
    """The note that is asked for, by the address; its picture is not known yet."""
    asked: dict[str, Any] = {name: request.query_params.get(name, "") for name in ("note", "stone", "text")}
    asked |= {name: request.query_params[name] for name in ("question",) if request.query_params.get(name)}
    asked |= {name: _number(request.query_params[name]) for name in "xy" if name in request.query_params}
    return strict(PictureAdd, **asked, picture="unknown", width=1, height=1)


def _proofs(request: Request, note: str) -> dict[str, str]:
    """The secret of a note without a name, in a header: an address would stand in logs."""
    told = request.headers.get("note-proof")
    if told is not None and not SECRET.fullmatch(told):
        raise BadMessage("malformed")
    return {} if told is None else {note: told}


def _number(text: str) -> int:
    if not NUMBER.fullmatch(text):
        raise BadMessage("malformed")
    return int(text)


def _check_length(request: Request) -> None:
    """Raise BadMessage where a body does not say how long it is, or is too long: nothing of it need be sent then."""
    length = request.headers.get("content-length", "")
    if not re.fullmatch(r"[0-9]{1,18}", length):
        raise BadMessage("malformed")
    if int(length) > limits.PICTURE_BYTES:
        raise BadMessage("picture_too_large")
