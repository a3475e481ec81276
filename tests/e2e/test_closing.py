"""The end of a session in browsers: actions, a word by everyone, closing, reading on, opening again."""

import re

from playwright.sync_api import Locator, expect
from sqlalchemy import Connection

from canvas.board.leading import RoomMove, StoneEdit
from stepstones.rules import HOUSE
from storage import secret
from storage.book import Book
from tests.e2e.conftest import PHONE
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.server import Server
from tests.e2e.wire import ask
from tests.e2e.workshop import Workshop


def at_the_closing(server: Server, workshop: Workshop) -> None:
    """The room comes to its end; one stone was concluded."""

    def write(connection: Connection, now: int) -> None:
        book = Book(connection, workshop.id, now)
        for change in (StoneEdit(stone="teams", conclusion="Eén loket voor alle vragen"), RoomMove(stone="closing")):
            book.make(secret.id(), change, HOUSE)
        book.close()

    server.write(write)


def actions(room: RoomPage) -> Locator:
    return room.page.locator(".action")


def reveal_what_is_hidden(lead: RoomPage) -> None:
    """Who closes hears that a note is hidden still, goes there, reveals it and comes back."""
    lead.button("De sessie afsluiten").click()
    dialog = lead.page.get_by_role("dialog", name="De sessie afsluiten?")
    expect(dialog).to_contain_text("1 briefje is nog verborgen: Markt (1).")
    dialog.get_by_role("button", name="Bekijk wat verborgen is").click()
    expect(lead.title).to_have_text("Markt")
    lead.page.get_by_role("complementary", name="Leiden").get_by_role("button", name="Alles onthullen").click()
    lead.pill.click()


def test_a_session_ends_with_actions_words_and_being_closed(server: Server, workshop: Workshop) -> None:
    at_the_closing(server, workshop)
    lead, bram = workshop.facilitator(), workshop.participant("Bram", **PHONE)

    lead.button("Maak hier een actie van").click()
    expect(actions(bram)).to_contain_text(["Eén loket voor alle vragen"])
    who = lead.page.get_by_role("combobox", name="Wie doet het")
    expect(who).to_be_focused()
    who.fill("Anna")
    who.press("Tab")
    expect(actions(bram)).to_contain_text(["Anna"])
    expect(lead.button("Maak hier een actie van")).to_have_count(0)
    expect(bram.page.get_by_label("Een nieuwe actie")).to_be_hidden()

    word = bram.page.get_by_label("Jouw woord")
    word.fill("moedig")
    word.press("Enter")
    expect(bram.button("Wijzigen")).to_be_focused()
    expect(lead.page.locator(".words")).to_contain_text("moedig")

    ask(lead, workshop.id, "stone.edit", stone="market", writing="private")
    ask(bram, workshop.id, "note.add", note="unseen", stone="market", text="Nog niet")
    reveal_what_is_hidden(lead)
    lead.button("De sessie afsluiten").click()
    dialog = lead.page.get_by_role("dialog", name="De sessie afsluiten?")
    expect(dialog).to_contain_text("daarna wordt het definitief verwijderd")
    expect(dialog).not_to_contain_text("verborgen")
    dialog.get_by_role("button", name="Nog niet").click()
    expect(bram.page.get_by_text("Deze sessie is afgesloten.")).to_be_hidden()
    lead.button("De sessie afsluiten").click()
    dialog.get_by_role("button", name="De sessie afsluiten").click()
    expect(bram.page.get_by_text("Deze sessie is afgesloten.")).to_be_visible()
    expect(bram.page.get_by_label("Jouw woord")).to_be_hidden()
    expect(bram.page.get_by_text("Hoe ga je naar huis?")).to_be_hidden()
    expect(bram.page.get_by_role("link", name="Naar het rapport")).to_have_attribute("href", re.compile("^/report"))
    expect(bram.button("Heropenen")).to_be_hidden()

    lead.button("Heropenen").press("Enter")
    expect(lead.page.locator(".room")).to_be_focused()
    expect(bram.page.get_by_label("Jouw woord")).to_be_visible()
