"""What the addresses under /api/ share: who asks, and how it is told when something is refused or breaks."""

import logging
from collections.abc import Callable, Coroutine, Hashable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Protocol

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from canvas.board.errors import BadMessage
from canvas.live.house import House
from exports.errors import JobFailed
from services import Services
from stepstones.errors import Refused
from stepstones.rules import Actor
from stepstones.seen import EVERYBODY, seen_by
from stepstones.workshop import Session
from web.device import device_in
from web.problem import problem

log = logging.getLogger(__name__)
Endpoint = Callable[["Interface", Request], Response]
Endeavour = Callable[[Request], Coroutine[Any, Any, Response]]


class Telling(Protocol):
    """How somebody is told of a refusal, in the language that the house knows."""

    def __call__(self, request: Request, refused: Refused | BadMessage, house: House | None = None) -> Response: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks for something of a workshop, and how far that has come."""

    workshop: str
    actor: Actor
    who: Hashable
    """The person or, where they are nobody in particular, the device."""
    number: int
    """That of the last change: until there is another, all who ask for the same get the same."""


class Interface:
    """The services, who asks, and how refusals are answered."""

    def __init__(self, services: Services) -> None:
        self.services = services

    def answer(self, endpoint: Endpoint) -> Callable[[Request], Response]:
        """The endpoint as Starlette calls it (in a thread), with refusals as JSON."""

        @wraps(endpoint)
        def answering(request: Request) -> Response:
            try:
                return endpoint(self, request)
            except (Refused, BadMessage) as refused:
                return problem(request, refused, self.services.house)
            except Exception:  # whoever asks gets an answer that programs can read; the log tells what broke
                log.exception("%s could not be answered", endpoint.__name__)
                return problem(request, Refused("not_ready"))

        return answering

    def answer_later(self, endeavour: Endeavour, failed: str, told: Telling = problem) -> Endeavour:
        """The same for what takes a while and holds no thread; `failed` is the reason when it comes to nothing."""

        @wraps(endeavour)
        async def answering(request: Request) -> Response:
            try:
                return await endeavour(request)
            except (Refused, BadMessage) as refused:
                return await run_in_threadpool(told, request, refused, self.services.house)
            except (JobFailed, TimeoutError) as error:
                log.error("%s came to nothing: %r", endeavour.__qualname__, error)
                return await run_in_threadpool(told, request, Refused(failed), self.services.house)
            except ClientDisconnect:
                return Response(status_code=400)  # which nobody hears
            except Exception:
                log.exception("%s could not be answered", endeavour.__qualname__)
                return told(request, Refused("not_ready"))

        return answering

    def member(self, request: Request) -> tuple[str, Actor]:
        """The workshop of the address and who asks; raises Refused when it is nobody of it."""
        workshop: str = request.path_params["workshop"]
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        bearer = token.strip() if kind.lower() == "bearer" else None
        actor = self.services.house.identify(workshop, device_in(request.headers), bearer)
        if actor is None:
            raise Refused("not_a_member")
        return workshop, actor

    def session(self, workshop: str, *, with_pictures: bool = False) -> Session:
        """All of a workshop that everybody may see, so that many can share it; raises Refused when it is gone."""
        return seen_by(self.whole(workshop, with_pictures=with_pictures), EVERYBODY)

    def whole(self, workshop: str, *, with_pictures: bool = False) -> Session:
        """Everything of a workshop, hidden notes too; raises Refused when it is gone."""
        session = self.services.house.session(workshop, with_pictures=with_pictures)
        if session is None:
            raise Refused("workshop_gone")
        return session

    async def asker(self, request: Request) -> Asker:
        """Who asks, for a desk; raises Refused when it is nobody of this workshop, or when that is gone."""
        return await run_in_threadpool(self._asker, request)

    def _asker(self, request: Request) -> Asker:
        workshop, actor = self.member(request)
        numbers = self.services.house.last_numbers([workshop])
        if workshop not in numbers:
            raise Refused("workshop_gone")
        return Asker(workshop, actor, (workshop, actor.person or device_in(request.headers)), numbers[workshop])
