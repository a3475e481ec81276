import re

from playwright.sync_api import expect

from tests.e2e.pages.room_page import RoomPage
from tests.e2e.workshop import Workshop


def park(room: RoomPage) -> None:
    room.page.locator(".question").get_by_role("button", name=re.compile("^Parkeerplaats")).click()
    expect(room.title).to_have_text("Parkeerplaats")


def test_the_parking_lot_is_a_board_beside_the_path_and_leads_back(workshop: Workshop) -> None:
    facilitator, bram = workshop.facilitator(), workshop.participant("Bram")
    facilitator.go("Teams")
    expect(bram.title).to_have_text("Teams")
    park(bram)
    expect(facilitator.title).to_have_text("Teams")
    bram.write("Wie betaalt dit")
    expect(bram.page.locator(".turn")).to_be_hidden()
    bram.button("Terug naar Teams").click()
    expect(bram.title).to_have_text("Teams")
    expect(bram.page.locator(".question").get_by_role("button", name="Parkeerplaats 1")).to_be_visible()

    park(facilitator)
    expect(bram.title).to_have_text("Parkeerplaats")
    expect(facilitator.note("Wie betaalt dit")).to_be_visible()
    expect(facilitator.button("Deze steen afronden")).to_have_count(0)
    facilitator.stories_button.click()
    facilitator.tell("manager", "weten wie betaalt", "ik kan kiezen")
    expect(facilitator.stories).to_contain_text("weten wie betaalt")
    facilitator.page.keyboard.press("Escape")
    facilitator.button("Terug naar Teams").click()
    expect(bram.title).to_have_text("Teams")
