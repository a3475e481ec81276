"""Somebody with a browser of their own: what it asked for, what it complained about, and its pages."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, WebSocket

from tests.e2e.server import HOST, Server

PROBES = ("/_stcore/health", "/_stcore/host-config")
"""Streamlit's own page looks for its server below the address of a page first, and finds nothing there."""
OUTAGE = (
    "ERR_CONNECTION",
    "ERR_EMPTY_RESPONSE",
    "ERR_INTERNET_DISCONNECTED",
    "WebSocket connection to",
    "Client Error in reaching server",
    "is not responding",
)


@dataclass
class Line:
    """A socket of a page: how often it sent something, and whether it is open."""

    socket: WebSocket
    sent: int = 0
    is_open: bool = True

    @property
    def url(self) -> str:
        """Where it goes."""
        return self.socket.url


@dataclass
class Visitor:
    """One device with one page; `faults` is what no page may ever cause."""

    context: BrowserContext
    page: Page
    server: Server
    outage: bool = False
    """Set when the server is killed on purpose: then a browser says that it finds nobody."""
    faults: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def watch(self) -> None:
        """Note every request, error and socket from now on."""
        self.context.on("request", lambda request: self._asked(request.url))
        self.context.on("console", self._said)
        self.context.on("weberror", lambda error: self.faults.append(f"script error: {error.error}"))
        self.page.on("websocket", self._opened)

    def open(self, path: str) -> None:
        """Go to an address of the server."""
        self.page.goto(f"{self.server.base}{path}")

    @property
    def room_lines(self) -> list[Line]:
        """The sockets that the room opened, in order."""
        return [line for line in self.lines if "/ws/workshops/" in line.url]

    @property
    def reruns(self) -> int:
        """How often the page asked Streamlit for something."""
        return sum(line.sent for line in self.streamlit_lines)

    @property
    def streamlit_lines(self) -> list[Line]:
        """The sockets of Streamlit's own page, in order."""
        return [line for line in self.lines if "/_stcore/stream" in line.url]

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("blob", "data") and parts.hostname != HOST:
            self.faults.append(f"asked another host: {url}")

    def _said(self, message: ConsoleMessage) -> None:
        url = message.location.get("url", "")
        known = "404" in message.text and urlsplit(url).path.endswith(PROBES)
        lost = self.outage and any(sign in message.text for sign in OUTAGE)
        if message.type == "error" and not known and not lost:
            self.faults.append(f"console: {message.text} ({url})")

    def _opened(self, socket: WebSocket) -> None:
        if urlsplit(socket.url).hostname != HOST:
            self.faults.append(f"opened a socket to another host: {socket.url}")
        line = Line(socket)
        self.lines.append(line)
        socket.on("framesent", lambda _: setattr(line, "sent", line.sent + 1))
        socket.on("close", lambda _: setattr(line, "is_open", False))
