"""The page of the programme, for who leads."""

from playwright.sync_api import Locator

from tests.e2e.pages.page import ProductPage


class ProgrammePage(ProductPage):
    """The steps of half a day, and what is prepared at each."""

    def open(self, workshop: str) -> "ProgrammePage":
        """Go there."""
        self.visitor.open(f"/programme?w={workshop}")
        self.keyed("recipe").wait_for()
        self.settled()
        return self

    def look(self, step: str) -> "ProgrammePage":
        """Open what is prepared at a step of the page that is open."""
        self.page.get_by_role("button", name=f"Notities en vragen van {step}").click()
        self.window.get_by_role("button", name="Bewaren").wait_for()
        self.settled()
        return self

    @property
    def window(self) -> Locator:
        """What is prepared at one step."""
        return self.page.get_by_role("dialog")
