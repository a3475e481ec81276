import re

from playwright.sync_api import expect

from tests.e2e.pages.home_page import HomePage
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.workshop import Workshop

FETCHED = """() => ["help.js", "windows.css"].every((file) =>
    performance.getEntriesByType("resource").some(({ name }) => name.endsWith(file)))"""


def test_a_window_that_cannot_be_fetched_says_so_and_opens_at_the_next_wish(workshop: Workshop) -> None:
    visitor = workshop.visit()
    visitor.outage = True
    visitor.context.route(re.compile(r"/door\.js"), lambda route: route.abort("connectionrefused"))
    visitor.open(f"/f/{workshop.key}")
    HomePage(visitor).go_on()
    room = RoomPage(visitor).ready()
    room.page.locator(".join").click()
    expect(room.page.locator(".toast")).to_contain_text("Dit is er nu even niet")
    visitor.context.unroute_all()
    room.page.locator(".join").click()
    expect(room.page.get_by_role("dialog").locator(".qr")).to_be_visible()


def test_windows_that_came_in_time_open_without_the_server(workshop: Workshop) -> None:
    room = workshop.facilitator()
    room.page.wait_for_function(FETCHED)
    room.visitor.outage = True
    room.visitor.context.set_offline(True)
    room.page.locator(".room").press("?")
    expect(room.page.get_by_role("dialog", name="Toetsen")).to_be_visible()
