"""The page of the maturity index."""

from playwright.sync_api import Locator, expect

from tests.e2e.pages.page import ProductPage


class MaturityPage(ProductPage):
    """Scores for who leads, a view for everybody else."""

    def open(self, workshop: str) -> "MaturityPage":
        """Go there."""
        self.visitor.open(f"/maturity?w={workshop}")
        self.outcome.wait_for()
        self.settled()
        return self

    def statement(self, question: str) -> Locator:
        """The card of one question."""
        return self.keyed(f"statement-{question}")

    def score(self, question: str, points: int) -> None:
        """Give a score, and wait until it is kept."""
        choice = self.keyed(f"scale-{question}").get_by_role("radio", name=str(points), exact=True)
        choice.click()
        expect(choice).to_be_checked()
        self.settled()

    def remark(self, question: str, text: str) -> None:
        """Say why, and wait until it is kept: the table below is drawn from what is on disk."""
        area = self.statement(question).get_by_role("textbox")
        area.fill(text)
        area.blur()
        expect(self.keyed("scores")).to_contain_text(text)

    @property
    def outcome(self) -> Locator:
        """What the scores add up to."""
        return self.keyed("outcome")

    @property
    def radar(self) -> Locator:
        """The shape of the scores."""
        return self.keyed("radar").get_by_role("img").first
