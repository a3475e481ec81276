"""Every line of every file can be added, or is named with what to do; through the page none gets lost."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app_pages.bringing import additions
from canvas.board import limits
from canvas.board.errors import BadMessage
from sentences import sentence
from stepstones.stories import read
from storage.founding import Founded
from tests.app_pages.browser import Browser, kept

ODD = ["\uf0b7", "\u0301", "\uf0b7 Als lid wil ik stemmen", "As a user I want \u200b", "A\u202eB", "\u3164", "\uffff"]


@pytest.fixture
def page(facilitator: Browser, founded: Founded) -> Browser:
    facilitator.open("stories", w=founded.workshop)
    return facilitator


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
@example("\n".join(ODD).encode())
@example("As a user\u2028I want ‮gnp.exe, so that\x0bit works".encode())
def test_every_line_of_any_file_becomes_a_story(data: bytes) -> None:
    found = read(data)
    asked = additions(found, "teams")
    assert len(asked) == len(found)
    assert [change.want for change in asked if not change.want] == []
    assert [change.story for change in asked] == sorted(change.story for change in asked)


@pytest.mark.parametrize(
    "line", ["x" * 2001, f"Als lid wil ik {'x' * 2001}", f"Als {'x' * 2001} wil ik y", "x y" * 2000]
)
def test_a_line_that_is_too_long_is_named(line: str) -> None:
    with pytest.raises(BadMessage) as caught:
        additions(read(f"een\n\n{line}\ntwee".encode()), None)
    assert caught.value.reason == "line_too_long"
    assert caught.value.values["line"] == 2
    assert caught.value.values["limit"] in (limits.STORY_PART, limits.STORY_SOURCE)


def test_lines_of_odd_signs_come_in_through_the_page(page: Browser, founded: Founded) -> None:
    data = "\r\n".join(ODD).encode("utf-16")
    page.page.file_uploader(key="file-0").set_value(("odd.txt", data, "text/plain"))
    page.run()
    assert page.problems == []
    page.press("add_all")
    stories = kept(founded.workshop).stories
    assert [(story.role, story.want) for story in stories] == [
        ("", "\uf0b7"), ("", "\u0301"), ("lid", "stemmen"), ("", "As a user I want \u200b"), ("", "AB"),
    ]  # fmt: skip


def test_what_was_pasted_and_what_was_chosen_come_along_together(page: Browser, founded: Founded) -> None:
    page.page.text_area(key="pasted-0").set_value("geplakt")
    page.page.file_uploader(key="file-0").set_value(("one.txt", b"gekozen", "text/plain"))
    page.run()
    page.press("add_all")
    assert [story.want for story in kept(founded.workshop).stories] == ["geplakt", "gekozen"]


def test_a_file_without_lines_says_so_and_the_pasted_ones_stay(page: Browser) -> None:
    page.page.text_area(key="pasted-0").set_value("geplakt")
    page.page.file_uploader(key="file-0").set_value(("none.txt", b"\n \n", "text/plain"))
    page.run()
    assert page.page.warning[0].value == "In dit bestand staan geen regels."
    assert len(page.page.table[0].value) == 1


def test_more_stories_than_fit_are_told_what_to_do() -> None:
    assert "2000" in sentence("stories_full", "nl", {"limit": 2000})
    assert "zijn er al" not in sentence("stories_full", "nl", {"limit": 2000})
