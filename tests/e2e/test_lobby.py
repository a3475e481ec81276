"""The lobby: read from ten metres, and left by one click."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.e2e import axe
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.pages.wall_page import WALL, WallPage
from tests.e2e.workshop import Workshop

NETWORKS = ["http://192.168.1.5:8501", "http://10.0.0.7:8501"]


@pytest.fixture
def lead(workshop: Workshop) -> RoomPage:
    """Who leads."""
    return workshop.facilitator()


@pytest.fixture
def wall(lead: RoomPage, workshop: Workshop) -> WallPage:
    """The shared screen on a device of its own, at its own address."""
    return workshop.wall(lead)


def test_code_and_picture_are_read_from_ten_metres(wall: WallPage, workshop: Workshop) -> None:
    wall.shows("lobby")
    code = wall.page.locator(".big-code:visible")
    expect(code).to_have_text(f"{workshop.code[:3]} {workshop.code[3:]}")
    qr = wall.page.locator(".qr")
    expect(qr).to_have_js_property("complete", True)
    box = qr.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 420
    assert next(words.size for words in wall.words() if words.text == code.inner_text()) >= 90
    assert [words for words in wall.words() if words.size < 22] == []
    wall.picture("lobby")


def test_while_nobody_came_three_pictures_help_and_then_there_are_names(wall: WallPage, workshop: Workshop) -> None:
    help_ = wall.page.locator(".nobody")
    expect(help_.locator("svg")).to_have_count(3)
    expect(help_).to_be_visible()
    workshop.participant("Anna")
    expect(wall.page.locator(".names li")).to_have_text(["Anna", "Facilitator"])
    expect(help_).to_be_hidden()


def test_the_one_button_is_gone_once_it_was_pressed(wall: WallPage) -> None:
    button = wall.page.get_by_role("button", name="Volledig scherm met geluid")
    expect(wall.controls).to_have_count(1)
    button.click()
    expect(wall.controls).to_have_count(0)
    assert wall.page.evaluate("document.fullscreenElement !== null")
    wall.shows("lobby")


def test_on_a_device_of_who_leads_the_button_begins_the_session(
    lead: RoomPage, workshop: Workshop, wall: WallPage
) -> None:
    own = WallPage(workshop.visit(storage_state=lead.visitor.context.storage_state(), **WALL), way_to(workshop))
    own.page.get_by_role("button", name="Beginnen").click()
    for screen in (own, wall):
        screen.shows("framing")
        expect(screen.controls).to_have_count(0)


def test_who_leads_has_the_lobby_in_small_and_chooses_the_network(lead: RoomPage, wall: WallPage) -> None:
    bases = [*NETWORKS]
    for screen in (lead, wall):
        screen.page.route("**/door", door(bases))
    lead.page.reload()
    lead.ready()
    expect(lead.page.locator(".lobby-more .qr")).to_be_visible()
    expect(lead.page.locator(".lobby-more .nobody svg")).to_have_count(3)
    bases.reverse()
    lead.page.get_by_label("Op welk netwerk zitten de anderen?").select_option(bases[0])
    expect(wall.page.locator(".way-in .address")).to_have_text("10.0.0.7:8501")
    expect(lead.page.locator(".lobby-more .address")).to_have_text("10.0.0.7:8501")


def test_the_lobby_keeps_nobody_out_in_light_or_dark(wall: WallPage, lead: RoomPage) -> None:
    expect(wall.page.locator(".qr")).to_be_visible()
    expect(lead.page.locator(".lobby-more .qr")).to_be_visible()
    for screen in (wall, lead):
        for theme in ("dark", "light"):
            screen.page.emulate_media(color_scheme=theme)
            expect(screen.page.get_by_test_id("stApp")).to_have_css("color-scheme", theme)
            assert axe.faults(screen.page) == []


def way_to(workshop: Workshop) -> str:
    """Where a device of who leads opens the shared screen."""
    return f"/room?w={workshop.id}&view=projector"


def door(bases: list[str]) -> Callable[[Route], None]:
    """What a machine with these networks says of its door, the chosen one first."""
    picture = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"

    def answer(route: Route) -> None:
        addresses = [{"base": base, "url": f"{base}/j/KFT7MQ", "qr": picture} for base in bases]
        said = json.dumps({"code": "KFT7MQ", "addresses": addresses})
        route.fulfill(status=200, content_type="application/json", body=said)

    return answer
