from pathlib import Path

import pytest

from canvas.board.changes import StoryAdd
from canvas.board.messages import change
from sentences import sentence
from services import services
from stepstones.rules import Actor
from storage import secret
from storage.founding import Founded
from storage.ledger import Request
from tests.app_pages.browser import Browser, kept
from tests.app_pages.conftest import Open

REAL = Path(__file__).parents[1] / "stepstones" / "real"
FILES = {"g03-loudoun.txt": 58, "g12-camperplus.txt": 55, "g13-planningpoker.txt": 53}


@pytest.fixture
def page(facilitator: Browser, founded: Founded) -> Browser:
    facilitator.open("stories", w=founded.workshop)
    return facilitator


def tell(browser: Browser, role: str, want: str, benefit: str = "", stone: str = "") -> None:
    rounds = browser.page.session_state["told"]
    browser.page.text_input(key=f"tell-{rounds}-role").set_value(role)
    browser.page.text_area(key=f"tell-{rounds}-want").set_value(want)
    browser.page.text_area(key=f"tell-{rounds}-benefit").set_value(benefit)
    browser.page.selectbox(key=f"tell-{rounds}-stone").set_value(stone)
    browser.press("add")


def paste(browser: Browser, text: str) -> None:
    browser.page.text_area(key=f"pasted-{browser.page.session_state['brought']}").set_value(text)
    browser.run()


def told(founded: Founded) -> list[tuple[str, str, str, str | None]]:
    return [(story.role, story.want, story.benefit, story.stone) for story in kept(founded.workshop).stories]


def test_a_story_told_in_three_fields_is_kept_at_its_stone(page: Browser, founded: Founded) -> None:
    tell(page, "lid", "stemmen", "ik meetel", "teams")
    assert told(founded) == [("lid", "stemmen", "ik meetel", "teams")]
    assert "Als **lid** wil ik stemmen, zodat ik meetel" in page.words.replace("\\", "")


def test_the_fields_are_empty_for_the_next_story_at_the_same_stone(page: Browser) -> None:
    tell(page, "lid", "stemmen", stone="teams")
    assert page.page.text_input(key="tell-1-role").value == ""
    assert page.page.selectbox(key="tell-1-stone").value == "teams"


def test_a_story_that_wants_nothing_is_refused_and_what_was_typed_stays(page: Browser, founded: Founded) -> None:
    tell(page, "lid", " ")
    assert page.problems == [sentence("empty", "nl")]
    assert page.page.text_input(key="tell-0-role").value == "lid"
    assert told(founded) == []


def test_hostile_stories_are_shown_as_they_are(page: Browser) -> None:
    tell(page, "**<b>x</b>**", "[klik](http://evil) :red[rood] $x$")
    assert r"**\*\*\<b\>x\<\/b\>\*\*** wil ik \[klik\]\(http\:\/\/evil\) \:red\[rood\] \$x\$" in page.words


@pytest.mark.parametrize(("name", "lines"), FILES.items())
def test_every_line_of_a_real_file_is_accounted_for(page: Browser, founded: Founded, name: str, lines: int) -> None:
    data = (REAL / name).read_bytes()
    page.page.file_uploader(key="file-0").set_value((name, data, "text/plain"))
    page.run()
    table = page.page.table[0].value
    whole = sum(1 for role in table["Als"] if role)
    assert len(table) == lines
    assert page.page.header[0].value.startswith(f"{lines} regels: {whole} ")
    page.press("add_all")
    stories = kept(founded.workshop).stories
    present = [line for line in data.decode().replace("\ufeff", "").splitlines() if line.strip()]
    assert [story.source.strip() for story in stories] == [line.strip() for line in present]


def test_a_line_that_is_no_story_comes_along_as_it_is(page: Browser, founded: Founded) -> None:
    paste(page, "Als lid wil ik stemmen zodat ik meetel\n\nzomaar een zin")
    assert page.page.header[0].value == "2 regels: 1 verhaal, 1 zoals het er staat; er wordt niets weggelaten."
    page.page.selectbox(key="put-at").set_value("goals")
    page.press("add_all")
    assert told(founded) == [("lid", "stemmen", "ik meetel", "goals"), ("", "zomaar een zin", "", "goals")]
    assert page.page.text_area(key="pasted-1").value == ""


def test_a_line_that_is_too_long_is_named_and_nothing_can_be_added(page: Browser, founded: Founded) -> None:
    paste(page, "Als lid wil ik stemmen\nAls lid wil ik " + "x" * 2001)
    assert page.problems == [sentence("line_too_long", "nl", {"line": 2, "limit": 2000})]
    assert page.page.button(key="add_all").disabled
    assert told(founded) == []


def test_more_than_there_is_room_for_is_refused_whole(page: Browser, founded: Founded) -> None:
    paste(page, "\n".join(f"Als lid wil ik ding {number}" for number in range(2001)))
    page.press("add_all")
    assert page.problems == [sentence("stories_full", "nl", {"limit": 2000})]
    assert told(founded) == []


def test_who_told_a_story_changes_it(member: Open, founded: Founded) -> None:
    browser = member("participant")
    browser.open("stories", w=founded.workshop)
    tell(browser, "lid", "stemmen")
    [story] = kept(founded.workshop).stories
    browser.press(f"change-{story.id}")
    browser.page.text_area(key=f"mend-{story.id}-want").set_value("meepraten")
    browser.press("save-story")
    assert told(founded) == [("lid", "meepraten", "", None)]


def test_who_told_a_story_deletes_it(member: Open, founded: Founded) -> None:
    browser = member("participant")
    browser.open("stories", w=founded.workshop)
    tell(browser, "lid", "stemmen")
    [story] = kept(founded.workshop).stories
    browser.press(f"change-{story.id}")
    browser.press("delete-story")
    assert told(founded) == []


def test_others_read_a_story_and_cannot_change_it(member: Open, founded: Founded) -> None:
    asked = change(StoryAdd, story="s1", stone=None, role="lid", want="stemmen")
    leader = Actor(founded.facilitator.person, "facilitator")
    services().ledger.submit(Request(founded.workshop, secret.id(), asked, leader))
    browser = member("participant")
    browser.open("stories", w=founded.workshop)
    assert "Als **lid** wil ik stemmen" in browser.words
    assert "change-s1" not in [button.key for button in browser.page.button]


def test_a_reader_reads_only(member: Open, founded: Founded) -> None:
    browser = member("reader")
    browser.open("stories", w=founded.workshop)
    assert not browser.page.button
    assert browser.page.header[0].value == "Nog geen user stories"
