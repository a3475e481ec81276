"""A running server, which may not complain, and the network cards of its machine."""

from collections.abc import Iterator

import pytest

from tests.web.cards import Cards
from tests.web.serving import Serving


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """One server for all tests of a package; each gets a workshop of its own in it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("canvas.live.hub.LOOK_EVERY", 0.1)
        patch.setattr("web.wrong_codes.DELAY", 0.01)
        with Serving(tmp_path_factory.mktemp("serving")) as started:
            yield started


@pytest.fixture
def serving(running: Serving) -> Iterator[Serving]:
    running.begin()
    yield running
    running.end()


@pytest.fixture
def cards(monkeypatch: pytest.MonkeyPatch) -> Cards:
    """The network cards of this machine; tests fill them in."""
    found: Cards = {}
    monkeypatch.setattr("psutil.net_if_addrs", lambda: found)
    return found
