from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e import axe
from tests.e2e.conftest import PHONE, SIZES, Visit, visiting
from tests.e2e.pages.home_page import HomePage
from tests.e2e.screens import PAGES, Tour
from tests.e2e.server import ROOT, Server
from tests.e2e.workshop import of

PICTURES = ROOT / "build" / "screens"
LARGE = "1920x1080"
"""It shows the parts of the laptop with more room; who looks closely at the shared screen there is test_wall.py."""
SPILLS = """axis => [document.scrollingElement, document.querySelector("[data-testid=stMain]")].some(part =>
  part && part[`scroll${axis}`] > part[`client${axis}`])"""
LOW = """() => [document, ...[...document.querySelectorAll("*")].flatMap(part => part.shadowRoot ?? [])]
  .flatMap(root => [...root.querySelectorAll("a[href], button, summary, [role=tab]")]).filter(part =>
  !part.closest(".layer") && part.checkVisibility({ visibilityProperty: true })
  && [part, part.parentElement ?? part].every(one => getComputedStyle(one).clipPath === "none")
  && part.getBoundingClientRect().width > 1 && part.getBoundingClientRect().height < 43.5)
  .map(part => part.innerText || part.ariaLabel)"""
"""What a thumb has to hit and is less than 44 pixels high; what lies on the board is as large as one zooms."""

CUT = """() => [document, ...[...document.querySelectorAll("*")].flatMap(part => part.shadowRoot ?? [])]
  .flatMap(root => [...root.querySelectorAll("a[href], button, summary")]).filter(part => {
    const { left, right, width } = part.getBoundingClientRect();
    if (part.closest(".layer") || !part.checkVisibility({ visibilityProperty: true }) || width < 2) return false;
    if (left > -1 && right < innerWidth + 1) return false;
    for (let around = part.parentElement; around; around = around.parentElement)
      if (["auto", "scroll"].includes(getComputedStyle(around).overflowX)) return false;
    return true;
  }).map(part => part.innerText || part.ariaLabel)"""
"""What has to be pressed, stands half outside the window, and cannot be scrolled to, nor panned to as on the board."""


@dataclass
class Seen:
    """What was seen of one screen."""

    too_wide: bool
    too_high: bool
    low: list[str]
    cut: list[str]
    faults: list[axe.Fault] = field(default_factory=list)


@pytest.fixture(scope="module", params=SIZES)
def size(request: pytest.FixtureRequest) -> str:
    """As people say it: width x height."""
    return str(request.param)


@pytest.fixture(scope="module")
def seen(size: str, browser: Browser, server: Server) -> Iterator[dict[str, Seen]]:
    """Every screen of a filled workshop at this size, by name; also kept as pictures in build/screens."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with visiting(browser, server) as visit:
        tour = Tour(of(server.example(), visit), SIZES[size])
        yield {name: look(page.page, f"{name}-{size}") for name, page in tour.screens()}


def test_all_screens_were_seen(seen: dict[str, Seen]) -> None:
    assert len(seen) == 47


def test_no_screen_is_wider_than_its_window(seen: dict[str, Seen]) -> None:
    assert [name for name, screen in seen.items() if screen.too_wide] == []


def test_the_room_fits_its_window_without_scrolling(seen: dict[str, Seen]) -> None:
    assert [name for name, screen in seen.items() if screen.too_high and name not in PAGES] == []


def test_on_a_phone_all_that_is_pressed_is_large_enough_for_a_thumb(seen: dict[str, Seen], size: str) -> None:
    assert size != "390x844" or {name: screen.low for name, screen in seen.items() if screen.low} == {}


def test_no_button_is_cut_off_by_the_edge_of_the_window(seen: dict[str, Seen]) -> None:
    assert {name: screen.cut for name, screen in seen.items() if screen.cut} == {}


def test_no_screen_has_a_fault_that_keeps_people_out_in_light_or_dark(seen: dict[str, Seen]) -> None:
    assert {name: screen.faults for name, screen in seen.items() if screen.faults} == {}


def test_the_check_for_such_faults_finds_them_also_inside_the_room(visit: Visit, server: Server) -> None:
    room = of(server.found(), visit).facilitator()
    assert axe.faults(room.page) == []
    room.page.locator(".room").evaluate("room => room.insertAdjacentHTML('beforeend', '<button></button>')")
    assert [fault.rule for fault in axe.faults(room.page)] == ["button-name"]


def test_the_check_for_thumbs_finds_what_is_too_low_also_inside_the_room(visit: Visit, server: Server) -> None:
    room = of(server.found(), visit).facilitator(**PHONE)
    assert room.page.evaluate(LOW) == []
    small = "<a href=/ style='display: block; height: 20px'>Laag</a>"
    room.page.locator(".room").evaluate("(room, small) => room.insertAdjacentHTML('afterbegin', small)", small)
    assert room.page.evaluate(LOW) == ["Laag"]


def test_what_hangs_at_a_button_and_what_opens_all_of_leading_is_in_sight_on_a_phone(
    visit: Visit, server: Server
) -> None:
    room = of(server.found(), visit).facilitator(**PHONE)
    for opener in (".people-button", ".title-button"):
        room.page.locator(opener).click()
        box = room.page.locator(".popover:popover-open").bounding_box()
        assert box
        assert 0 <= box["x"] <= box["x"] + box["width"] <= PHONE["viewport"]["width"]
        room.page.keyboard.press("Escape")
    lead, verbs = room.button("Leiden").bounding_box(), room.page.locator(".verbs").bounding_box()
    assert lead
    assert verbs
    assert verbs["x"] <= lead["x"] <= lead["x"] + lead["width"] <= verbs["x"] + verbs["width"]


def test_the_button_that_chooses_a_file_has_a_dutch_name_and_no_english_one(visit: Visit) -> None:
    page = HomePage(visit()).open().page
    page.get_by_role("button", name="Een archief openen").click()
    names = page.get_by_test_id("stPopoverBody").get_by_role("button")
    expect(names).to_have_count(1)
    expect(names).to_have_accessible_name("Kies een bestand")


def test_the_check_for_width_finds_what_is_too_wide(visit: Visit) -> None:
    page = HomePage(visit()).open().page
    assert page.evaluate(SPILLS, "Width") is False
    page.get_by_test_id("stMain").evaluate("main => main.insertAdjacentHTML('beforeend', '<hr style=width:4000px>')")
    assert page.evaluate(SPILLS, "Width") is True


def look(page: Page, name: str) -> Seen:
    """The screen as it is now."""
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    screen = Seen(
        page.evaluate(SPILLS, "Width"), page.evaluate(SPILLS, "Height"), page.evaluate(LOW), page.evaluate(CUT)
    )
    if not name.startswith("wall-") and not name.endswith(LARGE):
        screen.faults = look_closely(page, name)
    page.screenshot(path=PICTURES / f"{name}-light.png")
    return screen


def look_closely(page: Page, name: str) -> list[axe.Fault]:
    """What keeps people out; the dark theme has the same parts in other colours."""
    found = axe.faults(page)
    page.emulate_media(color_scheme="dark")
    expect(page.get_by_test_id("stApp")).to_have_css("color-scheme", "dark")
    page.screenshot(path=PICTURES / f"{name}-dark.png")
    found += axe.faults(page, "color-contrast")
    page.emulate_media(color_scheme="light")
    return found
