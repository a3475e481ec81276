"""The page of what comes after the session, for who leads."""

from tests.e2e.pages.page import ProductPage


class AfterwardsPage(ProductPage):
    """Close, read on, a next one, delete."""

    def open(self, workshop: str) -> "AfterwardsPage":
        """Go there."""
        self.visitor.open(f"/afterwards?w={workshop}")
        self.keyed("delete").wait_for()
        self.settled()
        return self
