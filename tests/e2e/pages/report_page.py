"""The page of the report and the archive."""

from pathlib import Path

from playwright.sync_api import Locator

from tests.e2e.pages.page import ProductPage


class ReportPage(ProductPage):
    """What a manager and the team take home."""

    def open(self, workshop: str) -> "ReportPage":
        """Go there."""
        self.visitor.open(f"/report?w={workshop}")
        self.contents.wait_for()
        return self

    def word(self, folder: Path) -> Path:
        """The Word report, downloaded by a click."""
        return self._download("Word-rapport downloaden", folder)

    def archive(self, folder: Path) -> Path:
        """The archive, downloaded by a click."""
        return self._download("Archief bewaren", folder)

    @property
    def contents(self) -> Locator:
        """What will be in the report."""
        return self.keyed("contents")

    def _download(self, link: str, folder: Path) -> Path:
        with self.page.expect_download() as coming:
            self.page.get_by_role("link", name=link).click()
        path = folder / coming.value.suggested_filename
        coming.value.save_as(path)
        return path
