"""Voting in a room: the bar, the dots at notes, the results, and the part of who leads."""

from playwright.sync_api import Locator, expect

from tests.e2e.pages.room_page import RoomPage


class VotingPage:
    """The votes of a room that somebody is in."""

    def __init__(self, room: RoomPage) -> None:
        self.room, self.page = room, room.page

    @property
    def bar(self) -> Locator:
        """What is told to everybody while a vote runs, and when it is over."""
        return self.page.get_by_role("region", name="Stemming", exact=True)

    def put(self, text: str) -> None:
        """A dot at a note, by one touch."""
        self.room.note(text).get_by_role("button", name="Hier een stip zetten").click()

    def take(self, text: str) -> None:
        """A dot back from a note."""
        self.room.note(text).get_by_role("button", name="Een stip terughalen").click()

    def mine(self, text: str) -> Locator:
        """One's own dots at a note."""
        return self.room.note(text).locator(".mine")

    def count(self, text: str) -> Locator:
        """How many dots a note has in all, where that shows."""
        return self.room.note(text).locator(".in-all, .result strong")

    @property
    def results(self) -> Locator:
        """The notes with dots, the most first."""
        return self.page.get_by_role("complementary", name="Uitslag").locator(".result-row")

    def answer(self, text: str) -> Locator:
        """An answer of a poll, to choose."""
        return self.bar.get_by_role("button", name=text)

    # For who leads

    @property
    def part(self) -> Locator:
        """The part of the panel of who leads."""
        return self.page.locator(".lead-voting")

    def lead(self) -> "VotingPage":
        """Open that part."""
        if not self.part.is_visible():
            if not self.page.get_by_role("complementary", name="Leiden").is_visible():
                self.page.locator(".footer").get_by_role("button", name="Leiden").click()
            self.page.get_by_role("tab", name="Stemmen").click()
        expect(self.part).to_be_visible()
        return self

    def begin(self, title: str | None = None, *, openly: bool = False) -> None:
        """Start a vote as the form proposes it."""
        if title:
            self.part.get_by_label("Waar gaat het over?").fill(title)
        if openly:
            self.part.get_by_label("Iedereen ziet de stemmen meteen").check()
        start = self.part.get_by_role("button", name="Stemming beginnen")
        expect(start).to_be_in_viewport(ratio=1)
        start.click()

    def ask_everybody(self, question: str, *answers: str) -> None:
        """Start a poll."""
        self.part.get_by_text("Nieuwe stemming").click()
        self.part.get_by_label("Een vraag met antwoorden").check()
        self.part.get_by_label("Iedereen ziet de stemmen meteen").check()
        self.part.get_by_label("De vraag").fill(question)
        self.part.get_by_label("Antwoorden, één per regel").fill("\n".join(answers))
        self.part.get_by_role("button", name="Stemming beginnen").click()

    def put_for_the_room(self, text: str, times: int) -> None:
        """Dots at a note for people without a device."""
        self.part.get_by_text("Stippen voor mensen zonder apparaat").click()
        row = self.part.locator(".behalf li", has_text=text)
        row.get_by_role("button", name="Een stip erbij").click(click_count=times)
        expect(row.locator(".figure")).to_have_text(str(times))

    def close(self) -> None:
        """Close it, though some have dots left."""
        self.bar.get_by_role("button", name="Stemming sluiten").click()
        asked = self.page.get_by_role("dialog", name="De stemming sluiten?")
        asked.get_by_role("button", name="Stemming sluiten").click()
