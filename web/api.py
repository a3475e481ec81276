"""The interface for programs and for the room's own page, as docs/protocol.md describes it."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import anyio.from_thread
import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from canvas.board.errors import BadMessage
from canvas.live import frames
from exports import archive
from i18n import LANGUAGES, labels, translator
from services import Services
from settings import USUAL_PORT
from stepstones.content import content
from stepstones.errors import Refused
from stepstones.rules import Actor, may_invite
from stepstones.stones import PARKING
from storage import access, joining, reading
from web import body, missing, network
from web.attachment import attachment
from web.device import device_in
from web.health import Health
from web.problem import problem

log = logging.getLogger(__name__)
Body = TypeVar("Body")
Endpoint = Callable[["Interface", Request], Response]


def routes(services: Services) -> list[BaseRoute]:
    """All addresses under /api/."""
    interface = Interface(services)
    workshop = "/api/workshops/{workshop}"
    return [
        Route("/api/join", interface.answer(join), methods=["POST"]),
        Route("/api/healthz", Health(services).answer),
        Route("/api/texts/{language}.json", interface.answer(texts)),
        Route(f"{workshop}/snapshot", interface.answer(snapshot)),
        Route(f"{workshop}/door", interface.answer(door)),
        Route(f"{workshop}/resume-code", interface.answer(resume_code), methods=["POST"]),
        Route(f"{workshop}/archive.json", interface.answer(save_archive)),
        Route(f"{workshop}/pictures/{{picture}}.png", interface.answer(picture)),  # what older pages ask for
        Route(f"{workshop}/pictures/{{picture}}", interface.answer(picture)),
        *missing.routes(),
    ]


class Interface:
    """What the endpoints share: the services, who asks, and how refusals are answered."""

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

    def member(self, request: Request) -> tuple[str, Actor]:
        """The workshop of the address and who asks; raises Refused when it is nobody of it."""
        workshop: str = request.path_params["workshop"]
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        bearer = token.strip() if kind.lower() == "bearer" else None
        actor = self.services.house.identify(workshop, device_in(request.headers), bearer)
        if actor is None:
            raise Refused("not_a_member")
        return workshop, actor

    def facilitator(self, request: Request) -> str:
        """The workshop of the address; raises Refused unless one who leads it asks."""
        workshop, actor = self.member(request)
        if actor.role != "facilitator":
            raise Refused("facilitator_only")
        return workshop


def join(interface: Interface, request: Request) -> Response:
    """A participant for a program: who it is, its token, and where its socket is."""
    asked = _body(request, _Joining)
    ledger = interface.services.ledger
    with interface.services.wrong_codes.counting():
        workshop = joining.knock_without_device(ledger, asked.code)
    member = joining.join_without_device(ledger, workshop, asked.name)
    token = ledger.write(lambda connection: access.give_token(connection, member, ledger.now()))
    socket = f"/ws/workshops/{workshop}"
    return JSONResponse({"participant": member.person, "workshop": workshop, "token": token, "socket": socket})


def snapshot(interface: Interface, request: Request) -> Response:
    """Everything that this member may see."""
    workshop, actor = interface.member(request)
    session = interface.services.house.session(workshop)
    if session is None:
        raise Refused("workshop_gone")
    # The rooms live in the event loop, and this is a thread.
    online = anyio.from_thread.run_sync(interface.services.hub.online, workshop)
    whole = frames.snapshot_for(frames.snapshot(session), actor, online)
    return _private(Response(whole, media_type="application/json"))


def door(interface: Interface, request: Request) -> Response:
    """How others come in: the code, and the address on each network with its QR code."""
    workshop, actor = interface.member(request)
    if not may_invite(actor):
        raise Refused("read_only")
    with interface.services.database.reading() as connection:
        found = reading.workshop(connection, workshop)
    if found is None:
        raise Refused("workshop_gone")
    port = (request.scope.get("server") or ("", USUAL_PORT))[1]
    bases = network.bases(interface.services.settings.public_url, request.url.scheme, port)
    addresses = [{"base": b, "url": f"{b}/j/{found.code}", "qr": network.qr(f"{b}/j/{found.code}")} for b in bases]
    return _private(JSONResponse({"code": found.code, "open": found.door_open, "addresses": addresses}))


def resume_code(interface: Interface, request: Request) -> Response:
    """A code with which the one who asks can go on on another device, once."""
    workshop, actor = interface.member(request)
    person = actor.person
    if person is None:
        raise Refused("read_only")
    code = interface.services.ledger.write(lambda connection: access.give_resume_code(connection, workshop, person))
    return _private(JSONResponse({"code": code}))


def save_archive(interface: Interface, request: Request) -> Response:
    """Everything of the workshop in one file, without its keys."""
    workshop = interface.facilitator(request)
    with interface.services.database.reading() as connection:
        session = reading.session(connection, workshop, with_pictures=True)
    return attachment(archive.write(session), session.workshop.title, "json", "application/json")


def picture(interface: Interface, request: Request) -> Response:
    """One sketch or photograph; under its id it never changes."""
    workshop, _ = interface.member(request)
    with interface.services.database.reading() as connection:
        found = reading.picture(connection, workshop, request.path_params["picture"])
    if found is None:
        raise Refused("unknown_address")
    for_ever = {"Cache-Control": "private, max-age=31536000, immutable"}
    return Response(found.image, media_type=found.type, headers=for_ever)


def texts(_interface: Interface, request: Request) -> Response:
    """What the room's page shows in a language: its labels, the stones and the framing."""
    language: str = request.path_params["language"]
    if language not in LANGUAGES:
        raise Refused("unknown_address")
    method = content(language)
    stones = [_stone(stone) for stone in msgspec.to_builtins(method.stones)]
    framing = msgspec.to_builtins(method.framing)
    everything = {**labels(language), "stones": stones, "parking": _parking(language), "framing": framing}
    return Response(
        msgspec.json.encode(everything), media_type="application/json", headers={"Cache-Control": "no-cache"}
    )


class _Joining(msgspec.Struct):
    code: str = ""
    name: str = ""


def _body(request: Request, kind: type[Body]) -> Body:
    """What a request of at most one frame's size says; raises BadMessage."""
    try:
        return msgspec.json.decode(anyio.from_thread.run(body.read, request), type=kind)
    # Whatever is wrong with a body is its sender's, who is told; there is nothing to look into here.
    except (msgspec.MsgspecError, UnicodeError, RecursionError, ClientDisconnect):
        raise BadMessage("malformed") from None


def _stone(stone: dict[str, Any]) -> dict[str, Any]:
    """A stone as the page wants it: prompts are texts."""
    for question in stone["questions"]:
        question["prompts"] = [prompt["text"] for prompt in question["prompts"]]
    return stone


def _parking(language: str) -> dict[str, Any]:
    """The parking lot as if it were a stone, without a number or questions."""
    t = translator(language)
    lead = t.gettext("For what belongs elsewhere or can wait")
    return {"id": PARKING, "name": t.gettext("Parking lot"), "lead": lead, "questions": []}


def _private(response: Response) -> Response:
    response.headers["Cache-Control"] = "private, no-store"
    return response
