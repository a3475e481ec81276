import pytest
from playwright.sync_api import expect

from tests.e2e.pages.maturity_page import MaturityPage
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.pages.stories_page import StoriesPage
from tests.e2e.workshop import Workshop


@pytest.fixture
def room(workshop: Workshop) -> RoomPage:
    """A facilitator at a stone."""
    room = workshop.facilitator()
    room.go("Segment")
    return room


def test_r_and_c_on_the_board_ask_nothing_of_streamlit(room: RoomPage) -> None:
    room.settled()
    before = room.visitor.reruns
    for part in (room.page.locator(".board"), room.write("Op dit briefje")):
        part.focus()
        for key in ("r", "R", "C", "c"):
            room.page.keyboard.press(key)
    # On a note this key is the room's own.
    expect(room.page.get_by_role("dialog", name="Opmerkingen")).to_be_visible()
    room.page.keyboard.press("Escape")
    room.write("Er ging iets over de lijn")
    assert room.visitor.reruns == before
    expect(room.page.get_by_role("dialog")).to_have_count(0)


def test_the_same_key_on_another_page_shows_that_a_rerun_would_be_noticed(room: RoomPage, workshop: Workshop) -> None:
    stories = StoriesPage(room.visitor).open(workshop.id)
    stories.heading.click()
    with stories.visitor.streamlit_lines[-1].socket.expect_event("framesent"):
        stories.page.keyboard.press("r")


def test_turning_to_the_list_by_key_keeps_the_keyboard_in_the_room(room: RoomPage) -> None:
    room.page.locator(".board").focus()
    room.page.keyboard.press("l")
    expect(room.page.get_by_role("region", name="Lijst met briefjes")).to_be_visible()
    room.page.keyboard.press("n")
    expect(room.line).to_be_focused()


def test_going_to_another_page_and_back_works_again_and_again(room: RoomPage) -> None:
    room.write("Voor het uitstapje")
    for round in range(2):
        room.path.get_by_role("link", name="Score").click()
        MaturityPage(room.visitor).outcome.wait_for()
        room.page.get_by_role("link", name="Naar de stenen").click()
        room.ready()
        room.write(f"Na uitstapje {round}")
    expect(room.notes).to_have_count(3)
    expect(room.page.get_by_role("button", name="1 persoon is er")).to_be_visible()


def test_another_theme_leaves_room_socket_and_typed_text_alone(room: RoomPage, workshop: Workshop) -> None:
    bram = workshop.participant("Bram")
    expect(bram.title).to_have_text("Segment")
    lines = len(bram.visitor.room_lines)
    bram.line.fill("Half getypt")
    element = bram.page.locator(".room").element_handle()
    for theme in ("dark", "light", "dark", "light"):
        bram.page.emulate_media(color_scheme=theme)
        expect(bram.page.locator(".room")).to_have_attribute("data-theme", theme)
    assert element.evaluate("room => room.isConnected")
    expect(bram.line).to_have_value("Half getypt")
    expect(bram.line).to_be_focused()
    assert len(bram.visitor.room_lines) == lines
    assert bram.visitor.room_lines[-1].is_open
    room.write("Komt nog steeds aan")
    expect(bram.note("Komt nog steeds aan")).to_be_visible()
