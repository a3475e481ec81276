import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.pages.home_page import HomePage
from tests.e2e.pages.maturity_page import MaturityPage
from tests.e2e.pages.report_page import ReportPage
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.pages.settings_page import SettingsPage
from tests.e2e.pages.stories_page import StoriesPage
from tests.e2e.workshop import Workshop

HOSTILE = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script> **[x](javascript:alert(1))** $x$ :red[y]"
NAME = "<b onmouseover=hacked=1>Bram</b> & 'co' :smile: *x*"


@pytest.fixture
def room(workshop: Workshop) -> RoomPage:
    """Somebody with a hostile name, at a stone."""
    room = workshop.participant(NAME)
    room.go("Segment")
    return room


def test_html_scripts_and_markdown_are_shown_as_text_on_every_page(visit: Visit) -> None:
    home = HomePage(visit()).open()
    home.make(HOSTILE, HOSTILE)
    made = SettingsPage(home.visitor)
    made.keyed("join-code").wait_for()
    id, leader = made.workshop, RoomPage(home.visitor)
    harmless(leader)

    expect(leader.open(id).page.locator(".header .title")).to_have_text(HOSTILE)
    leader.go("Segment")
    note = leader.write(HOSTILE)
    expect(note.locator(".note-text")).to_have_text(HOSTILE)
    leader.button("Lijst").click()
    expect(leader.notes.locator(".row-text")).to_have_text(HOSTILE)
    harmless(leader)

    stories = StoriesPage(home.visitor).open(id)
    expect(stories.keyed("whose")).to_have_text(f"{HOSTILE} · {HOSTILE}")
    stories.tell(HOSTILE, HOSTILE, HOSTILE)
    expect(stories.listed).to_contain_text(HOSTILE)
    harmless(leader)

    maturity = MaturityPage(home.visitor).open(id)
    maturity.score("vision", 1)
    maturity.remark("vision", HOSTILE)
    expect(maturity.keyed("scores")).to_contain_text(HOSTILE)
    harmless(leader)

    expect(ReportPage(home.visitor).open(id).keyed("whose")).to_contain_text(HOSTILE)
    harmless(leader)
    expect(HomePage(home.visitor).open().mine).to_contain_text(HOSTILE)
    harmless(leader)


def test_a_hostile_name_is_shown_as_text(room: RoomPage, workshop: Workshop) -> None:
    expect(room.write("Van mij").locator(".note-author")).to_contain_text(NAME[:20])
    settings = SettingsPage(workshop.facilitator().visitor).open(workshop.id)
    expect(settings.keyed("people")).to_contain_text(NAME)
    harmless(room)


def test_bidirectional_overrides_that_are_pasted_never_reach_others(room: RoomPage, workshop: Workshop) -> None:
    facilitator = workshop.facilitator()
    facilitator.go("Segment")
    expect(room.title).to_have_text("Segment")
    paste(room, "Prijslijst\u202egpj.exe\u0007 en \U0001f600")
    room.line.press("Enter")
    note = facilitator.note("Prijslijst")
    expect(note).to_be_visible()
    assert facilitator.texts() == ["Prijslijstgpj.exe en \U0001f600"]


def test_two_thousand_signs_fit_and_one_more_is_explained_without_losing_the_text(room: RoomPage) -> None:
    full = "\U0001f600" + "a" * 1999
    note = room.write(full)
    expect(note).to_be_visible()
    room.line.fill(full + "b")
    room.line.press("Enter")
    expect(room.page.locator(".toast")).to_contain_text("2000")
    expect(room.line).to_have_value(full + "b")
    expect(room.notes).to_have_count(1)


def harmless(room: RoomPage) -> None:
    """No script of a text ran on this page."""
    assert room.page.evaluate("window.hacked") is None


def paste(room: RoomPage, text: str) -> None:
    """As if it came from the clipboard, which a page on a network name may not read."""
    room.line.focus()
    room.page.keyboard.insert_text(text)
