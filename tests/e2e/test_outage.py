"""The server is gone for longer: who works in the room goes on, and a page says it in words of our own."""

from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.pages.home_page import HomePage
from tests.e2e.server import Server
from tests.e2e.workshop import of

TOLD = "getComputedStyle(document.querySelector('.stApp'), '::before').content"
DRAWN = "use => use.getBBox().width"
"""How wide an icon is that was made just now: nothing where its drawing would have to come from the server."""


def test_a_server_that_is_gone_stops_nobody_in_the_room_and_is_told_on_a_page(visit: Visit, server: Server) -> None:
    room, home = of(server.found(), visit).facilitator(), HomePage(visit()).open()
    room.go("Segment")
    room.write("Ervoor")
    assert home.page.evaluate(TOLD) == "none"
    room.visitor.outage = home.visitor.outage = True
    with (
        room.page.expect_console_message(lambda said: "not responding" in said.text),
        home.page.expect_console_message(lambda said: "not responding" in said.text),
    ):
        server.kill()
    room.line.fill("Van ertussen")
    room.line.press("Enter")
    expect(room.note("Van ertussen")).to_be_visible()
    expect(room.status).to_have_text("Geen verbinding: 1 wijziging wacht")
    for page in (room.page, home.page):
        expect(page.get_by_role("dialog")).to_have_count(0)
    room.page.locator(".people-button").click()
    assert room.page.locator(".popover:popover-open use").first.evaluate(DRAWN) > 0
    assert room.page.evaluate(TOLD) == "none"
    assert "Geen verbinding" in home.page.evaluate(TOLD)
    server.start()
    room.saved(room.note("Van ertussen"))
