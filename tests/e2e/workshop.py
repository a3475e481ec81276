"""A workshop to meet in: its addresses, and people who come in by them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from storage.founding import Founded
from tests.e2e.pages.home_page import HomePage
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.pages.settings_page import SettingsPage
from tests.e2e.pages.wall_page import WALL, WallPage
from tests.e2e.visitor import Visitor


@dataclass(frozen=True)
class Workshop:
    """One workshop of a running server, and the means to visit it."""

    id: str
    code: str
    key: str
    """Of the facilitator's address."""
    visit: Callable[..., Visitor]

    def facilitator(self, **device: Any) -> RoomPage:
        """In the room as who leads already, on another device."""
        visitor = self.visit(**device)
        visitor.open(f"/f/{self.key}")
        HomePage(visitor).go_on()
        return RoomPage(visitor).ready()

    def another_facilitator(self, name: str, **device: Any) -> RoomPage:
        """In the room as one more who leads."""
        visitor = self.visit(**device)
        visitor.open(f"/f/{self.key}")
        HomePage(visitor).come_in(name)
        return RoomPage(visitor).ready()

    def participant(self, name: str, **device: Any) -> RoomPage:
        """In the room as somebody who joined with the code."""
        visitor = self.visit(**device)
        visitor.open(f"/j/{self.code}")
        HomePage(visitor).come_in(name)
        return RoomPage(visitor).ready()

    def wall(self, lead: RoomPage, **device: Any) -> WallPage:
        """The shared screen on a device of its own, by an address that who leads makes for it."""
        address = SettingsPage(lead.visitor).open(self.id).renew("projector")
        lead.open(self.id)
        return WallPage(self.visit(**{**WALL, **device}), urlsplit(address).path)


def of(founded: Founded, visit: Callable[..., Visitor]) -> Workshop:
    """The workshop that was just made."""
    return Workshop(founded.workshop, founded.code, founded.facilitator_key, visit)
