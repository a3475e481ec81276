"""The Word report for who asks: made once for all who ask for the same, and waited for a minute at most."""

import asyncio
import logging
from datetime import datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from exports.errors import ReportFailed
from services import Services
from stepstones.errors import Refused
from stepstones.workshop import Session
from storage import reading
from storage.errors import WorkshopGone
from web.api import Interface
from web.attachment import attachment
from web.desk import Desk
from web.device import device_in
from web.problem import problem

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WITHIN = 60.0
"""Seconds for a report, those before it in the line included."""
log = logging.getLogger(__name__)


def routes(services: Services) -> list[BaseRoute]:
    """The address of the report."""
    return [Route("/api/workshops/{workshop}/report.docx", Reports(services).answer)]


class Reports:
    """Answers who asks for a report; holds no thread of the server while it is made."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._interface = Interface(services)
        self._desk: Desk[tuple[bytes, str]] = Desk()

    async def answer(self, request: Request) -> Response:
        """The report as of now, or why there is none."""
        try:
            return await self._report(request)
        except Refused as refused:
            return problem(request, refused)
        except (ReportFailed, TimeoutError) as error:
            log.error("a report was not made: %r", error)
            return problem(request, Refused("report_failed"))
        except Exception:
            log.exception("a report could not be answered")
            return problem(request, Refused("not_ready"))

    async def _report(self, request: Request) -> Response:
        workshop, actor = await run_in_threadpool(self._interface.member, request)
        number = await run_in_threadpool(self._number, workshop)
        who = workshop, actor.person or device_in(request.headers)
        # An answer of their own for each: on its way out it gets headers that are theirs alone.
        return attachment(*await self._desk.order((workshop, number), who, lambda: self._made(workshop)), "docx", WORD)

    async def _made(self, workshop: str) -> tuple[bytes, str]:
        """The file and the title of the workshop."""
        session = await run_in_threadpool(self._session, workshop)
        made = asyncio.wrap_future(self._services.worker.report(session, datetime.now().astimezone()))
        return await asyncio.wait_for(made, WITHIN), session.workshop.title

    def _number(self, workshop: str) -> int:
        with self._services.database.reading() as connection:
            numbers = reading.last_numbers(connection, [workshop])
        if workshop not in numbers:
            raise Refused("workshop_gone")
        return numbers[workshop]

    def _session(self, workshop: str) -> Session:
        with self._services.database.reading() as connection:
            try:
                return reading.session(connection, workshop, with_pictures=True)
            except WorkshopGone:
                raise Refused("workshop_gone") from None
