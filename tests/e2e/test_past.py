import pytest
from playwright.sync_api import expect

from tests.e2e import axe
from tests.e2e.conftest import LAPTOP, PHONE
from tests.e2e.pages.past_page import PastPage
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.workshop import Workshop


def finish(room: RoomPage, stone: str) -> None:
    """Finish a stone with two notes on it, then throw one away."""
    room.go(stone)
    for text in ("Balie en telefoon", "Wie belt terug"):
        room.write(text)
    room.finish()
    expect(room.button("Deze steen weer openen")).to_be_visible()
    room.note("Wie belt terug").click()
    room.tool("Verwijderen").click()
    expect(room.notes).to_have_count(1)


def test_what_was_deleted_comes_back_for_everybody(meeting: Workshop, facilitator: RoomPage, bram: RoomPage) -> None:
    finish(facilitator, "Teams")
    past = PastPage(facilitator.visitor).open(meeting.id)
    past.choose("Wie belt terug")
    past.bring_back()
    expect(bram.notes).to_have_count(2)
    expect(past.page.get_by_text("De prullenbak is leeg")).to_be_visible()
    RoomPage(facilitator.visitor).open(meeting.id)


def test_the_board_of_a_finished_stone_is_looked_at_and_restored_for_everybody(
    meeting: Workshop, facilitator: RoomPage, bram: RoomPage
) -> None:
    finish(facilitator, "Systemen")
    facilitator.write("Kwam later")
    past = PastPage(facilitator.visitor).open(meeting.id)
    past.tab("Momentopnamen").look()
    expect(past.page.get_by_role("dialog").get_by_role("listitem")).to_have_count(2)
    past.page.keyboard.press("Escape")
    past.restore()
    bram.go("Systemen")
    expect(bram.notes).to_have_count(2)
    expect(bram.note("Kwam later")).to_have_count(0)
    past.tab("Geschiedenis")
    expect(past.page.get_by_text("zette Systemen terug zoals op een momentopname")).to_be_visible()
    RoomPage(facilitator.visitor).open(meeting.id)


@pytest.mark.parametrize("device", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_no_part_of_the_page_keeps_people_out_in_light_or_dark(workshop: Workshop, device: dict[str, object]) -> None:
    room = workshop.facilitator()
    finish(room, "Teams")
    past = PastPage(workshop.facilitator(**device).visitor).open(workshop.id)
    faults = []
    for name in ("Prullenbak", "Momentopnamen", "Geschiedenis"):
        past.tab(name)
        for theme in ("light", "dark"):
            past.page.emulate_media(color_scheme=theme)
            expect(past.page.get_by_test_id("stApp")).to_have_css("color-scheme", theme)
            faults += axe.faults(past.page)
    assert faults == []
