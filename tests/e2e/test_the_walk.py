"""The whole job, as a facilitator and a participant do it: from an empty first page to the Word file."""

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE, Visit
from tests.e2e.pages.home_page import HomePage
from tests.e2e.pages.maturity_page import MaturityPage
from tests.e2e.pages.report_page import ReportPage
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.pages.settings_page import SettingsPage
from tests.e2e.pages.stories_page import StoriesPage
from tests.e2e.visitor import Visitor

SCORES = {"vision": 3, "data_management": 2, "use": 3, "data_quality": 2, "communication": 3, "integration": 1}
SKETCH = "De weg naar de kassa"


@pytest.mark.parametrize("device", [{}, PHONE], ids=["laptop", "phone"])
def test_a_workshop_goes_from_the_first_page_to_the_word_report(
    visit: Visit, tmp_path: Path, device: dict[str, Any]
) -> None:
    marijke, bram = visit(), visit(**device)
    settings = make(marijke)
    workshop, code = settings.workshop, settings.code
    settings.page.get_by_role("button", name="Naar de stenen").click()
    leader = RoomPage(marijke).ready()
    guest = join(bram, code)

    walk_to(leader, guest, "Segment")
    write(leader, guest)
    bram.page.reload()
    expect(guest.ready().notes).to_have_count(2)
    walk_to(leader, guest, "Klantreis")
    sketch(leader, guest)
    tell(leader, guest)

    restart(leader, guest)
    expect(guest.notes).to_have_count(2)
    leader.finish()
    expect(guest.stone("Klantreis")).to_contain_text("afgerond")

    paste(marijke, workshop)
    score(marijke, bram, workshop)
    words = take_home(bram, workshop, tmp_path)
    for expected in ("Relaties op orde", "Theater De Sluis", "Vaste bezoekers komen vaker", "Bram", SKETCH):
        assert expected in words
    for expected in ("vaste gast", "een eigen ingang", "een app", "Iedereen kent het plan", "2,3"):
        assert expected in words


def make(facilitator: Visitor) -> SettingsPage:
    """Step 2: a workshop of one's own."""
    HomePage(facilitator).open().make("Relaties op orde", "Theater De Sluis", ("Donateurs",))
    settings = SettingsPage(facilitator)
    expect(settings.heading).to_have_text("Je workshop staat klaar")
    return settings


def join(participant: Visitor, code: str) -> RoomPage:
    """Step 3: a code and a name."""
    home = HomePage(participant).open()
    home.knock(code)
    home.come_in("Bram")
    return RoomPage(participant).ready()


def walk_to(leader: RoomPage, guest: RoomPage, stone: str) -> None:
    """Step 4: who leads steps on a stone, and the other follows."""
    leader.go(stone)
    expect(guest.title).to_have_text(stone)


def write(leader: RoomPage, guest: RoomPage) -> None:
    """Step 5: each sees the notes of the other at once, and what becomes of them."""
    guest.write("Vaste bezoekers")
    leader.write("Scholen uit de buurt")
    leader.edit(leader.note("Vaste bezoekers"), "Vaste bezoekers komen vaker")
    expect(guest.note("Vaste bezoekers komen vaker")).to_be_visible()
    expect(guest.notes).to_have_count(2)


def sketch(leader: RoomPage, guest: RoomPage) -> None:
    """Step 5, drawn."""
    guest.button("Schets").click()
    expect(guest.surface).to_be_visible()
    guest.draw((0.2, 0.3), (0.5, 0.7), (0.8, 0.3))
    guest.save_sketch(SKETCH)
    expect(leader.note(SKETCH).locator("img")).to_be_visible()


def tell(leader: RoomPage, guest: RoomPage) -> None:
    """Step 6: a story made from a note."""
    leader.write("een eigen ingang").click()
    leader.tool("Verhaal maken").click()
    leader.tell("vaste gast", None, "ik niet in de rij sta")
    expect(guest.stories_button).to_contain_text("1")


def restart(*rooms: RoomPage) -> None:
    """The laptop of the facilitator loses its power, and comes back."""
    server = rooms[0].visitor.server
    for room in rooms:
        room.visitor.outage = True
    server.kill()
    for room in rooms:
        expect(room.status).to_be_visible()
    server.start()
    for room in rooms:
        expect(room.status).to_be_hidden()


def paste(facilitator: Visitor, workshop: str) -> None:
    """Step 6, many at once."""
    stories = StoriesPage(facilitator).open(workshop)
    expect(stories.listed).to_contain_text("een eigen ingang")
    stories.paste("Als bezoeker wil ik een app zodat ik sneller binnen ben\nMinder papier")
    stories.add_all()
    expect(stories.listed).to_contain_text("3 user stories")


def score(facilitator: Visitor, participant: Visitor, workshop: str) -> None:
    """Step 7: one joint score per question, with a remark; a participant reads along."""
    index = MaturityPage(facilitator).open(workshop)
    for question, points in SCORES.items():
        index.score(question, points)
    index.remark("vision", "Iedereen kent het plan")
    index.score("analysis", 2)
    expect(index.outcome).to_contain_text("Niveau 2 van 5")
    expect(MaturityPage(participant).open(workshop).outcome).to_contain_text("2,3")


def take_home(anybody: Visitor, workshop: str, folder: Path) -> str:
    """Step 8: all the words of the Word report."""
    report = ReportPage(anybody).open(workshop)
    body = Document(str(report.word(folder))).element.body
    assert len(body.findall(".//{*}drawing")) >= 3, "the cover, the radar and the sketch"
    return "\n".join(element.text or "" for element in body.iter() if element.tag.endswith("}t"))
