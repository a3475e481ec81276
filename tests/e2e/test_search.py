import re

from playwright.sync_api import expect

from tests.e2e.axe import faults
from tests.e2e.conftest import PHONE
from tests.e2e.pages.search_panel import SearchPanel
from tests.e2e.workshop import Workshop

DIM = re.compile(r"\bdim\b")


def test_one_search_finds_notes_and_stories_of_every_board_and_leads_there(workshop: Workshop) -> None:
    room = workshop.facilitator()
    room.go("Teams")
    room.write("Één balie voor alle vragen")
    room.write("Kassa belt terug")
    room.go("Kanalen")
    room.write("Balie en telefoon")
    room.stories_button.click()
    room.tell("bezoeker", "iemand aan de balie", "ik geholpen word")
    expect(room.stories).to_contain_text("iemand aan de balie")

    panel = SearchPanel(room).open()
    expect(room.stories).to_be_hidden()
    expect(panel.field).to_be_focused()
    panel.look_for("BALIE")
    expect(panel.count).to_have_text("3 gevonden")
    assert panel.groups() == ["Kanalen (2)", "Teams (1)"]
    panel.look_for("een balie")
    expect(panel.results).to_have_count(1)

    panel.field.press("ArrowDown")
    expect(panel.results).to_be_focused()
    room.page.keyboard.press("Enter")
    expect(room.title).to_have_text("Teams")
    expect(room.note("Één balie")).to_have_class(re.compile(r"\bselected\b"))
    expect(room.note("Één balie")).not_to_have_class(DIM)
    expect(room.note("Kassa belt terug")).to_have_class(DIM)
    assert faults(room.page) == []

    panel.look_for("geholpen")
    panel.results.click()
    expect(room.title).to_have_text("Kanalen")
    expect(room.stories).to_be_visible()
    expect(panel.element).to_be_hidden()


def test_filters_narrow_and_escape_takes_them_off_the_board(workshop: Workshop) -> None:
    facilitator, bram = workshop.facilitator(), workshop.participant("Bram")
    facilitator.go("Teams")
    facilitator.write("Van wie leidt")
    expect(bram.title).to_have_text("Teams")
    bram.write("Van Bram")
    panel = SearchPanel(facilitator).open()
    panel.choose("Schrijver", "Bram")
    expect(panel.count).to_have_text("1 gevonden")
    expect(facilitator.note("Van wie leidt")).to_have_class(DIM)
    bram.write("Nog een van Bram")
    expect(panel.count).to_have_text("2 gevonden")
    workshop.participant("Cato").write("Van Cato")
    panel.choose("Schrijver", "Cato")
    expect(panel.count).to_have_text("1 gevonden")
    panel.choose("Steen", "Kanalen")
    expect(panel.count).to_have_text("0 gevonden")
    facilitator.page.keyboard.press("Escape")
    expect(panel.element).to_be_hidden()
    expect(facilitator.note("Van wie leidt")).not_to_have_class(DIM)


def test_on_a_phone_the_panel_makes_way_for_what_was_found(workshop: Workshop) -> None:
    room = workshop.participant("Bram", **PHONE)
    room.stone("Teams").click()
    room.button("Bord").click()
    room.write("Ergens op het bord")
    panel = SearchPanel(room).open()
    panel.look_for("ergens")
    panel.results.click()
    expect(panel.element).to_be_hidden()
    expect(room.note("Ergens op het bord")).to_be_visible()
