"""Stands in front of everything: lets in what was meant for this server, and tells browsers what pages may do.

A browser on the office network can be made to talk to a laptop by any site it visits. So the Host must be an address
of this machine, localhost, a .local name or PUBLIC_URL's (a foreign name that resolves to us is refused), and an
Origin, where there is one, must be that same host.
"""

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.utils import ClientDisconnected

from settings import DEFAULT_PORTS
from stepstones.errors import Refused
from web.network import Address, Machine, address_in
from web.problem import problem

POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline' blob:; img-src 'self' data: blob:; media-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self' ws://{host} wss://{host}; "
    "worker-src 'self' blob:; manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
"""What Streamlit's own page needs, from this host only."""
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}

DENIAL = "websocket.http.response"
"""The extension of a server with which a socket is refused in words."""

SHAPE = re.compile(r"[a-z0-9.-]+(:[0-9]+)?|\[[0-9a-f:.]+\](:[0-9]+)?")
"""A host and its port; it ends up in the policy above, so nothing else may be in it."""


class Guard:
    """Refuses foreign hosts and origins, and adds the security headers."""

    def __init__(self, app: ASGIApp, public_url: str | None) -> None:
        self._app = app
        self._public = _hosts_of(public_url) if public_url else frozenset()
        self._machine = Machine()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or refuse it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if reason := await self._refusal(headers, scope):
            await _refuse(reason, scope, receive, send)
            return
        await self._app(scope, receive, _with_headers(send, headers["host"].lower()))

    async def _refusal(self, headers: Headers, scope: Scope) -> str | None:
        hosts, origins = headers.getlist("host"), headers.getlist("origin")
        host = hosts[0].lower() if len(hosts) == 1 else ""
        if not (SHAPE.fullmatch(host) and await self._is_ours(host, scope)):
            return "foreign_host"
        if len(origins) > 1 or (origins and _host_of(origins[0]) not in {host, *self._public}):
            return "foreign_origin"
        return None

    async def _is_ours(self, host: str, scope: Scope) -> bool:
        if host in self._public:
            return True
        name = _name_of(host)
        if name == "localhost" or name.endswith((".localhost", ".local")):
            return True
        address = address_in(name)
        # Where it arrived is known without looking, however new the network is.
        return address is not None and (address == _arrived_at(scope) or await self._machine.has(address))


def _hosts_of(public_url: str) -> frozenset[str]:
    """The host as browsers send it, and as some proxies do, with the port that browsers leave out."""
    url = urlsplit(public_url)
    return frozenset({url.netloc} if url.port else {url.netloc, f"{url.netloc}:{DEFAULT_PORTS[url.scheme]}"})


def _host_of(origin: str) -> str:
    try:
        return urlsplit(origin.lower()).netloc
    except ValueError:
        return ""


def _name_of(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _arrived_at(scope: Scope) -> Address | None:
    return address_in(str((scope.get("server") or ("",))[0]))


async def _refuse(reason: str, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket" and DENIAL not in scope.get("extensions", {}):
        await send({"type": "websocket.close", "code": 1008, "reason": reason})
        return
    answer = problem(HTTPConnection(scope), Refused(reason))
    await answer(scope, receive, _with_headers(send, "localhost"))
    if scope["type"] == "websocket":
        raise ClientDisconnected  # the line is closed; on a mere return uvicorn 0.54 logs a handshake that is missing


def _with_headers(send: Send, host: str) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] in ("http.response.start", f"{DENIAL}.start"):
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            # A drawing brings a stricter one of its own.
            headers.setdefault("Content-Security-Policy", POLICY.format(host=host))
        await send(message)

    return sending
