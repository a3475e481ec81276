"""People in groups: by chance, by hand, with a stone of their own, and back together."""

from playwright.sync_api import expect

from tests.e2e.pages.lead_panel import LeadPanel
from tests.e2e.workshop import Workshop


def test_a_group_with_a_stone_of_its_own_works_there_until_everybody_is_called_back(
    workshop: Workshop,
) -> None:
    lead, anna, bram = workshop.facilitator(), workshop.participant("Anna"), workshop.participant("Bram")
    lead.go("Teams")
    panel = LeadPanel(lead, "Groepen")
    panel.element.get_by_label("Hoeveel groepen").fill("2")
    panel.button("Verdeel door loting").click()
    expect(panel.group("Groep 2")).to_be_visible()
    assert sorted(panel.seated("Groep 1") + panel.seated("Groep 2")) == ["Anna", "Bram"]
    mine = "Groep 1" if panel.seated("Groep 1") == ["Anna"] else "Groep 2"
    expect(anna.page.locator(".toast")).to_contain_text(mine)
    panel.group(mine).get_by_label("Werkt bij").select_option(label="Kanalen")
    expect(anna.title).to_have_text("Kanalen")
    expect(bram.title).to_have_text("Teams")
    note = anna.write("Van onze tafel")
    panel.group(mine).get_by_role("button", name="Andere naam").click()
    panel.room.page.get_by_role("textbox", name="Naam", exact=True).fill("De balie")
    panel.agree("Bewaren")
    panel = LeadPanel(lead, "Mensen")
    panel.element.get_by_label("Onder briefjes staat").select_option(label="de naam van hun groep")
    expect(note.locator(".note-author")).to_have_text("De balie")
    lead.button("Haal iedereen hierheen").click()
    expect(anna.title).to_have_text("Teams")


def test_somebody_who_comes_late_gets_a_seat_and_is_moved_with_the_keyboard(workshop: Workshop) -> None:
    lead, _anna = workshop.facilitator(), workshop.participant("Anna")
    panel = LeadPanel(lead, "Groepen")
    panel.element.get_by_label("Hoeveel groepen").fill("3")
    panel.button("Lege groepen, om zelf te vullen").click()
    panel.group("In geen groep").get_by_role("button", name="Anna").press("Enter")
    panel.group("Groep 2").get_by_role("button", name="Zet hier: Groep 2").press("Enter")
    expect(panel.group("Groep 2").locator(".seats button")).to_have_text("Anna")
    expect(panel.group("Groep 2").locator(".seats button")).to_be_focused()
    bram = workshop.participant("Bram")
    panel.button("Geef 1 persoon een plek").click()
    expect(panel.group("Groep 1").locator(".seats button")).to_have_text("Bram")
    bram.page.locator(".people-button").click()
    expect(bram.page.locator(".popover:popover-open")).to_contain_text("Groep 1")
    stones = [panel.group(name).get_by_label("Werkt bij") for name in ("Groep 1", "Groep 2")]
    for stone in stones:
        stone.select_option(label="Kanalen")
        expect(panel.button("Iedereen bij elkaar")).to_be_visible()
    panel.button("Iedereen bij elkaar").click()
    for stone in stones:
        expect(stone).to_have_value("")
    panel.button("Geen groepen meer").click()
    panel.agree("Geen groepen meer")
    expect(panel.button("Lege groepen, om zelf te vullen")).to_be_visible()
