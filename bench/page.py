"""A participant's page as the server knows it: the door, the device cookie, and the Streamlit session behind the page.

It speaks what Streamlit's own page speaks (BackMsg and ForwardMsg), so the server runs the scripts that it runs for a
browser and keeps for this page what it keeps for a browser's.
"""

import asyncio
from http.cookiejar import CookieJar
from typing import Any
from urllib.parse import urlsplit
from urllib.request import HTTPCookieProcessor, ProxyHandler, Request, build_opener

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.protocol import State

ROOM = "stepping_stones_room"
"""The name under which canvas/component.py mounts the room."""


class Page:
    """One browser with one tab; `join` brings it into the room, where it stays as long as this process."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.workshop = ""
        self.headers: dict[str, str] = {}
        self.socket: ClientConnection | None = None

    @property
    def is_open(self) -> bool:
        """Is the session still connected?"""
        return self.socket is not None and self.socket.state is State.OPEN

    async def join(self, code: str, name: str) -> None:
        """Open the join address, type a name, press the button, and be on the page of the room."""
        query = await asyncio.to_thread(self._knock, code)
        self.socket = await connect(
            f"ws://{self.address}/_stcore/stream",
            additional_headers=self.headers,
            compression=None,
            ping_interval=None,
            proxy=None,
        )
        form = await self._run(rerun("join", query))
        await self._run(rerun("join", query, form.filled(name=name), form.pressed("come_in")), until=ROOM)

    async def leave(self) -> None:
        """Close the tab."""
        if self.socket is not None:
            await self.socket.close()

    def _knock(self, code: str) -> str:
        """Follow the join address to the page behind it, as who has a cookie from then on; gives its query."""
        cookies = CookieJar()
        browser = build_opener(HTTPCookieProcessor(cookies), ProxyHandler({}))
        request = Request(f"http://{self.address}/j/{code}", headers={"Accept": "text/html"})
        with browser.open(request, timeout=15) as answer:
            query = str(urlsplit(answer.url).query)
        kept = "; ".join(f"{cookie.name}={cookie.value}" for cookie in cookies)
        self.headers = {"Cookie": kept, "Origin": f"http://{self.address}"}
        self.workshop = query.removeprefix("w=")
        return query

    async def _run(self, wish: BackMsg, until: str | None = None) -> "Screen":
        """Send the wish and read until the script is through, with the component `until` on the page."""
        assert self.socket is not None
        await self.socket.send(wish.SerializeToString())
        screen = Screen()
        try:
            while not screen.is_complete(until):
                frame = await asyncio.wait_for(self.socket.recv(decode=False), 15)
                screen.take(ForwardMsg.FromString(frame))
        except TimeoutError:
            raise ConnectionError(f"the page is not there after 15 s; it shows {sorted(screen.components)}") from None
        return screen


class Screen:
    """What the server has put on the page: its widgets by key, its components by name."""

    def __init__(self) -> None:
        self.widgets: dict[str, str] = {}
        self.components: set[str] = set()
        self.runs: list[int] = []

    def take(self, message: ForwardMsg) -> None:
        """One message; only what this page needs of it."""
        if message.WhichOneof("type") == "script_finished":
            self.runs.append(message.script_finished)
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "bidi_component":
            self.components.add(element.bidi_component.component_name)
        elif kind in ("text_input", "button"):
            widget = getattr(element, kind).id
            self.widgets[widget.split("-", 2)[2]] = widget

    def is_complete(self, until: str | None = None) -> bool:
        """Has a run come to its end, and has the component been seen by then?"""
        return ForwardMsg.FINISHED_SUCCESSFULLY in self.runs and (until is None or until in self.components)

    def filled(self, **texts: str) -> dict[str, Any]:
        """The widgets with these texts in them, as `rerun` takes them."""
        return {self.widgets[key]: text for key, text in texts.items()}

    def pressed(self, key: str) -> dict[str, Any]:
        """The button with this key, pressed."""
        return {self.widgets[key]: True}


def rerun(page: str, query: str, *widgets: dict[str, Any]) -> BackMsg:
    """The wish of a page to be drawn, with what its widgets hold."""
    wish = BackMsg()
    wish.rerun_script.page_name, wish.rerun_script.query_string = page, query
    wish.rerun_script.widget_states.SetInParent()
    for widget, value in (held for group in widgets for held in group.items()):
        state = wish.rerun_script.widget_states.widgets.add(id=widget)
        if value is True:
            state.trigger_value = True
        else:
            state.string_value = value
    return wish
