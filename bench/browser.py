"""A real browser: the same Chromium as the tests have, and the ways into the room."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

from scripts import programs

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PATIENCE = 60_000


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of the tests."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=programs.browser(), args=ARGUMENTS)
        yield browser
        browser.close()


def led(browser: Browser, address: str) -> Page:
    """The room as who leads."""
    page = fresh(browser, address)
    page.locator(".st-key-known button").first.click()
    page.locator(".path").wait_for()
    return page


def joined(browser: Browser, address: str) -> Page:
    """The room as who just joined."""
    page = fresh(browser, address)
    page.locator(".st-key-name input").fill("Follower")
    page.locator(".st-key-come_in button").click()
    page.locator(".path").wait_for()
    return page


def fresh(browser: Browser, address: str) -> Page:
    """A page of a new device."""
    page = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    return page
