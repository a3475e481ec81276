"""Pages with names and addresses, on a screen that everybody in the room sees."""

import pytest

from storage.founding import Founded
from tests.app_pages.browser import Browser
from tests.app_pages.conftest import Open

SENTENCE = "Dit scherm wordt gedeeld"


def shared(member: Open, founded: Founded, role: str = "facilitator") -> Browser:
    """A browser whose screen became a shared one at nine."""
    browser = member(role)
    browser.cookies = {**browser.cookies, f"shared-{founded.workshop}": "nine"}
    return browser


@pytest.mark.parametrize("path", ["settings", "programme", "afterwards", "past"])
def test_a_private_page_of_who_leads_opens_behind_a_sentence(member: Open, founded: Founded, path: str) -> None:
    browser = shared(member, founded)
    browser.open(path, w=founded.workshop)
    assert SENTENCE in browser.words
    assert [button.key for button in browser.page.button] == ["show-anyway"]


def test_it_is_shown_all_the_same_as_long_as_this_sharing_lasts(member: Open, founded: Founded) -> None:
    browser = shared(member, founded)
    browser.open("settings", w=founded.workshop)
    browser.press("show-anyway")
    assert "Gerda" in browser.words
    browser.open("settings", w=founded.workshop, shown="nine")
    assert "Gerda" in browser.words
    browser.open("settings", w=founded.workshop, shown="yesterday")
    assert SENTENCE in browser.words


def test_a_screen_that_is_shared_for_another_workshop_or_not_at_all_shows_the_page(
    facilitator: Browser, founded: Founded
) -> None:
    facilitator.cookies = {**facilitator.cookies, "shared-another": "nine"}
    facilitator.open("settings", w=founded.workshop)
    assert "Gerda" in facilitator.words


def test_pages_of_the_session_and_of_who_takes_part_are_never_covered(member: Open, founded: Founded) -> None:
    lead, bram = shared(member, founded), shared(member, founded, "participant")
    for browser, path in ((lead, "maturity"), (lead, "stories"), (lead, "report"), (bram, "past")):
        browser.open(path, w=founded.workshop)
        assert SENTENCE not in browser.words
