"""Is the server well: can something be written, are the rooms alive, can reports be made.

A disk that is full or a database that is locked still lets itself be read, so looking means writing one row. Strangers
may ask, so however many do, there is one look at a time, and what it found serves for a second.
"""

import asyncio
import logging
import time

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from services import Services
from storage.heartbeat import Fault, Heartbeat

FRESH = 1.0
WITHIN = 3.0
"""Seconds in which the answer must be there; a locked database would take ten to say so itself."""
log = logging.getLogger(__name__)


class Health:
    """What the address for watchers says."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._heartbeat = Heartbeat(services.ledger)
        self._looking: asyncio.Task[None] | None = None
        self._looked = 0.0
        self._fault: Fault | None = None

    async def answer(self, _request: Request) -> Response:
        """200 while all is well, else 503 with a code."""
        fault, alive = await self._found(), self._services.hub.loop is not None
        parts = {"database": "failed" if fault else "ok", "hub": "ok" if alive else "failed"}
        if fault or not alive:
            return JSONResponse({"status": "failed", "code": fault or "hub_failed", **parts}, 503)
        if self._services.worker.warming:
            return JSONResponse({"status": "starting", **parts}, 503)
        return JSONResponse({"status": "ok", **parts})

    async def _found(self) -> Fault | None:
        """What the last look found, or one that begins now; who hangs up does not end it for the others."""
        if self._looking is None or (self._looking.done() and time.monotonic() - self._looked > FRESH):
            self._looking = asyncio.create_task(self._look())
        await asyncio.shield(self._looking)
        return self._fault

    async def _look(self) -> None:
        found = await asyncio.to_thread(self._heartbeat.fault, WITHIN)
        if found == "ledger_stuck" and found != self._fault:
            log.error("the ledger did nothing for %s seconds: is something holding the database?", WITHIN)
        self._fault, self._looked = found, time.monotonic()
