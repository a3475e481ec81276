"""The page of all user stories."""

from pathlib import Path

from playwright.sync_api import Locator

from tests.e2e.pages.page import ProductPage


class StoriesPage(ProductPage):
    """Tell one, or bring many."""

    def open(self, workshop: str) -> "StoriesPage":
        """Go there."""
        self.visitor.open(f"/stories?w={workshop}")
        self.heading.wait_for()
        self.settled()
        return self

    def tell(self, role: str, want: str, benefit: str) -> None:
        """One story in three fields."""
        form = self.page.get_by_test_id("stForm")
        for label, text in (("Als", role), ("wil ik", want), ("zodat", benefit)):
            form.get_by_role("textbox", name=label, exact=True).fill(text)
        self.keyed("add").get_by_role("button").click()

    def paste(self, lines: str) -> None:
        """Text from elsewhere, one story a line."""
        self._bring_many()
        area = self.page.get_by_role("textbox", name="Plak ze hier, één per regel")
        area.fill(lines)
        area.press("ControlOrMeta+Enter")

    def upload(self, file: Path) -> None:
        """A text file, one story a line."""
        self._bring_many()
        self.keyed("telling").locator("input[type=file]").set_input_files(file)

    @property
    def preview(self) -> Locator:
        """What will come of every line."""
        return self.keyed("preview")

    def put_at(self, stone: str) -> None:
        """Choose the stone where the lines go."""
        self.preview.get_by_role("combobox", name="Zet ze bij").click()
        self.page.get_by_role("option", name=stone, exact=True).click()
        self.settled()

    def add_all(self) -> None:
        """Keep what was found."""
        self.keyed("add_all").get_by_role("button").click()

    @property
    def listed(self) -> Locator:
        """The card with all stories."""
        return self.keyed("listed")

    def _bring_many(self) -> None:
        self.page.get_by_role("tab", name="Veel tegelijk meebrengen").click()
