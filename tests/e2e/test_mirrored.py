"""One screen for all: what is for one pair of eyes leaves it by one click."""

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e import axe
from tests.e2e.pages.lead_panel import LeadPanel
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.pages.search_panel import SearchPanel
from tests.e2e.pages.settings_page import SettingsPage
from tests.e2e.pages.writing_page import WritingPage
from tests.e2e.wire import ask
from tests.e2e.workshop import Workshop

NAMES = ("Wilhelmina", "Rozemarijn", "Balthazar")
"""Who leads, who takes part, and for whom something was written."""


@pytest.fixture
def lead(workshop: Workshop) -> RoomPage:
    """Who leads, on the screen that is mirrored."""
    return workshop.facilitator()


def switch(room: RoomPage) -> Locator:
    """The one click."""
    return room.button("Dit scherm wordt gedeeld (Shift+S)")


def all_of(room: RoomPage) -> str:
    """Everything that stands in the room, also in titles, labels and fields; what is not in it nobody sees."""
    told: str = room.page.locator(".room").evaluate(
        "room => room.outerHTML + [...room.querySelectorAll('input, textarea')].map(({ value }) => value).join()"
    )
    return told


def keeps_names(room: RoomPage) -> bool:
    """Does nothing in the room say who anybody is?"""
    return not any(name in all_of(room) for name in NAMES)


def test_names_hidden_notes_and_what_is_private_leave_a_shared_screen(lead: RoomPage, workshop: Workshop) -> None:
    lead.go("Segment")
    ask(lead, workshop.id, "stone.edit", stone="segment", writing="private")
    lead.write("Nog voor mij alleen")
    ask(lead, workshop.id, "stone.edit", stone="segment", writing="open")
    author = lead.note("Balie").locator(".note-author")
    roos = workshop.participant("Rozemarijn")
    roos.write("Balie")
    expect(author).to_have_text("Rozemarijn")
    programme = LeadPanel(lead, "Programma").element.locator(".programme")
    secrets = [programme, lead.note("Nog voor mij")]
    for secret in [*secrets, author]:
        expect(secret).to_be_visible()
    switch(lead).click()
    for secret in secrets:
        expect(secret).to_be_hidden()
    expect(author).to_have_text("")
    expect(lead.note("Balie")).to_be_visible()
    expect(switch(lead)).to_have_attribute("aria-pressed", "true")
    assert axe.faults(lead.page) == []
    expect(roos.note("Balie").locator(".note-author")).to_have_text("Rozemarijn")


def beside_the_board(lead: RoomPage, roos: RoomPage, workshop: str) -> None:
    """What is said of a note, and who says it: on it, in its windows, in the list and in a search."""
    lead.go("Segment")
    roos.write("Balie")
    (note,) = lead.note("Balie").evaluate_all("notes => notes.map(({ dataset }) => dataset.note)")
    ask(roos, workshop, "note.edit", note=note, behalf="Balthazar")
    ask(roos, workshop, "reaction.set", note=note, sign="heart", on=True)
    ask(roos, workshop, "comment.add", comment="c1", note=note, text="Zeker")
    roos.line.press("T")
    expect(lead.page.locator(".typing")).to_contain_text("Persoon 3")
    lead.page.locator(".voice").click()
    lead.page.get_by_role("dialog").get_by_role("textbox").fill("Balthazar")
    lead.page.keyboard.press("Enter")
    expect(lead.page.locator(".voice")).to_have_class("voice on")
    lead.note("Balie").click()
    expect(lead.page.get_by_role("button", name="Vind ik mooi: Persoon 3")).to_be_visible()
    lead.tool("Opmerkingen").click()
    expect(lead.page.get_by_role("dialog").get_by_role("listitem")).to_contain_text("Zeker")
    assert keeps_names(lead)
    lead.page.keyboard.press("Escape")
    lead.page.locator(".people-button").click()
    expect(lead.page.locator(".popover:popover-open")).to_contain_text("Persoon 3")
    lead.page.keyboard.press("Escape")
    lead.button("Lijst").click()
    search = SearchPanel(lead).open()
    for text, count in (("rozemarijn", 0), ("balie", 1)):
        search.look_for(text)
        expect(search.count).to_have_text(f"{count} gevonden")
    assert keeps_names(lead)


def in_the_panel(lead: RoomPage) -> None:
    """All parts of leading."""
    panel = LeadPanel(lead, "Groepen")
    panel.button("Verdeel door loting").click()
    expect(panel.element.locator(".seats button")).to_have_text("Persoon 3")
    for part in ("Programma", "Schrijven", "Stemmen", "Overzicht", "Mensen"):
        panel = LeadPanel(lead, part)
        assert keeps_names(lead)


def at_the_end(lead: RoomPage, roos: RoomPage, workshop: str) -> None:
    """Words are given by people."""
    ask(lead, workshop, "room.move", stone="closing", question=None)
    roos.page.get_by_label("Jouw woord").fill("moedig")
    roos.button("Geven").click()
    expect(lead.page.locator(".words")).to_contain_text("moedig")
    assert keeps_names(lead)


def test_no_part_of_the_room_names_anybody_and_no_page_shows_an_address(workshop: Workshop) -> None:
    lead = workshop.another_facilitator("Wilhelmina")
    settings = SettingsPage(lead.visitor).open(workshop.id)
    address = settings.renew("projector")
    settings.page.get_by_role("link", name="Naar de stenen").click()
    lead.ready()
    roos = workshop.participant("Rozemarijn")
    expect(lead.page.locator(".framing .names")).to_contain_text("Rozemarijn")
    lead.page.locator(".room").press("Shift+S")
    expect(lead.page.locator(".framing .names li")).to_have_text(["Persoon 2", "Persoon 3"])
    expect(lead.page.get_by_role("link", name="Gedeeld scherm openen")).to_be_hidden()
    assert keeps_names(lead)
    beside_the_board(lead, roos, workshop.id)
    in_the_panel(lead)
    at_the_end(lead, roos, workshop.id)

    lead.page.go_back()
    anyway = lead.page.get_by_role("button", name="Toon het hier toch")
    expect(anyway).to_be_visible()
    assert not any(told in lead.page.content() for told in (*NAMES, address))
    anyway.press("Enter")
    expect(settings.keyed("people")).to_contain_text("Rozemarijn")


def test_hidden_notes_leave_the_lists_of_a_shared_screen_too(lead: RoomPage, workshop: Workshop) -> None:
    lead.go("Segment")
    ask(lead, workshop.id, "stone.edit", stone="segment", writing="moderated")
    anna = workshop.participant("Anna")
    anna.write("Nog niet binnen")
    lead.button("Lijst").click()
    hidden = [lead.note("Nog niet binnen"), WritingPage(lead).waiting("Nog niet binnen")]
    for note in hidden:
        expect(note).to_be_visible()
    switch(lead).click()
    for note in hidden:
        expect(note).to_be_hidden()


def test_a_device_remembers_that_its_screen_is_shared_and_a_key_ends_it(lead: RoomPage) -> None:
    lead.page.locator(".room").press("Shift+S")
    expect(switch(lead)).to_have_attribute("aria-pressed", "true")
    lead.page.reload()
    lead.ready()
    expect(switch(lead)).to_have_attribute("aria-pressed", "true")
    expect(lead.page.locator(".room")).to_have_class("room leads shared")
    lead.page.locator(".title-button").click()
    expect(lead.page.get_by_role("link", name="Instellingen van deze workshop")).to_be_hidden()
    lead.page.keyboard.press("Escape")
    lead.page.locator(".room").press("Shift+S")
    expect(switch(lead)).to_have_attribute("aria-pressed", "false")


def test_who_takes_part_has_no_such_switch(workshop: Workshop) -> None:
    anna = workshop.participant("Anna")
    expect(anna.page.locator(".shared-switch")).to_be_hidden()
    anna.page.locator(".room").press("Shift+S")
    expect(anna.page.locator(".room.shared")).to_have_count(0)
