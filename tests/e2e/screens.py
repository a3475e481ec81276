"""Every screen of the product, filled: the ways there, for who looks at all of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.e2e.pages.home_page import HomePage
from tests.e2e.pages.maturity_page import MaturityPage
from tests.e2e.pages.page import ProductPage
from tests.e2e.pages.past_page import PastPage
from tests.e2e.pages.report_page import ReportPage
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.pages.settings_page import SettingsPage
from tests.e2e.pages.stories_page import StoriesPage
from tests.e2e.workshop import Workshop

STONE = "Klantreis"
"""Of the example: notes, sketches and stories."""


@dataclass(frozen=True)
class Tour:
    """A walk by one facilitator and one newcomer through a filled workshop, on devices of one kind."""

    workshop: Workshop
    device: dict[str, Any]

    def screens(self) -> Iterator[tuple[str, ProductPage]]:
        """Each screen with its name, ready to be looked at; valid until the next is asked for."""
        newcomer = HomePage(self.workshop.visit(**self.device)).open()
        yield "home", self._settled(newcomer)
        newcomer.visitor.open(f"/j/{self.workshop.code}")
        newcomer.keyed("come_in").wait_for()
        yield "join", self._settled(newcomer)
        newcomer.visitor.context.close()
        yield from self._led(self.workshop.facilitator(**self.device))

    def _led(self, room: RoomPage) -> Iterator[tuple[str, ProductPage]]:
        yield "lobby", room
        room.go(STONE)
        room.button("Bord").click()
        yield "board", self._drawn(room)
        room.button("Lijst").click()
        yield "list", self._drawn(room)
        room.stories_button.click()
        yield "panel", room
        yield from self._pages(room)

    def _pages(self, room: RoomPage) -> Iterator[tuple[str, ProductPage]]:
        visitor, id = room.visitor, self.workshop.id
        pages: dict[str, Callable[[], ProductPage]] = {
            "maturity": lambda: MaturityPage(visitor).open(id),
            "stories": lambda: StoriesPage(visitor).open(id),
            "report": lambda: ReportPage(visitor).open(id),
            "past": lambda: PastPage(visitor).open(id),
            "settings": lambda: SettingsPage(visitor).open(id),
        }
        for name, open_page in pages.items():
            yield name, self._settled(open_page())
        wall = SettingsPage(visitor).renew("projector")
        visitor.context.clear_cookies()
        visitor.open(urlsplit(wall).path)
        room.ready()
        room.page.locator(".wall-main .note:visible, .slip:visible").first.wait_for()
        yield "projector", room

    def _settled(self, page: ProductPage) -> ProductPage:
        page.heading.first.wait_for()
        page.settled()
        return page

    def _drawn(self, room: RoomPage) -> RoomPage:
        """All notes and pictures are there."""
        room.notes.filter(visible=True).first.wait_for()
        for image in room.page.locator(".note-picture:visible, .row-picture:visible").all():
            expect(image).to_have_js_property("complete", True)
        return room
