"""The pages on a database of their own, with people who look at them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from canvas.board.changes import WorkshopEdit
from canvas.board.messages import change
from services import Services, services
from settings import settings
from storage import access, founding, joining
from storage.access import Membership
from storage.founding import Founded
from tests.app_pages.browser import Browser

Open = Callable[..., Browser]


@pytest.fixture(autouse=True)
def house(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Services]:
    """The services on a new SQLite file."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{(tmp_path / 'workshops.sqlite3').as_posix()}")
    settings.cache_clear()
    services.cache_clear()
    opened = services()
    yield opened
    opened.ledger.close()
    opened.database.close()
    services.cache_clear()
    settings.cache_clear()


@pytest.fixture
def stranger(monkeypatch: pytest.MonkeyPatch) -> Browser:
    """A browser that was never here."""
    return Browser(monkeypatch, "device-of-a-stranger")


@pytest.fixture
def founded(house: Services) -> Founded:
    """A workshop with donors, in Dutch, and nobody's device in it yet."""
    fields = {"title": "Relaties op orde", "organisation": "Theater De Sluis", "relations": ["donors"]}
    asked = change(WorkshopEdit, **fields, language="nl")
    now = house.ledger.now()
    return house.ledger.write(lambda connection: founding.found(connection, asked, facilitator="Gerda", now=now))


@pytest.fixture
def member(house: Services, founded: Founded, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Gives a browser that is something in the workshop."""

    def enter(role: str, device: str = "", **cookies: str) -> Browser:
        browser = Browser(monkeypatch, device or f"device-of-a-{role}", **cookies)
        if role == "participant":
            joining.join(house.ledger, founded.workshop, "Bram", device=browser.device)
            return browser
        known = founded.facilitator if role == "facilitator" else Membership(founded.workshop, "reader", None)
        now = house.ledger.now()
        house.ledger.write(lambda connection: access.remember(connection, browser.device, known, now))
        return browser

    return enter


@pytest.fixture
def facilitator(member: Open) -> Browser:
    """The browser of who leads."""
    return member("facilitator")
