"""Gives every browser a device id of its own, in a cookie that scripts cannot read."""

import re
import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LIFE = 400 * 24 * 60 * 60
"""Seconds; browsers keep a cookie no longer than 400 days."""
SHAPE = re.compile(r"[A-Za-z0-9_-]{32}")


class DeviceCookie:
    """Sets the cookie `device` when a page is asked for.

    The request decides, not the answer: a page that the browser had already comes back without a content type.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, with a device."""
        if scope["type"] != "http" or scope["method"] != "GET" or not _asks_for_page(Headers(scope=scope)):
            await self._app(scope, receive, send)
            return
        device = device_in(Headers(scope=scope)) or secrets.token_urlsafe(24)
        scope["device"] = device
        cookie = f"device={device}; Path=/; Max-Age={LIFE}; HttpOnly; SameSite=Lax{_secure(scope)}"

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("Set-Cookie", cookie)
            await send(message)

        await self._app(scope, receive, sending)


def device_in(headers: Headers) -> str | None:
    """The device id that a request carries, if it is one of ours by its shape."""
    found = cookie_parser(headers.get("cookie", "")).get("device", "")
    return found if SHAPE.fullmatch(found) else None


def _asks_for_page(headers: Headers) -> bool:
    destination = headers.get("sec-fetch-dest")
    return destination == "document" if destination else "text/html" in headers.get("accept", "")


def _secure(scope: Scope) -> str:
    """A chain of proxies lists what each was asked by, the browser's own first."""
    forwarded = Headers(scope=scope).get("x-forwarded-proto", scope["scheme"])
    return "; Secure" if forwarded.split(",")[0].strip() == "https" else ""
