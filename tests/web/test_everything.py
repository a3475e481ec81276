"""All of a workshop at once, asked for more than once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from queue import Queue
from threading import Event
from typing import Any

import httpx2
import pytest

from canvas.live import frames
from exports import archive
from tests.web.serving import Serving, error

PATIENCE = 20


class Slow:
    """Makes nothing until the test says so, and tells how often it was asked."""

    def __init__(self, make: Callable[..., Any]) -> None:
        self._make = make
        self.begun: Queue[object] = Queue()
        self.go = Event()

    def __call__(self, session: Any, *more: Any) -> Any:
        self.begun.put(session)
        assert self.go.wait(PATIENCE)
        return self._make(session, *more)


@pytest.fixture(params=["snapshot", "archive.json"])
def what(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def slow(what: str, monkeypatch: pytest.MonkeyPatch) -> Slow:
    module, name = (frames, "snapshot") if what == "snapshot" else (archive, "write")
    made = Slow(getattr(module, name))
    monkeypatch.setattr(module, name, made)
    return made


def ask(serving: Serving, what: str, device: str) -> httpx2.Response:
    address = f"{serving.base}/api/workshops/{serving.shop.id}/{what}"
    return httpx2.get(address, headers={"Cookie": f"device={device}"}, timeout=PATIENCE)


def test_who_waits_for_all_of_it_gets_no_second_one_meanwhile(serving: Serving, what: str, slow: Slow) -> None:
    device = serving.leading_device()
    with ThreadPoolExecutor() as room:
        first = room.submit(ask, serving, what, device)
        slow.begun.get(timeout=PATIENCE)
        serving.shop.note(serving.shop.lead)
        refused = ask(serving, what, device)
        slow.go.set()
        assert error(refused) == (429, "too_fast")
        assert first.result().status_code == 200
