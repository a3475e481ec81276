import re

from playwright.sync_api import Locator, expect

from tests.e2e.axe import faults
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.workshop import Workshop


def comments(room: RoomPage) -> Locator:
    return room.page.get_by_role("dialog", name="Opmerkingen")


def open_comments(room: RoomPage, text: str) -> Locator:
    room.note(text).click()
    room.page.locator(".toolbar").get_by_role("button", name=re.compile("^Opmerkingen")).click()
    return comments(room)


def test_who_talks_about_a_note_is_read_by_all_at_once(workshop: Workshop) -> None:
    facilitator, bram = workshop.facilitator(), workshop.participant("Bram")
    facilitator.go("Teams")
    facilitator.write("Balie en telefoon")
    expect(bram.title).to_have_text("Teams")
    hers, his = open_comments(facilitator, "Balie"), open_comments(bram, "Balie")
    field = his.get_by_role("textbox", name="Jouw opmerking")
    expect(field).to_be_focused()
    field.fill("Dat is al zo")
    field.press("Enter")
    expect(field).to_have_value("")
    for window in (hers, his):
        expect(window.get_by_role("listitem")).to_contain_text(["Bram · zojuist"])
        expect(window.get_by_role("status")).to_have_text("1 opmerking")
    assert faults(bram.page) == []

    field = hers.get_by_role("textbox", name="Jouw opmerking")
    field.fill("Nog niet")
    field.press("Enter")
    expect(his.get_by_role("listitem")).to_have_count(2)
    expect(his.get_by_role("button", name="Deze opmerking verwijderen")).to_have_count(1)
    his.get_by_role("button", name="Deze opmerking verwijderen").click()
    expect(hers.get_by_role("listitem")).to_have_count(1)
    expect(hers.get_by_role("listitem")).to_contain_text("Nog niet")
    for room in (facilitator, bram):
        room.page.keyboard.press("Escape")
        expect(comments(room)).to_have_count(0)
        expect(room.note("Balie").locator(".signs")).to_have_text(re.compile("1$"))


def test_a_sign_is_one_persons_and_is_counted(workshop: Workshop) -> None:
    facilitator, bram = workshop.facilitator(), workshop.participant("Bram")
    facilitator.go("Teams")
    facilitator.write("Balie en telefoon")
    expect(bram.title).to_have_text("Teams")
    for room in (facilitator, bram):
        room.note("Balie").click()
    hers, his = (
        room.page.get_by_role("group", name="Wat vind je ervan?").get_by_role("button") for room in (facilitator, bram)
    )
    his.first.click()
    expect(his.first).to_have_attribute("aria-pressed", "true")
    expect(hers.first).to_have_accessible_name("Mee eens: Bram")
    expect(hers.first).to_have_attribute("aria-pressed", "false")
    hers.first.click()
    expect(his.first).to_have_accessible_name("Mee eens: Bram, Facilitator")
    expect(bram.note("Balie").locator(".signs")).to_have_text(re.compile("2$"))
    his.first.click()
    expect(facilitator.note("Balie").locator(".signs")).to_have_text(re.compile("1$"))
