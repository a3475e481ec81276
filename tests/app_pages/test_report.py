from canvas.board.leading import StoneFinish
from canvas.board.messages import change
from canvas.board.notes import NoteAdd
from sentences import sentence
from services import services
from stepstones.rules import HOUSE
from storage import secret
from storage.founding import Founded
from storage.ledger import Request
from tests.app_pages.browser import Browser
from tests.app_pages.conftest import Open


def links(browser: Browser) -> str:
    return "".join(str(element.proto.body) for element in browser.page.get("html"))


def test_the_word_report_is_one_click_away_for_everybody(member: Open, founded: Founded) -> None:
    for role in ("facilitator", "participant", "reader"):
        browser = member(role)
        browser.open("report", w=founded.workshop)
        assert f'href="/api/workshops/{founded.workshop}/report.docx"' in links(browser)


def test_notes_and_stories_can_be_taken_home_as_a_spreadsheet_file(member: Open, founded: Founded) -> None:
    browser = member("reader")
    browser.open("report", w=founded.workshop)
    assert f'href="/api/workshops/{founded.workshop}/notes-and-stories.csv"' in links(browser)


def test_a_report_that_failed_is_told_on_the_page(facilitator: Browser, founded: Founded) -> None:
    facilitator.open("report", w=founded.workshop, problem="report_failed")
    assert facilitator.problems == [sentence("report_failed", "nl")]
    facilitator.open("report", w=founded.workshop, problem="<b>")
    assert facilitator.problems == []


def test_only_facilitators_keep_the_archive(member: Open, founded: Founded) -> None:
    for role, may in (("facilitator", True), ("participant", False), ("reader", False)):
        browser = member(role)
        browser.open("report", w=founded.workshop)
        assert (f"/api/workshops/{founded.workshop}/archive.json" in links(browser)) is may


def test_what_will_be_in_it_is_counted_stone_by_stone(facilitator: Browser, founded: Founded) -> None:
    ledger = services().ledger
    for asked in (
        change(NoteAdd, note="n1", stone="segment", text="Leden"),
        change(StoneFinish, stone="segment", finished=True),
    ):
        ledger.submit(Request(founded.workshop, secret.id(), asked, HOUSE))
    facilitator.open("report", w=founded.workshop)
    rows = facilitator.page.table[0].value.values.tolist()
    assert rows[0] == [r"1\. Segment", "1", "–", "ja"]
    assert rows[1][1:] == ["–", "–", ""]
    assert len(rows) == 10


def test_a_stranger_is_sent_home(stranger: Browser, founded: Founded) -> None:
    stranger.open("report", w=founded.workshop)
    assert stranger.problems == [sentence("not_a_member", "nl")]


def test_a_workshop_that_is_gone_is_told(stranger: Browser) -> None:
    stranger.open("report", w="nothing-here")
    assert stranger.problems == [sentence("workshop_gone", "nl")]
