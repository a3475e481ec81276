"""Every screen of the product, filled: the ways there, for who looks at all of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.e2e.pages.afterwards_page import AfterwardsPage
from tests.e2e.pages.home_page import HomePage
from tests.e2e.pages.maturity_page import MaturityPage
from tests.e2e.pages.page import ProductPage
from tests.e2e.pages.past_page import PastPage
from tests.e2e.pages.programme_page import ProgrammePage
from tests.e2e.pages.report_page import ReportPage
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.pages.settings_page import SettingsPage
from tests.e2e.pages.stories_page import StoriesPage
from tests.e2e.pages.wall_page import WallPage
from tests.e2e.session import Session
from tests.e2e.wire import ask
from tests.e2e.workshop import Workshop

PAGES = ("home", "join", "maturity", "stories", "report", "past", "programme", "step", "afterwards", "settings")
"""What is longer than its window, and scrolls."""


@dataclass(frozen=True)
class Tour:
    """A walk by one facilitator, one newcomer and a shared screen through a filled workshop, on devices of one kind."""

    workshop: Workshop
    device: dict[str, Any]

    def screens(self) -> Iterator[tuple[str, ProductPage]]:
        """Each screen with its name, ready to be looked at; valid until the next is asked for."""
        newcomer = HomePage(self.workshop.visit(**self.device)).open()
        yield "home", self._settled(newcomer)
        newcomer.visitor.open(f"/j/{self.workshop.code}")
        newcomer.keyed("come_in").wait_for()
        yield "join", self._settled(newcomer)
        lead = self.workshop.facilitator(**self.device)
        ask(lead, self.workshop.id, "room.move", stone="framing")
        newcomer.come_in("Noor")
        guest = RoomPage(newcomer.visitor).ready()
        guest.page.locator(".framing:visible").wait_for()
        yield "waiting", guest
        expect(lead.page.locator(".lobby-more .qr")).to_be_visible()
        yield "lobby", lead
        yield from self._pages(lead)
        wall = self._wall(lead)
        yield from Session(self.workshop, lead, guest, wall).screens()

    def _pages(self, room: RoomPage) -> Iterator[tuple[str, ProductPage]]:
        visitor, id = room.visitor, self.workshop.id
        pages: dict[str, Callable[[], ProductPage]] = {
            "maturity": lambda: MaturityPage(visitor).open(id),
            "stories": lambda: StoriesPage(visitor).open(id),
            "report": lambda: ReportPage(visitor).open(id),
            "past": lambda: PastPage(visitor).open(id),
            "programme": lambda: ProgrammePage(visitor).open(id),
            "step": lambda: ProgrammePage(visitor).look("Klantreis"),
            "afterwards": lambda: AfterwardsPage(visitor).open(id),
            "settings": lambda: SettingsPage(visitor).open(id),
        }
        for name, open_page in pages.items():
            yield name, self._settled(open_page())

    def _wall(self, lead: RoomPage) -> WallPage:
        address = SettingsPage(lead.visitor).renew("projector")
        lead.open(self.workshop.id)
        return WallPage(self.workshop.visit(**self.device), urlsplit(address).path)

    def _settled(self, page: ProductPage) -> ProductPage:
        page.heading.first.wait_for()
        page.settled()
        return page
