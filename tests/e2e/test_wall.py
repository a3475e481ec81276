"""The wall shows what the group can read from its chairs, where it lies."""

from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.pages.board_page import BoardPage
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.pages.settings_page import SettingsPage
from tests.e2e.workshop import Workshop


def test_what_is_folded_is_so_on_the_wall_and_notes_go_back_to_their_places_once_all_can_be_read(
    visit: Visit, workshop: Workshop
) -> None:
    room = workshop.facilitator()
    address = SettingsPage(room.visitor).open(workshop.id).renew("projector")
    wall = RoomPage(visit(viewport={"width": 1920, "height": 1080}))
    wall.visitor.open(urlsplit(address).path)
    leader = BoardPage(room.open(workshop.id))
    room.go("Segment")
    leader.paste("Balie\nTelefoon\nWebsite")
    leader.all().choose("Balie", "Telefoon")
    leader.page.keyboard.press("g")
    leader.name("Persoonlijk")
    leader.page.get_by_role("button", name="Inklappen").click()
    expect(wall.note("Website")).to_be_visible()
    expect(wall.note("Balie")).to_be_hidden()
    leader.paste("\n".join(f"Los idee {number}" for number in range(120)))
    expect(wall.page.locator(".board.rows")).to_be_visible()
    leader.page.keyboard.press("Control+z")
    expect(wall.page.locator(".board.rows")).to_have_count(0)
    expect(wall.note("Balie")).to_be_hidden()
    assert wall.place(wall.note("Website")) == room.place(room.note("Website"))
