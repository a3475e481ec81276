"""What people take home: the Word report, made once for all who ask for the same, and a file for spreadsheets."""

import asyncio
import logging
from datetime import datetime
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
WITHIN = 60.0
"""Seconds for a report, those before it in the line included."""
log = logging.getLogger(__name__)


def routes(services: Services) -> list[BaseRoute]:
    """The addresses of the report and the spreadsheet file."""
    interface, workshop = Interface(services), "/api/workshops/{workshop}"
    return [
        Route(f"{workshop}/report.docx", Reports(interface).answer),
        Route(f"{workshop}/notes-and-stories.csv", interface.answer(spreadsheet)),
    ]


class Reports:
    """Answers who asks for a report; holds no thread of the server while it is made."""

    def __init__(self, interface: Interface) -> None:
        self._services = interface.services
        self._interface = interface
        self._desk: Desk[tuple[bytes, str]] = Desk()

    async def answer(self, request: Request) -> Response:
        """The report as of now, or why there is none."""
        try:
            return await self._report(request)
        except Refused as refused:
            return await run_in_threadpool(_told, request, refused, self._services.house)
        except (JobFailed, TimeoutError) as error:
            log.error("a report was not made: %r", error)
            return await run_in_threadpool(_told, request, Refused("report_failed"), self._services.house)
        except Exception:
            log.exception("a report could not be answered")
            return _told(request, Refused("not_ready"))

    async def _report(self, request: Request) -> Response:
        workshop, actor = await run_in_threadpool(self._interface.member, request)
        number = await run_in_threadpool(self._number, workshop)
        who = workshop, actor.person or device_in(request.headers)
        # An answer of their own for each: on its way out it gets headers that are theirs alone.
        return attachment(*await self._desk.order((workshop, number), who, lambda: self._made(workshop)), "docx", WORD)

    async def _made(self, workshop: str) -> tuple[bytes, str]:
        """The file and the title of the workshop."""
        session = await run_in_threadpool(_session, self._services, workshop, with_pictures=True)
        made = asyncio.wrap_future(self._services.worker.report(session, datetime.now().astimezone()))
        return await asyncio.wait_for(made, WITHIN), session.workshop.title

    def _number(self, workshop: str) -> int:
        with self._services.database.reading() as connection:
            numbers = reading.last_numbers(connection, [workshop])
        if workshop not in numbers:
            raise Refused("workshop_gone")
        return numbers[workshop]


def spreadsheet(interface: Interface, request: Request) -> Response:
    """Every note and story as a file that a spreadsheet opens."""
    # Loaded here because pandas takes half a second, which no start should wait for.
    from exports import tables

    workshop, _ = interface.member(request)
    session = _session(interface.services, workshop, with_pictures=False)
    language = session.workshop.language
    data = tables.spreadsheet(session, content(language), translator(language))
    return attachment(data, session.workshop.title, "csv", "text/csv; charset=utf-8")


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
