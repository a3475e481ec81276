"""The page of the addresses, the settings and the people."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator

from tests.e2e.pages.page import ProductPage


class SettingsPage(ProductPage):
    """For facilitators."""

    def open(self, workshop: str) -> "SettingsPage":
        """Go there."""
        self.visitor.open(f"/settings?w={workshop}")
        self.keyed("join-code").wait_for()
        return self

    @property
    def workshop(self) -> str:
        """The id in the address."""
        return parse_qs(urlsplit(self.page.url).query)["w"][0]

    @property
    def code(self) -> str:
        """The join code as people type it."""
        return "".join(self.keyed("join-code").inner_text().split())

    def address(self, key: str) -> str:
        """An address as it can be copied."""
        return self.keyed(key).locator(".copyable span").inner_text()

    @property
    def qr(self) -> Locator:
        """The picture that phones read."""
        return self.page.get_by_role("img", name="QR-code van het adres om mee te doen")

    def renew(self, kind: str) -> str:
        """A new address for the `projector`, `facilitator` or `reader`."""
        self.keyed(f"door-{kind}").get_by_role("button", name="Nieuw adres").click()
        self.keyed(f"renew-{kind}").get_by_role("button").click()
        return self.address(f"address-{kind}")

    def close_door(self) -> None:
        """Let nobody new in."""
        self.keyed("door").get_by_role("button").click()
        self.keyed("join-card").get_by_test_id("stAlert").wait_for()
