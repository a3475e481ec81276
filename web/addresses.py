"""The doors: short addresses that make a device a member, and then send it to a clean address."""

from collections.abc import Callable
from urllib.parse import SplitResult, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from i18n import LANGUAGES
from services import Services
from stepstones.errors import Refused
from storage import joining
from storage.access import Door, Membership
from web.device import LIFE
from web.knocking import knock


def routes(services: Services) -> list[BaseRoute]:
    """The addresses of design: /j/<code>, /f/<key>, /p/<key>, /r/<key>, and the switch of language."""

    def join(request: Request) -> Response:
        return _enter(lambda: knock(services, _device(request), request.path_params["code"]))

    def door(kind: Door) -> Callable[[Request], Response]:
        def open_door(request: Request) -> Response:
            key = request.path_params["key"]
            # Nobody guesses a key of 128 bits, so guesses at codes must not keep a facilitator out.
            return _enter(lambda: joining.open_with_key(services.ledger, _device(request), kind, key))

        return open_door

    return [
        Route("/j/{code}", join),
        Route("/f/{key}", door("facilitator")),
        Route("/p/{key}", door("projector")),
        Route("/r/{key}", door("reader")),
        Route("/language/{language}", switch_language),
    ]


def switch_language(request: Request) -> Response:
    """Remember the language and go back to where one was, on this site only."""
    chosen = request.path_params["language"]
    back = _split(request.query_params.get("back", "/"))
    path = "/" + back.path.lstrip("/\\")
    response = RedirectResponse(f"{path}?{back.query}" if back.query else path, 303)
    if chosen in LANGUAGES:
        response.set_cookie("language", chosen, max_age=LIFE, samesite="lax")
    return response


def _split(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("/")


def clean_address(member: Membership) -> str:
    """Where a member goes: to say who they are, into the room, to the shared screen, or to the report."""
    if member.role == "projector":
        return "/room?" + urlencode({"w": member.workshop, "view": "projector"})
    if member.role == "reader":
        return "/report?" + urlencode({"w": member.workshop})
    return ("/room?" if member.person else "/join?") + urlencode({"w": member.workshop})


def _enter(open_door: Callable[[], Membership]) -> Response:
    try:
        return RedirectResponse(clean_address(open_door()), 303)
    except Refused as refused:
        return RedirectResponse("/?" + urlencode({"problem": refused.reason}), 303)


def _device(request: Request) -> str:
    """The device to be remembered; raises Refused for a client that keeps none."""
    device: str | None = request.scope.get("device")
    if device is None:
        raise Refused("no_cookies")
    return device
