"""A session as it runs in a filled workshop: what who leads, who takes part and the shared screen see, one by one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import expect

from tests.e2e.pages.lead_panel import LeadPanel
from tests.e2e.pages.page import ProductPage
from tests.e2e.pages.room_page import RoomPage
from tests.e2e.pages.voting_page import VotingPage
from tests.e2e.pages.wall_page import WallPage
from tests.e2e.wire import ask
from tests.e2e.workshop import Workshop

STONE, NAME = "journey", "Klantreis"
"""Of the example: notes, sketches and stories."""
PARTS = {"programme": "Programma", "groups": "Groepen", "people": "Mensen", "overview": "Overzicht"}
Screens = Iterator[tuple[str, ProductPage]]


@dataclass(frozen=True)
class Session:
    """From the lobby to the closed session."""

    workshop: Workshop
    lead: RoomPage
    guest: RoomPage
    wall: WallPage

    def screens(self) -> Screens:
        """Each screen with its name, ready to be looked at; valid until the next is asked for."""
        yield self._wall("lobby")
        self._do("session.begin")
        yield self._wall("framing")
        yield from self._stone()
        yield from self._windows()
        yield from self._writing()
        yield from self._leading()
        yield from self._voting()
        yield from self._looking()
        yield from self._stops()
        yield from self._closing()

    def _stone(self) -> Screens:
        self.lead.go(NAME)
        for name, view in (("board", "Bord"), ("list", "Lijst")):
            self.lead.button(view).click()
            yield name, self._drawn(self.lead)
        self.lead.stories_button.click()
        yield "panel", self.lead
        self._shut(self.lead, "User stories")
        self._drawn(self.guest)
        self._do("timer.start", seconds=462)
        yield "guest", self.guest
        self.wall.page.locator(".wall-main .note:visible, .slip:visible").first.wait_for()
        yield "projector", self.wall

    def _writing(self) -> Screens:
        self._do("stone.edit", stone=STONE, writing="moderated")
        self.guest.page.locator(".mode").wait_for()
        self.guest.write("Vrienden krijgen geen antwoord op zondag")
        yield "hidden", self.guest
        panel = LeadPanel(self.lead, "Schrijven")
        panel.element.locator(".waiting-notes li").wait_for()
        yield "lead-writing", self.lead
        self._do("notes.reveal", stone=STONE)

    def _windows(self) -> Screens:
        self.lead.button("Timer").click()
        self.lead.page.locator(".timing form").wait_for()
        yield "timer", self.lead
        self.lead.page.keyboard.press("Escape")
        self._do("stone.finish", stone=STONE, finished=False)
        self.lead.button("Deze steen afronden").click()
        self.lead.page.get_by_role("dialog").wait_for()
        yield "conclusion", self.lead
        self.lead.page.keyboard.press("Escape")

    def _leading(self) -> Screens:
        for name, part in PARTS.items():
            panel = LeadPanel(self.lead, part)
            if name == "people":
                panel.person("Noor").locator(".person").click()
            yield f"lead-{name}", self.lead

    def _voting(self) -> Screens:
        voting = VotingPage(self.lead).lead()
        voting.part.get_by_text("Nieuwe stemming").click()
        yield "lead-voting", self.lead
        self._do("vote.open", vote="v", title="Wat pakken we eerst aan?", stones=[STONE], dots=3, each=2)
        ballot = VotingPage(self.guest)
        note = self.guest.notes.first.get_attribute("data-note")
        ask(self.guest, self.workshop.id, "dots.set", vote="v", note=note, count=1)
        expect(ballot.bar).to_contain_text("nog 2 stippen")
        yield "vote", self.guest
        voting.part.get_by_text("Stippen voor mensen zonder apparaat").click()
        yield "lead-vote", self.lead
        yield self._wall("voting")
        self._do("vote.close", vote="v")
        ballot.bar.get_by_role("button", name="Uitslag").click()
        expect(ballot.results.first).to_be_visible()
        yield "results", self.guest
        yield self._wall("results")

    def _looking(self) -> Screens:
        note = self.lead.notes.first.get_attribute("data-note")
        self._do("spotlight.set", note=note)
        yield self._wall("spotlight")
        self._do("spotlight.set", note=None)
        self._do("group.present", group="table-1")
        yield self._wall("reporting")
        self._shut(self.guest, "Uitslag")
        self._shut(self.lead, "Leiden")

    def _stops(self) -> Screens:
        for stop in ("break", "index", "stories"):
            self._do("room.move", stone=stop)
            self.guest.page.locator(".sign").wait_for()
            yield f"stop-{stop}", self.guest
            yield self._wall(stop)

    def _closing(self) -> Screens:
        self._do("room.move", stone="closing")
        ask(self.guest, self.workshop.id, "word.set", word="moedig")
        for name, room in (("closing", self.lead), ("leaving", self.guest)):
            expect(room.page.locator(".words")).to_contain_text("moedig")
            yield name, room
        yield self._wall("closing")
        self.lead.button("De sessie afsluiten").click()
        window = self.lead.page.get_by_role("dialog")
        window.wait_for()
        yield "ending", self.lead
        window.get_by_role("button", name="De sessie afsluiten").click()
        expect(self.guest.page.get_by_text("Deze sessie is afgesloten.")).to_be_visible()
        yield "closed", self.guest
        yield self._wall("closed")

    def _do(self, kind: str, **fields: Any) -> dict[str, Any]:
        """As who leads asks for it."""
        return ask(self.lead, self.workshop.id, kind, **fields)

    def _wall(self, scene: str) -> tuple[str, ProductPage]:
        self.wall.shows(scene)
        return f"wall-{scene}", self.wall

    def _shut(self, room: RoomPage, panel: str) -> None:
        """On a phone a panel covers the room."""
        room.page.get_by_role("complementary", name=panel, exact=True).get_by_role("button", name="Sluiten").click()

    def _drawn(self, room: RoomPage) -> RoomPage:
        """All notes and pictures are there."""
        room.notes.filter(visible=True).first.wait_for()
        for image in room.page.locator(".note-picture:visible, .row-picture:visible").all():
            expect(image).to_have_js_property("complete", True)
        return room
