"""The first page, and the page for a name that follows it."""

from pathlib import Path

from playwright.sync_api import Locator

from tests.e2e.pages.page import ProductPage


class HomePage(ProductPage):
    """Join, make, go back, import, or look at the example."""

    def open(self) -> "HomePage":
        """Go there."""
        self.visitor.open("/")
        self.heading.wait_for()
        return self

    def make(self, title: str, organisation: str, relations: tuple[str, ...] = ()) -> None:
        """Make a workshop with these relations, by the words on the page."""
        self.page.get_by_role("textbox", name="Titel").fill(title)
        self.page.get_by_role("textbox", name="Organisatie").fill(organisation)
        for relation in relations:
            self.keyed("relations").get_by_text(relation, exact=True).click()
        self.keyed("make_workshop").get_by_role("button").click()

    def knock(self, code: str) -> None:
        """Type a code and ask to come in."""
        self.keyed("code").get_by_role("textbox").fill(code)
        self.keyed("knock").get_by_role("button").click()

    def come_in(self, name: str) -> None:
        """Give a name on the page that follows a join code."""
        self.keyed("name").get_by_role("textbox").fill(name)
        self.keyed("come_in").get_by_role("button").click()

    def go_on(self, name: str = "") -> None:
        """Say on the page that follows the facilitators' key who one is."""
        self.keyed("known").get_by_role("button", name=name).first.click()

    def try_example(self) -> None:
        """Open the filled example."""
        self.keyed("example").get_by_role("button").click()

    def open_archive(self, file: Path) -> None:
        """Make a workshop from an archive."""
        self.page.get_by_role("button", name="Een archief openen").click()
        self.keyed("archive").locator("input[type=file]").set_input_files(file)
        self.keyed("import").get_by_role("button").click()

    @property
    def problem(self) -> Locator:
        """The sentence that says what went wrong."""
        return self.page.get_by_test_id("stAlert")

    @property
    def mine(self) -> Locator:
        """The workshops of this device."""
        return self.keyed("mine")
