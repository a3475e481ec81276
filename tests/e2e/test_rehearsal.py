"""A short half day from the lobby to the closed session: one who leads, the shared screen, and three who take part."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE
from tests.e2e.pages.lead_panel import LeadPanel
from tests.e2e.pages.page import ProductPage
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.pages.voting_page import VotingPage
from tests.e2e.pages.wall_page import WallPage
from tests.e2e.pages.writing_page import WritingPage
from tests.e2e.wire import ask
from tests.e2e.workshop import Workshop

STEPS = [
    {"step": "t1", "kind": "framing", "minutes": 10},
    {"step": "t2", "kind": "stone", "stone": "channels", "minutes": 40},
    {"step": "t3", "kind": "break", "minutes": 15},
    {"step": "t4", "kind": "closing", "minutes": 15},
]
THOUGHTS = {"Anna": "Balie en telefoon", "Bram": "Nieuwsbrief", "Cato": "Website"}
NAMES = ["Anna", "Bram", "Cato"]


@pytest.fixture
def lead(workshop: Workshop) -> RoomPage:
    """Who leads, with a programme of four steps."""
    room = workshop.facilitator()
    ask(room, workshop.id, "programme.set", steps=STEPS)
    return room


@pytest.fixture
def wall(lead: RoomPage, workshop: Workshop) -> WallPage:
    """The shared screen, on a device of its own."""
    return workshop.wall(lead)


def test_one_person_leads_from_the_lobby_to_the_closed_session(
    lead: RoomPage, wall: WallPage, workshop: Workshop
) -> None:
    wall.shows("lobby")
    team = [workshop.participant(name, **(PHONE if name == "Bram" else {})) for name in NAMES]
    expect(wall.page.locator(".names li")).to_have_count(len(NAMES) + 1)
    before = asked_of_streamlit(lead, wall, *team)
    begin(lead, wall, team)
    divide(lead, team)
    set_the_clock(lead, team)
    write_unseen_and_reveal(lead, wall, team)
    vote(lead, wall, team)
    lead.finish("Wij bellen binnen een dag terug.")
    expect(team[0].page.locator(".conclusion")).to_contain_text("Wij bellen binnen een dag terug.")
    on(lead, "Pauze")
    wall.shows("break")
    on(lead, "Afsluiting")
    wall.shows("closing")
    assert asked_of_streamlit(lead, wall, *team) == before
    close(lead, wall, team)


def asked_of_streamlit(*pages: ProductPage) -> list[int]:
    """How often each page asked Streamlit for something, once it is quiet: stones, clock, votes and reveals do not."""
    for page in pages:
        page.settled()
    return [page.visitor.reruns for page in pages]


def begin(lead: RoomPage, wall: WallPage, team: list[RoomPage]) -> None:
    """The lobby goes; everybody hears why they walk, and stands on the first stone of the programme."""
    lead.page.locator(".begin:visible").first.click()
    wall.shows("framing")
    on(lead, "Kanalen")
    wall.shows("board")
    for room in (lead, *team):
        expect(room.title).to_have_text("Kanalen")
    expect(lead.path.locator(".stone-name")).to_contain_text(["Start", "Kanalen"])


def divide(lead: RoomPage, team: list[RoomPage]) -> None:
    """Two groups by chance, and everybody hears in which they are."""
    panel = LeadPanel(lead, "Groepen")
    panel.element.get_by_label("Hoeveel groepen").fill("2")
    panel.button("Verdeel door loting").click()
    expect(panel.group("Groep 2")).to_be_visible()
    assert sorted(panel.seated("Groep 1") + panel.seated("Groep 2")) == NAMES
    for room in team:
        expect(room.page.locator(".toast")).to_contain_text("Groep")


def set_the_clock(lead: RoomPage, team: list[RoomPage]) -> None:
    """Everybody sees it run."""
    lead.button("Timer").click()
    lead.page.locator(".timing").get_by_role("button", name="10 min", exact=True).click()
    for room in (lead, *team):
        expect(room.page.locator(".header .timer")).to_be_visible()


def write_unseen_and_reveal(lead: RoomPage, wall: WallPage, team: list[RoomPage]) -> None:
    """Everybody writes for themselves first, then all see all."""
    writing = WritingPage(lead)
    writing.choose("Verborgen")
    for room, text in zip(team, THOUGHTS.values(), strict=True):
        expect(room.page.locator(".mode")).to_be_visible()
        room.write(text)
    expect(writing.hidden).to_have_text("3 briefjes zijn hier verborgen")
    assert [room.texts() for room in team] == [[text] for text in THOUGHTS.values()]
    expect(wall.room.locator(".note:visible")).to_have_count(0)
    writing.panel.get_by_role("button", name="Alles onthullen").click()
    for room in (lead, *team):
        expect(room.notes).to_have_count(3)
    expect(wall.note("Website")).to_be_visible()


def vote(lead: RoomPage, wall: WallPage, team: list[RoomPage]) -> None:
    """Dots that nobody counts until the end; the result stands on the wall."""
    leader = VotingPage(lead).lead()
    leader.begin("Wat eerst?")
    for room in team:
        expect(VotingPage(room).bar).to_contain_text("Wat eerst?")
        VotingPage(room).put("Balie en telefoon")
    VotingPage(team[0]).put("Website")
    expect(wall.page.locator(".voted")).to_contain_text("3 van 3")
    leader.close()
    wall.shows("results")
    expect(wall.page.locator(".ranked li").first).to_contain_text("Balie en telefoon")


def on(lead: RoomPage, name: str) -> None:
    """To the next step of the programme."""
    lead.page.locator(".footer .on").get_by_text(name).click()


def close(lead: RoomPage, wall: WallPage, team: list[RoomPage]) -> None:
    """What remains to be done, a word by everybody, and the end."""
    wall.shows("closing")
    lead.page.locator(".closing").get_by_text("Wij bellen binnen een dag terug.").first.wait_for()
    for room, word in zip(team, ("moe", "blij", "verder"), strict=True):
        field = room.page.locator(".closing").get_by_role("textbox", name="Jouw woord")
        field.fill(word)
        field.press("Enter")
    expect(wall.page.locator(".words")).to_contain_text("verder")
    lead.page.locator(".close-session").click()
    lead.page.locator(".room dialog").get_by_role("button", name="De sessie afsluiten").click()
    wall.shows("closed")
    for room in team:
        expect(room.page.get_by_text("afgesloten").first).to_be_visible()
