import re
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.pages.home_page import HomePage
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.pages.settings_page import SettingsPage
from tests.e2e.pages.voting_page import VotingPage
from tests.e2e.workshop import Workshop

STONES = (
    "Segment",
    "Propositie",
    "Content",
    "Klantreis",
    "Kanalen",
    "Teams",
    "Systemen",
    "Juridisch",
    "Markt",
    "Doelen",
)


def test_a_facilitator_makes_a_workshop_and_gets_addresses_code_qr_and_the_walk(visit: Visit) -> None:
    facilitator = visit()
    HomePage(facilitator).open().make("Relaties op orde", "Theater De Sluis", ("Donateurs", "Leden"))
    settings = SettingsPage(facilitator)
    expect(settings.heading).to_have_text("Je workshop staat klaar")
    assert re.fullmatch(r"[A-Z0-9]{6}", settings.code)
    base = facilitator.server.base
    assert settings.address("join-address") == f"{base}/j/{settings.code}"
    assert settings.address("address-facilitator").startswith(f"{base}/f/")
    expect(settings.qr).to_be_visible()
    facilitator.page.get_by_role("button", name="Naar de stenen").click()
    room = RoomPage(facilitator).ready()
    expect(room.title).to_have_text("Voor jullie oversteken")
    assert room.path.get_by_role("button").count() == 11
    assert "/f/" not in facilitator.page.url


def test_english_is_one_click_away_and_dutch_is_one_click_back(visit: Visit) -> None:
    home = HomePage(visit()).open()
    expect(home.heading).to_have_text("Loop met je team over de CRM-stapstenen")
    home.page.get_by_role("link", name="English").click()
    expect(home.heading).to_have_text("Walk the CRM stepping stones with your team")
    expect(home.page.locator("html")).to_have_attribute("lang", "en")
    home.page.get_by_role("link", name="Nederlands").click()
    expect(home.heading).to_have_text("Loop met je team over de CRM-stapstenen")
    expect(home.page.locator("html")).to_have_attribute("lang", "nl")


def test_the_page_is_no_secure_context_like_on_an_office_network(visit: Visit) -> None:
    home = HomePage(visit()).open()
    assert home.page.evaluate("isSecureContext") is False


def test_the_example_opens_filled_and_all_ten_stones_can_be_visited(visit: Visit) -> None:
    home = HomePage(visit()).open()
    home.try_example()
    room = RoomPage(home.visitor).ready()
    notes = 0
    for stone in STONES:
        room.go(stone)
        expect(room.notes.first).to_be_visible()
        counted = re.search(r"(\d+) briefje", room.stone(stone).inner_text())
        assert counted is not None
        expect(room.notes).to_have_count(int(counted[1]))
        notes += int(counted[1])
    assert notes == 111
    room.go("Klantreis")  # voted on there, on an earlier day
    expect(VotingPage(room).bar).to_be_hidden()


def test_home_lists_the_workshops_of_this_device_and_of_no_other(visit: Visit, workshop: Workshop) -> None:
    room = workshop.participant("Bram")
    home = HomePage(room.visitor).open()
    expect(home.mine).to_contain_text("Relaties op orde")
    expect(home.mine).to_contain_text("je doet mee")
    home.mine.get_by_role("link", name="Relaties op orde").click()
    expect(RoomPage(home.visitor).ready().title).to_be_visible()
    stranger = HomePage(visit()).open()
    stranger.settled()
    expect(stranger.mine).to_have_count(0)


def test_a_personal_code_makes_another_device_the_same_person_once(visit: Visit, workshop: Workshop) -> None:
    facilitator, bram = workshop.facilitator(), workshop.participant("Bram")
    bram.page.get_by_role("button", name=re.compile("er is|er zijn|zijn er|is er")).first.click()
    bram.button("Verder op een ander apparaat").click()
    shown = bram.page.locator(".popover .big-code")
    code = "".join(shown.inner_text().split())
    other = HomePage(visit()).open()
    other.knock(code)
    room = RoomPage(other.visitor).ready()
    assert person(room, workshop) == person(bram, workshop)
    expect(facilitator.page.locator(".lobby .names li")).to_have_text(["Bram", "Facilitator"])
    third = HomePage(visit()).open()
    third.knock(code)
    expect(third.problem).to_contain_text("Met deze code gaat geen workshop open")


def test_the_code_for_another_device_stays_in_sight_while_others_write(workshop: Workshop) -> None:
    facilitator, bram = workshop.facilitator(), workshop.participant("Bram")
    bram.page.set_viewport_size({"width": 1366, "height": 320})
    opener = bram.page.locator(".people-button")
    opener.click()
    bram.button("Verder op een ander apparaat").click()
    shown = bram.page.locator(".popover .big-code")
    expect(shown).to_be_in_viewport(ratio=1)
    code = shown.inner_text()
    facilitator.go("Teams")
    facilitator.write("Balie")
    expect(bram.note("Balie")).to_be_visible()
    expect(shown).to_have_text(code)

    bram.button("Mijn naam wijzigen").click()
    field = bram.page.get_by_role("textbox", name="Mijn naam")
    field.fill("Bram B.")
    field.press("Enter")
    opener.click()
    expect(bram.page.locator(".popover .names")).to_contain_text("Bram B.jij")
    opener.click()
    expect(shown).to_be_hidden()
    expect(bram.page.locator(".popover:popover-open")).to_have_count(0)


def test_a_wrong_code_and_a_closed_door_get_a_friendly_sentence(visit: Visit, workshop: Workshop) -> None:
    home = HomePage(visit()).open()
    home.knock("XXX XXX")
    expect(home.problem).to_contain_text("Met deze code gaat geen workshop open")
    home.visitor.open("/j/XXXXXX")
    expect(home.problem).to_contain_text("Met deze code gaat geen workshop open")
    leader = workshop.facilitator()
    SettingsPage(leader.visitor).open(workshop.id).close_door()
    home.visitor.open(f"/j/{workshop.code}")
    expect(home.problem).to_contain_text("heeft de deur van deze workshop dichtgedaan")
    home.open().knock(workshop.code)
    expect(home.problem).to_contain_text("heeft de deur van deze workshop dichtgedaan")


def test_the_shared_screen_shows_the_room_and_changes_nothing(visit: Visit, workshop: Workshop) -> None:
    leader = workshop.facilitator()
    address = SettingsPage(leader.visitor).open(workshop.id).renew("projector")
    wall = RoomPage(visit(viewport={"width": 1920, "height": 1080}))
    wall.visitor.open(urlsplit(address).path)
    leader.open(workshop.id).go("Segment")
    leader.write("Trouwe bezoeker")
    expect(wall.note("Trouwe bezoeker")).to_be_visible()
    expect(wall.page.locator(".wall-door")).to_contain_text(workshop.code[:3])
    expect(wall.page.locator(".room").get_by_role("textbox")).to_have_count(0)
    assert address.rpartition("/")[2] not in wall.page.url


def person(room: RoomPage, workshop: Workshop) -> str:
    """Who the server says this browser is."""
    address = f"/api/workshops/{workshop.id}/snapshot"
    return str(room.page.evaluate("address => fetch(address).then(a => a.json()).then(s => s.you.person)", address))
