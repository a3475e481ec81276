"""What all pages of the product share."""

from playwright.sync_api import Locator, Page, expect

from tests.e2e.visitor import Visitor


class ProductPage:
    """A page in somebody's browser."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.page: Page = visitor.page

    def keyed(self, key: str) -> Locator:
        """The part of the page that has this key in the code."""
        return self.page.locator(f".st-key-{key}")

    def settled(self) -> None:
        """Wait until Streamlit has drawn what was asked for."""
        expect(self.page.locator("[data-testid=stApp]")).to_have_attribute("data-test-script-state", "notRunning")

    @property
    def heading(self) -> Locator:
        """The title of the page."""
        return self.page.get_by_role("heading", level=1)
