"""The interface for programs and for the room's own page, as docs/protocol.md describes it."""

from typing import Any, TypeVar

import anyio.from_thread
import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from canvas.board.errors import BadMessage
from i18n import LANGUAGES, labels, translator
from services import Services
from settings import USUAL_PORT
from stepstones.content import content
from stepstones.errors import Refused
from stepstones.rules import may_invite
from stepstones.stones import PARKING
from stepstones.workshop import RELATIONS
from storage import access, joining, reading
from web import body, missing, network
from web.everything import Everything
from web.health import Health
from web.interface import Interface

Body = TypeVar("Body")


def routes(services: Services) -> list[BaseRoute]:
    """All addresses under /api/."""
    interface, workshop = Interface(services), "/api/workshops/{workshop}"
    everything = Everything(interface)
    return [
        Route("/api/join", interface.answer(join), methods=["POST"]),
        Route("/api/healthz", Health(services).answer),
        Route("/api/texts/{language}.json", interface.answer(texts)),
        Route(f"{workshop}/snapshot", interface.answer_later(everything.snapshot, "not_ready")),
        Route(f"{workshop}/archive.json", interface.answer_later(everything.archive, "not_ready")),
        Route(f"{workshop}/door", interface.answer(door)),
        Route(f"{workshop}/resume-code", interface.answer(resume_code), methods=["POST"]),
        Route(f"{workshop}/pictures/{{picture}}.png", interface.answer(picture)),  # what older pages ask for
        Route(f"{workshop}/pictures/{{picture}}", interface.answer(picture)),
        *missing.routes(),
    ]


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
    # One that was chosen on another network is no address of this machine any more.
    bases.sort(key=lambda base: base != found.address)
    addresses = [{"base": b, "url": f"{b}/j/{found.code}", "qr": network.qr(f"{b}/j/{found.code}")} for b in bases]
    is_open = found.door_open and found.closed is None
    return _private(JSONResponse({"code": found.code, "open": is_open, "addresses": addresses}))


def resume_code(interface: Interface, request: Request) -> Response:
    """A code with which the one who asks can go on on another device, once; nobody gets one for somebody else."""
    workshop, actor = interface.member(request)
    if actor.person is None:
        raise Refused("read_only")
    person = _body(request, _Resuming, "{}").person or actor.person
    if person != actor.person:
        raise Refused("not_yours")
    code = interface.services.ledger.write(lambda connection: access.give_resume_code(connection, workshop, person))
    return _private(JSONResponse({"code": code}))


def picture(interface: Interface, request: Request) -> Response:
    """One sketch or photograph, unless its note is hidden from who asks; under its id it never changes."""
    workshop, actor = interface.member(request)
    with interface.services.database.reading() as connection:
        found = reading.picture_for(connection, workshop, request.path_params["picture"], actor)
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
    scored = [{"id": one.id, "name": one.name, "relation": one.id in RELATIONS} for one in method.maturity.questions]
    more = {"stones": stones, "parking": _parking(language), "framing": framing, "index": scored}
    everything = {**labels(language), **more}
    return Response(
        msgspec.json.encode(everything), media_type="application/json", headers={"Cache-Control": "no-cache"}
    )


class _Joining(msgspec.Struct):
    code: str = ""
    name: str = ""


class _Resuming(msgspec.Struct):
    person: str | None = None
    """Another than who asks."""


def _body(request: Request, kind: type[Body], nothing: str = "") -> Body:
    """What a request of at most one frame's size says, or `nothing`; raises BadMessage."""
    try:
        return msgspec.json.decode(anyio.from_thread.run(body.read, request) or nothing, type=kind)
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
