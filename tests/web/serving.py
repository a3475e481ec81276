"""The server without its pages, for tests: real sockets on a free port, in a thread of this process."""

import asyncio
import logging
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Self

import httpx2
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from canvas.live import routes as live
from canvas.live.hub import Hub
from exports.worker import Worker
from sentences import sentence
from services import Services
from settings import Settings
from storage import joining
from storage.house import House
from storage.ledger import Ledger
from tests.storage.sample import Sample, fresh, url_of
from tests.web.client import Client
from web import addresses, api, drawings, pictures, reports, suggestions
from web.device import DeviceCookie
from web.guard import Guard
from web.wrong_codes import WrongCodes

PAGE = {"Accept": "text/html,application/xhtml+xml", "Sec-Fetch-Dest": "document"}
"""What a browser sends when somebody opens an address."""


def page(_request: Request) -> Response:
    """In the place of Streamlit's own page."""
    return PlainTextResponse("a page")


def error(answer: httpx2.Response) -> tuple[int, str]:
    """Status and code; the sentence must be there."""
    said = answer.json()
    assert said.keys() == {"code", "sentence"}
    assert said["sentence"]
    return answer.status_code, said["code"]


class Serving:
    """A running server; `shop` is a workshop in it, with its facilitator."""

    def __init__(self, folder: Path, public_url: str | None = None) -> None:
        self.folder = folder
        database = fresh(folder)
        self.ledger = Ledger(database)
        house = House(self.ledger, sentence)
        self.hub = Hub(house)
        self.ledger.listen(self.hub.hear)
        settings = Settings(url_of(folder), public_url, None)
        self.services = Services(settings, database, self.ledger, house, self.hub, Worker(), WrongCodes())
        self.shop = Sample(self.ledger)
        self.errors = _Errors()
        self._clients: list[Client] = []
        self._now = self.ledger.now

    def begin(self) -> None:
        """A workshop, an address book and a clock as on the first day."""
        logging.getLogger().addHandler(self.errors)
        self.shop = Sample(self.ledger)
        self.services.wrong_codes.__init__()  # type: ignore[misc]
        self.http.cookies.clear()

    def end(self) -> None:
        """Everybody leaves; the server must not have complained."""
        for client in self._clients:
            client.hang_up()
        self._clients.clear()
        self.ledger.now = self._now
        logging.getLogger().removeHandler(self.errors)
        said, self.errors.said = self.errors.said, []
        assert said == []

    def __enter__(self) -> Self:
        config = uvicorn.Config(
            self._app(), host="127.0.0.1", port=0, ws="websockets-sansio", ws_max_size=50 * 1024 * 1024,
            log_config=None, lifespan="on", timeout_graceful_shutdown=2,
        )  # fmt: skip
        self._server = uvicorn.Server(config)
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        assert self._started.wait(20), "the server did not start"
        self.port: int = self._server.servers[0].sockets[0].getsockname()[1]
        self.base = f"http://127.0.0.1:{self.port}"
        self.http = httpx2.Client(base_url=self.base, timeout=20)
        return self

    def __exit__(self, *_: object) -> None:
        self.end()
        self.http.close()
        self._server.should_exit = True
        self._thread.join(20)
        self.services.worker.stop()
        self.ledger.close()
        self.services.database.close()

    def socket(
        self, workshop: str | None = None, *, device: str | None = None, host: str = "127.0.0.1", **headers: str
    ) -> Client:
        """A socket to a workshop that has not said hello yet; the browser knows the server as `host`."""
        if device:
            headers["Cookie"] = f"device={device}"
        address = f"ws://{host}:{self.port}/ws/workshops/{workshop or self.shop.id}"
        client = Client(address, headers, self.port)
        self._clients.append(client)
        return client

    def join(self, name: str) -> dict[str, str]:
        """What a program gets when it joins under this name."""
        answer = self.http.post("/api/join", json={"code": self.shop.founded.code, "name": name})
        assert answer.status_code == 200, answer.text
        joined: dict[str, str] = answer.json()
        return joined

    def member(self, name: str, **hello: Any) -> Client:
        """A program that joined under this name and has its snapshot."""
        joined = self.join(name)
        client = self.socket()
        client.token, client.person = joined["token"], joined["participant"]
        client.hello(**hello)
        return client

    def device(self, path: str) -> str:
        """The device of a browser that opened this address."""
        answer = self.http.get(path, headers=PAGE)
        self.http.cookies.clear()
        assert answer.status_code == 303, answer.text
        return str(answer.cookies["device"])

    def leading_device(self) -> str:
        """Another device of the facilitator, who said so after the key."""
        device, shop = self.device(f"/f/{self.shop.founded.facilitator_key}"), self.shop
        joining.lead_as(self.ledger, shop.id, shop.lead.person or "", device=device)
        return device

    def leader(self) -> Client:
        """The facilitator's browser, in the room."""
        client = self.socket(device=self.leading_device(), Origin=self.base)
        client.hello()
        return client

    def _app(self) -> Starlette:
        pages = [*live.routes(self.hub), *addresses.routes(self.services)]
        routes = [
            *pages,
            *reports.routes(self.services),
            *suggestions.routes(self.services),
            *pictures.routes(self.services),
            *drawings.routes(self.services),
            *api.routes(self.services),
        ]
        middleware = [Middleware(Guard, public_url=self.services.settings.public_url), Middleware(DeviceCookie)]
        return Starlette(routes=[*routes, Route("/{rest:path}", page)], middleware=middleware, lifespan=self._lifespan)

    @asynccontextmanager
    async def _lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(self.hub.watch())
        yield
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching

    def _serve(self) -> None:
        async def serve() -> None:
            serving = asyncio.create_task(self._server.serve())
            while not self._server.started and not serving.done():
                await asyncio.sleep(0.005)
            self._started.set()
            await serving

        asyncio.run(serve())


class _Errors(logging.Handler):
    """Everything that the server complained about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            self.said.append(f"{record.getMessage()} {record.exc_info}")
