import re

from playwright.sync_api import expect

from tests.e2e.conftest import PHONE
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.workshop import Workshop


def test_a_participant_on_a_phone_is_in_with_a_code_and_a_name_and_after_a_reload_the_same(workshop: Workshop) -> None:
    facilitator, phone = workshop.facilitator(), workshop.participant("Anna", **PHONE)
    names = facilitator.page.locator(".lobby .names li")
    expect(names).to_have_text(["Anna", "Facilitator"])
    facilitator.go("Segment")
    phone.write("Van voor het herladen")
    phone.page.reload()
    phone.ready()
    own = phone.note("Van voor het herladen")
    expect(own).to_contain_text("Anna")
    own.tap()
    expect(phone.tool("Bewerken")).to_be_visible()
    expect(facilitator.page.get_by_role("button", name="2 mensen zijn er")).to_be_visible()


def test_a_text_that_is_being_typed_survives_a_reload(workshop: Workshop) -> None:
    facilitator = workshop.facilitator()
    facilitator.go("Segment")
    facilitator.line.fill("Nog niet klaar")
    facilitator.page.reload()
    expect(facilitator.ready().line).to_have_value("Nog niet klaar")


def test_after_a_restart_of_the_server_everybody_comes_back_and_nothing_is_lost_or_doubled(workshop: Workshop) -> None:
    facilitator, phone = workshop.facilitator(), workshop.participant("Anna", **PHONE)
    rooms = (facilitator, phone)
    facilitator.go("Segment")
    phone.write("Van ervoor")
    for room in rooms:
        room.visitor.outage = True
    server = facilitator.visitor.server
    server.kill()
    for room in rooms:
        expect(room.status).to_be_visible()
    add_offline(phone, "Van ertussen")
    expect(phone.status).to_have_text("Geen verbinding: 1 wijziging wacht")
    server.start()
    for room in rooms:
        room.saved(room.note("Van ertussen"))
        expect(room.status).to_be_hidden()
        expect(room.page.get_by_role("dialog")).to_have_count(0)
    facilitator.write("Van erna")
    for room in rooms:
        expect(room.note("Van erna")).to_be_visible()
        assert room.texts() == ["Van erna", "Van ertussen", "Van ervoor"]
    phone.page.reload()
    phone.ready()
    expect(phone.notes).to_have_count(3)
    expect(phone.note("Van ertussen")).to_contain_text("Anna")


def test_who_is_not_a_member_of_a_workshop_is_sent_home_with_a_sentence(workshop: Workshop) -> None:
    stranger = workshop.visit()
    stranger.open(f"/room?w={workshop.id}")
    expect(stranger.page.get_by_test_id("stAlert")).to_contain_text("Dit apparaat doet nog niet mee")


def add_offline(room: RoomPage, text: str) -> None:
    """A note that has to wait."""
    room.line.fill(text)
    room.line.press("Enter")
    expect(room.note(text)).to_have_class(re.compile("waiting"))
