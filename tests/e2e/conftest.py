"""Real servers and real browsers, on a name that is not localhost; every request of every page is watched."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, expect, sync_playwright

from scripts import programs
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.server import HOST, Server
from tests.e2e.visitor import Visitor
from tests.e2e.workshop import Workshop, of

HERE = Path(__file__).parent
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--host-resolver-rules=MAP {HOST} 127.0.0.1",
]
LAPTOP: dict[str, Any] = {"viewport": {"width": 1366, "height": 768}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SIZES: dict[str, dict[str, Any]] = {
    "1920x1080": {"viewport": {"width": 1920, "height": 1080}},
    "1366x768": LAPTOP,
    "390x844": PHONE,
}
PATIENCE = 10_000
"""Milliseconds; a busy machine is no reason to fail."""
Visit = Callable[..., Visitor]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs a browser and a server, and comes last: the browser keeps an event loop running.

    Where nobody can look and start it again, what needs a browser gets a second chance, which the summary names.
    """
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker("e2e")
        if os.environ.get("CI") and item.get_closest_marker("e2e"):
            item.add_marker(pytest.mark.flaky(reruns=1))
    items.sort(key=lambda item: item.path.is_relative_to(HERE))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=programs.browser(), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server for the tests of a module."""
    server = Server(tmp_path_factory.mktemp("server"))
    server.start()
    yield server
    server.stop()


@contextmanager
def visiting(browser: Browser, server: Server) -> Iterator[Visit]:
    """Gives a visitor with a new device: `visit()` a laptop, `visit(**PHONE)` a phone; their faults fail the test."""
    visitors: list[Visitor] = []

    def arrive(**options: Any) -> Visitor:
        usual = LAPTOP | {"locale": "nl-NL", "reduced_motion": "reduce"}
        context = browser.new_context(**usual | options)
        context.set_default_timeout(PATIENCE)
        visitor = Visitor(context, context.new_page(), server)
        visitor.watch()
        visitors.append(visitor)
        return visitor

    yield arrive
    for visitor in visitors:
        with suppress(Error):
            visitor.context.close()
    assert [fault for visitor in visitors for fault in visitor.faults] == []


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visit]:
    """Visitors for one test."""
    with visiting(browser, server) as visit:
        yield visit


@pytest.fixture(scope="module")
def visits(browser: Browser, server: Server) -> Iterator[Visit]:
    """Visitors who stay for all tests of a module."""
    with visiting(browser, server) as visit:
        yield visit


@pytest.fixture
def workshop(server: Server, visit: Visit) -> Workshop:
    """A fresh, empty workshop."""
    return of(server.found(), visit)


@pytest.fixture(scope="module")
def meeting(server: Server, visits: Visit) -> Workshop:
    """A workshop that all tests of a module share."""
    return of(server.found(), visits)


@pytest.fixture(scope="module")
def facilitator(meeting: Workshop) -> RoomPage:
    """Who leads the meeting."""
    return meeting.facilitator()


@pytest.fixture(scope="module")
def bram(meeting: Workshop) -> RoomPage:
    """A participant of the meeting."""
    return meeting.participant("Bram")


@pytest.fixture
def example(server: Server, visit: Visit) -> Workshop:
    """A copy of the example."""
    return of(server.example(), visit)
