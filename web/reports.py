"""What people take home: the Word report, made once for all who ask for the same, and a file for spreadsheets."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from canvas.board.errors import BadMessage
from canvas.live.house import House
from i18n import translator
from services import Services
from stepstones.content import content
from stepstones.errors import Refused
from web.attachment import attachment
from web.desk import Desk
from web.interface import Interface
from web.problem import problem

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CSV = "text/csv; charset=utf-8"
WITHIN = 60.0
"""Seconds for a report, those before it in the line included."""
File = tuple[bytes, str]
"""What is in it, and the title of the workshop."""


def routes(services: Services) -> list[BaseRoute]:
    """The addresses of the report and the spreadsheet file."""
    interface, workshop = Interface(services), "/api/workshops/{workshop}"
    reports = Reports(interface)
    return [
        Route(f"{workshop}/report.docx", interface.answer_later(reports.report, "report_failed", _told)),
        Route(f"{workshop}/notes-and-stories.csv", interface.answer_later(reports.spreadsheet, "report_failed", _told)),
    ]


class Reports:
    """Answers who asks for a report or the spreadsheet file; holds no thread of the server while it waits."""

    def __init__(self, interface: Interface) -> None:
        self._worker = interface.services.worker
        self._interface = interface
        self._reports: Desk[File] = Desk()
        self._spreadsheets: Desk[File] = Desk()

    async def report(self, request: Request) -> Response:
        """The report as of now."""
        return attachment(*await self._ordered(request, self._reports, self._written), "docx", WORD)

    async def spreadsheet(self, request: Request) -> Response:
        """Every note and story as a file that a spreadsheet opens."""
        return attachment(*await self._ordered(request, self._spreadsheets, self._tabulated), "csv", CSV)

    async def _ordered(
        self, request: Request, desk: Desk[File], make: Callable[[str], Coroutine[Any, Any, File]]
    ) -> File:
        asker = await self._interface.asker(request)
        return await desk.order((asker.workshop, asker.number), asker.who, lambda: make(asker.workshop), WITHIN)

    async def _written(self, workshop: str) -> File:
        session = await run_in_threadpool(self._interface.session, workshop, with_pictures=True)
        made = self._worker.report(session, datetime.now().astimezone())
        return await asyncio.wrap_future(made), session.workshop.title

    async def _tabulated(self, workshop: str) -> File:
        return await run_in_threadpool(self._table, workshop)

    def _table(self, workshop: str) -> File:
        # Loaded here because pandas takes half a second, which no start should wait for.
        from exports import tables

        session = self._interface.session(workshop)
        language = session.workshop.language
        return tables.spreadsheet(session, content(language), translator(language)), session.workshop.title


def _told(request: Request, refused: Refused | BadMessage, house: House | None = None) -> Response:
    """The reason for a program; who clicked a link is taken back to the page, which says it."""
    if "text/html" not in request.headers.get("accept", ""):
        return problem(request, refused, house)
    where = urlencode({"w": request.path_params["workshop"], "problem": refused.reason})
    return RedirectResponse(f"/report?{where}", 303)
