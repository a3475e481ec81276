import re

from playwright.sync_api import Locator, expect

from tests.e2e.axe import faults
from tests.e2e.conftest import PHONE
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.workshop import Workshop

DRAWN = 30_000
"""Milliseconds; the worker begins with the first drawing."""
HOSTILE = """<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" onload="window.hurt=1">
<script>window.hurt = 1</script><style>* { display: none }</style>
<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="window.hurt=1"/></foreignObject>
<g data-stone="teams" onclick="window.hurt=1" style="fill:red"><rect width="90" height="90" fill="#fff"/></g>
<a href="javascript:window.hurt=1"><text x="5" y="200">Hier</text></a><image href="/api/healthz" width="9" height="9"/>
</svg>"""


def open_overview(room: RoomPage) -> Locator:
    room.button("Meer voor dit bord").click()
    room.button("Overzicht van alle stenen").click()
    drawing = room.page.locator(".overview svg")
    drawing.wait_for(timeout=DRAWN)
    return drawing


def test_the_overview_shows_all_stones_and_leads_to_each_note(workshop: Workshop) -> None:
    facilitator, bram = workshop.facilitator(), workshop.participant("Bram")
    facilitator.go("Teams")
    facilitator.write("Balie en telefoon")
    facilitator.go("Kanalen")
    expect(bram.title).to_have_text("Kanalen")
    drawing = open_overview(facilitator)
    expect(drawing.locator("[data-stone]")).to_have_count(11)
    assert faults(facilitator.page) == []
    bram.write("Er kwam iets bij")
    expect(drawing.locator("[data-note]")).to_have_count(2, timeout=DRAWN)

    drawing.locator("[data-note]").filter(has_text="Balie").click()
    expect(drawing).to_have_count(0)
    expect(facilitator.title).to_have_text("Teams")
    expect(facilitator.note("Balie en telefoon")).to_have_class(re.compile(r"\bselected\b"))
    expect(bram.title).to_have_text("Kanalen")

    drawing = open_overview(bram)
    drawing.locator("[data-stone=market]").focus()
    bram.page.keyboard.press("Enter")
    expect(bram.title).to_have_text("Markt")


def test_a_drag_looks_around_and_the_buttons_zoom_and_take_it_along(workshop: Workshop) -> None:
    room = workshop.facilitator()
    room.go("Teams")
    drawing = open_overview(room)
    before = drawing.bounding_box()
    assert before is not None
    middle = before["x"] + before["width"] / 2, before["y"] + before["height"] / 2
    room.page.mouse.move(*middle)
    room.page.mouse.down()
    room.page.mouse.move(middle[0] - 60, middle[1] - 40, steps=4)
    room.page.mouse.up()
    after = drawing.bounding_box()
    assert after is not None
    assert (after["x"], after["y"]) == (before["x"] - 60, before["y"] - 40)
    dialog = room.page.get_by_role("dialog", name="Alle stenen")
    dialog.get_by_role("button", name="Inzoomen").click()
    larger = drawing.bounding_box()
    assert larger is not None
    assert larger["width"] > after["width"]
    for kind in ("PNG", "SVG"):
        with room.page.expect_download(timeout=DRAWN) as download:
            dialog.get_by_role("link", name=kind).click()
        assert download.value.suggested_filename.endswith(f".{kind.lower()}")
    dialog.get_by_role("button", name="Sluiten").click()
    expect(room.title).to_have_text("Teams")


def test_nothing_but_lines_and_type_of_a_drawing_comes_into_the_page(workshop: Workshop) -> None:
    room = workshop.facilitator(**PHONE)
    room.stone("Segment").click()
    room.button("Bord").click()
    room.page.route("**/overview.svg", lambda route: route.fulfill(content_type="image/svg+xml", body=HOSTILE))
    drawing = open_overview(room)
    expect(drawing.locator("rect")).to_be_visible()
    expect(drawing.locator("script, style, foreignObject, img, a")).to_have_count(0)
    expect(drawing.locator("[onclick], [style], image[href]")).to_have_count(0)
    assert drawing.get_attribute("onload") is None
    assert room.page.evaluate("window.hurt") is None
    drawing.locator("[data-stone=teams]").tap()
    expect(room.stone("Teams")).to_have_attribute("aria-current", "step")
