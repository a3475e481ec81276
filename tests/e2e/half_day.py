"""Half a day with the example, as docs/facilitating.md tells it: the ways to its pictures."""

from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.e2e.conftest import LAPTOP, PHONE
from tests.e2e.pages.lead_panel import LeadPanel
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.pages.voting_page import VotingPage
from tests.e2e.pages.wall_page import WallPage
from tests.e2e.pages.writing_page import WritingPage
from tests.e2e.wire import ask
from tests.e2e.workshop import Workshop

NAMES = ("Anna", "Bram", "Cato", "Daan", "Els", "Fatma")
STONE = "Kanalen"


@dataclass(frozen=True)
class HalfDay:
    """One who leads, a shared screen and six people walk through a workshop."""

    workshop: Workshop

    def pictures(self) -> Iterator[tuple[str, Page]]:
        """Each moment with its name, ready to be taken; valid until the next is asked for."""
        lead = self.workshop.facilitator()
        ask(lead, self.workshop.id, "room.move", stone="framing")
        yield "programme", self._programme(lead)
        wall = self.workshop.wall(lead, device_scale_factor=0.7)
        team = [self.workshop.participant(name, **(PHONE if name == "Bram" else LAPTOP)) for name in NAMES]
        wall.shows("lobby")
        expect(wall.page.locator(".names li").filter(has_text=NAMES[-1])).to_be_visible()
        yield "lobby", wall.page
        lead.page.locator(".begin:visible").first.click()
        lead.go(STONE)
        lead.button("Timer").click()
        lead.page.locator(".timing").get_by_role("button", name="10 min").click()
        lead.page.keyboard.press("Escape")
        yield "lead", lead.page
        panel = LeadPanel(lead, "Groepen")
        panel.element.locator(".lead-group").first.wait_for()
        yield "groups", panel.room.page
        yield "private", self._private(lead, team[1])
        yield "results", self._results(lead, wall, team)
        lead.go("Doelen")
        yield "closing", self._closing(lead, team)

    def _programme(self, lead: RoomPage) -> Page:
        lead.visitor.open(f"/programme?w={self.workshop.id}")
        lead.page.get_by_role("heading", name="Programma").wait_for()
        lead.page.get_by_text("Pauze").first.wait_for()
        return lead.page

    def _private(self, lead: RoomPage, bram: RoomPage) -> Page:
        WritingPage(lead).choose("Verborgen")
        expect(bram.page.locator(".mode")).to_be_visible()
        for text in ("WhatsApp bij de kassa", "Bellen op zaterdag"):
            bram.write(text)
        bram.note("Bellen op zaterdag").scroll_into_view_if_needed()
        return bram.page

    def _results(self, lead: RoomPage, wall: WallPage, team: list[RoomPage]) -> Page:
        lead.page.get_by_role("button", name="Alles onthullen").click()
        leader = VotingPage(lead).lead()
        leader.part.get_by_text("Nieuwe stemming").click()
        leader.begin("Wat pakken we eerst aan?")
        for room, text in zip(
            team, ("Eén inbox", "Bellen op", "Eén inbox", "Bellen op", "Eén inbox", "WhatsApp bij"), strict=True
        ):
            VotingPage(room).put(text)
        leader.close()
        wall.shows("results")
        return wall.page

    def _closing(self, lead: RoomPage, team: list[RoomPage]) -> Page:
        lead.button("Leiden").click()
        on = lead.page.locator(".footer .on")
        while not lead.page.locator(".closing").is_visible():
            on.click()
            expect(on).to_be_enabled()
        for room, word in zip(team, ("moe", "blij", "helder", "samen", "zin", "verder"), strict=True):
            field = room.page.get_by_role("textbox", name="Jouw woord")
            field.fill(word)
            field.press("Enter")
        expect(lead.page.locator(".closing")).to_contain_text("verder")
        return lead.page
