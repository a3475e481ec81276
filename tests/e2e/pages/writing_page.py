"""How people write at a stone, in the panel of who leads."""

from playwright.sync_api import Locator

from tests.e2e.pages.room_page import RoomPage


class WritingPage:
    """The part of leading that concerns writing, opened."""

    def __init__(self, room: RoomPage) -> None:
        self.room, self.page = room, room.page
        if not self.panel.is_visible():
            room.button("Leiden").click()
        self.panel.get_by_role("tab", name="Schrijven").click()

    @property
    def panel(self) -> Locator:
        """The panel beside the board."""
        return self.page.get_by_role("complementary", name="Leiden")

    def choose(self, way: str) -> None:
        """Have people write in this way at the stone in view."""
        choice = self.panel.get_by_role("radio", name=way)
        choice.check()

    def switch(self, name: str) -> Locator:
        """What participants may do here, or may not."""
        return self.panel.get_by_role("checkbox", name=name)

    @property
    def hidden(self) -> Locator:
        """How many notes are hidden here."""
        return self.panel.locator(".hidden-notes [role=status]")

    def waiting(self, text: str) -> Locator:
        """A note that waits to be let in."""
        return self.panel.locator(".waiting-notes li").filter(has_text=text)
