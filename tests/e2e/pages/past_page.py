"""The page of what was."""

from playwright.sync_api import Locator

from tests.e2e.pages.page import ProductPage


class PastPage(ProductPage):
    """The trash, the snapshots and the history."""

    def open(self, workshop: str) -> "PastPage":
        """Go there."""
        self.visitor.open(f"/history?w={workshop}")
        self.heading.wait_for()
        self.settled()
        return self

    def tab(self, name: str) -> "PastPage":
        """One of the three: `Prullenbak`, `Momentopnamen`, `Geschiedenis`."""
        self.page.get_by_role("tab", name=name).click()
        return self

    def choose(self, text: str) -> None:
        """Something in the trash."""
        self.keyed("trash").get_by_role("checkbox", name=text).check(force=True)
        self.settled()

    def bring_back(self) -> None:
        """What was chosen."""
        self.page.get_by_role("button", name="Terughalen").click()
        self.page.get_by_text("Teruggehaald").wait_for()

    @property
    def snapshots(self) -> Locator:
        """The boards that were kept."""
        return self.page.locator("[class*='st-key-snapshot-words-']")

    def look(self) -> "PastPage":
        """Open the newest board that was kept."""
        self.page.get_by_role("button", name="Bekijken").first.click()
        self.page.get_by_role("dialog").locator(".lying").first.wait_for()
        self.settled()
        return self

    def restore(self) -> None:
        """Make the newest board that was kept what is on the stone."""
        self.page.get_by_role("button", name="Terugzetten").first.click()
        self.page.get_by_role("button", name="Dit bord terugzetten").filter(visible=True).click()
        self.page.get_by_text("Het bord is weer zoals het was").wait_for()
