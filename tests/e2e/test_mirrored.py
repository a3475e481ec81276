"""One screen for all: what is for one pair of eyes leaves it by one click."""

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e import axe
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.pages.writing_page import WritingPage
from tests.e2e.wire import ask
from tests.e2e.workshop import Workshop


@pytest.fixture
def lead(workshop: Workshop) -> RoomPage:
    """Who leads, on the screen that is mirrored."""
    return workshop.facilitator()


def switch(room: RoomPage) -> Locator:
    """The one click."""
    return room.button("Dit scherm wordt gedeeld (Shift+S)")


def test_names_hidden_notes_and_what_is_private_leave_a_shared_screen(lead: RoomPage, workshop: Workshop) -> None:
    lead.go("Segment")
    ask(lead, workshop.id, "stone.edit", stone="segment", writing="private")
    lead.write("Nog voor mij alleen")
    ask(lead, workshop.id, "stone.edit", stone="segment", writing="open")
    anna = workshop.participant("Anna")
    anna.write("Balie")
    author = lead.note("Balie").locator(".note-author")
    expect(author).to_have_text("Anna")
    lead.page.locator(".room").evaluate(
        "room => room.insertAdjacentHTML('beforeend', '<p data-private>Stille lijst</p><p class=private>Draaiboek</p>')"
    )
    secrets = [
        lead.page.get_by_text("Stille lijst"),
        lead.page.get_by_text("Draaiboek"),
        lead.note("Nog voor mij"),
        author,
    ]
    for secret in secrets:
        expect(secret).to_be_visible()
    switch(lead).click()
    for secret in secrets:
        expect(secret).to_be_hidden()
    expect(lead.note("Balie")).to_be_visible()
    expect(switch(lead)).to_have_attribute("aria-pressed", "true")
    assert axe.faults(lead.page) == []


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
