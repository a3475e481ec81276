"""Keeps Streamlit's own windows away: the room must go on while the server is gone.

Its page opens an English dialog over everything when it finds no server, and nobody can write until it is closed. The
room says itself that it is offline, and pages.css says so on the other pages.
"""

import json
from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PATH = "/_stcore/host-config"
OWN = {"allowedOrigins": [], "blockErrorDialogs": True}


class QuietPage:
    """Changes what Streamlit tells its page about its surroundings: no dialogs, and no site that may frame it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and change the answer where it is that one."""
        quiet = scope["type"] == "http" and scope["method"] == "GET" and scope["path"] == PATH
        await self._app(scope, receive, _changing(send) if quiet else send)


def _changing(send: Send) -> Send:
    """Sends the answer with our values in it, as soon as it is whole."""
    start: MutableMapping[str, Any] = {}
    parts: list[bytes] = []

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
            return
        parts.append(message.get("body", b""))
        if message.get("more_body"):
            return
        body = b"".join(parts)
        if start["status"] == 200:
            body = json.dumps(json.loads(body) | OWN).encode()
            MutableHeaders(raw=start["headers"])["Content-Length"] = str(len(body))
        await send(start)
        await send({"type": "http.response.body", "body": body})

    return sending
