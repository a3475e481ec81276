"""What people take home: the Word report, made once for all who ask for the same, and a file for spreadsheets."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from canvas.live.house import House
from exports.errors import JobFailed
from i18n import translator
from services import Services
from stepstones.content import content
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
CSV = "text/csv; charset=utf-8"
WITHIN = 60.0
"""Seconds for a report, those before it in the line included."""
File = tuple[bytes, str]
"""What is in it, and the title of the workshop."""
log = logging.getLogger(__name__)


def routes(services: Services) -> list[BaseRoute]:
    """The addresses of the report and the spreadsheet file."""
    reports, workshop = Reports(Interface(services)), "/api/workshops/{workshop}"
    return [
        Route(f"{workshop}/report.docx", reports.answering(reports.report)),
        Route(f"{workshop}/notes-and-stories.csv", reports.answering(reports.spreadsheet)),
    ]


class Reports:
    """Answers who asks for a report or the spreadsheet file; holds no thread of the server while it waits."""

    def __init__(self, interface: Interface) -> None:
        self._services = interface.services
        self._interface = interface
        self._reports: Desk[File] = Desk()
        self._spreadsheets: Desk[File] = Desk()

    def answering(self, endpoint: Callable[[Request], Coroutine[Any, Any, Response]]) -> Any:
        """The endpoint, with the reason where there is no file."""

        async def answer(request: Request) -> Response:
            try:
                return await endpoint(request)
            except Refused as refused:
                return await run_in_threadpool(_told, request, refused, self._services.house)
            except (JobFailed, TimeoutError) as error:
                log.error("a report was not made: %r", error)
                return await run_in_threadpool(_told, request, Refused("report_failed"), self._services.house)
            except Exception:
                log.exception("a report could not be answered")
                return _told(request, Refused("not_ready"))

        return answer

    async def report(self, request: Request) -> Response:
        """The report as of now."""
        return attachment(*await self._ordered(request, self._reports, self._written), "docx", WORD)

    async def spreadsheet(self, request: Request) -> Response:
        """Every note and story as a file that a spreadsheet opens."""
        return attachment(*await self._ordered(request, self._spreadsheets, self._tabulated), "csv", CSV)

    async def _ordered(
        self, request: Request, desk: Desk[File], make: Callable[[str], Coroutine[Any, Any, File]]
    ) -> File:
        workshop, actor = await run_in_threadpool(self._interface.member, request)
        number = await run_in_threadpool(self._number, workshop)
        who = workshop, actor.person or device_in(request.headers)
        return await desk.order((workshop, number), who, lambda: make(workshop), WITHIN)

    async def _written(self, workshop: str) -> File:
        session = await run_in_threadpool(_session, self._services, workshop, with_pictures=True)
        made = self._services.worker.report(session, datetime.now().astimezone())
        return await asyncio.wrap_future(made), session.workshop.title

    async def _tabulated(self, workshop: str) -> File:
        return await run_in_threadpool(_table, self._services, workshop)

    def _number(self, workshop: str) -> int:
        with self._services.database.reading() as connection:
            numbers = reading.last_numbers(connection, [workshop])
        if workshop not in numbers:
            raise Refused("workshop_gone")
        return numbers[workshop]


def _table(services: Services, workshop: str) -> File:
    # Loaded here because pandas takes half a second, which no start should wait for.
    from exports import tables

    session = _session(services, workshop, with_pictures=False)
    language = session.workshop.language
    return tables.spreadsheet(session, content(language), translator(language)), session.workshop.title


def _session(services: Services, workshop: str, *, with_pictures: bool) -> Session:
    with services.database.reading() as connection:
        try:
            return reading.session(connection, workshop, with_pictures=with_pictures)
        except WorkshopGone:
            raise Refused("workshop_gone") from None


def _told(request: Request, refused: Refused, house: House | None = None) -> Response:
    """The reason for a program; who clicked a link is taken back to the page, which says it."""
    if "text/html" not in request.headers.get("accept", ""):
        return problem(request, refused, house)
    where = urlencode({"w": request.path_params["workshop"], "problem": refused.reason})
    return RedirectResponse(f"/report?{where}", 303)
