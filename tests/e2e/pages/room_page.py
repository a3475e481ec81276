"""The room: path, question, board or list, the line to write in, stories and sketches."""

import re
from collections.abc import Sequence

from playwright.sync_api import Locator, expect

from tests.e2e.pages.page import ProductPage

WAITING = re.compile(r"\b(waiting|unsaved)\b")
BUSY = re.compile(r"\b(waiting|dragging)\b")
WRITE = "Schrijf een briefje en druk op Enter"


class RoomPage(ProductPage):
    """The live component; its parts lie in a shadow root, which Playwright looks through."""

    def open(self, workshop: str) -> "RoomPage":
        """Go there."""
        self.visitor.open(f"/room?w={workshop}")
        return self.ready()

    def ready(self) -> "RoomPage":
        """Wait until the workshop is drawn."""
        self.path.wait_for()
        return self

    # The path

    @property
    def path(self) -> Locator:
        """The ten stones between two banks."""
        return self.page.get_by_role("navigation", name="Het pad")

    @property
    def title(self) -> Locator:
        """The name of the stone in view, or of the near bank."""
        return self.page.locator(".main > :not([hidden]) h1")

    def stone(self, name: str) -> Locator:
        """A stone of the path."""
        label = self.page.locator(".stone-name").get_by_text(name, exact=True)
        return self.path.get_by_role("listitem").filter(has=label).locator(".stone")

    def go(self, name: str) -> None:
        """Step on a stone."""
        self.stone(name).click()
        expect(self.title).to_have_text(name)

    def button(self, name: str) -> Locator:
        """A button of the room by its words."""
        return self.page.locator(".room").get_by_role("button", name=name, exact=True)

    @property
    def pill(self) -> Locator:
        """Takes back to where the group is."""
        return self.page.get_by_role("button", name=re.compile("^De groep is bij"))

    @property
    def status(self) -> Locator:
        """What is said while the server is away."""
        return self.page.locator(".header .status")

    def finish(self, conclusion: str | None = None) -> None:
        """Finish the stone in view, with a conclusion or as it is filled in."""
        self.button("Deze steen afronden").click()
        window = self.page.locator(".room dialog")
        if conclusion is not None:
            window.get_by_role("textbox", name="Conclusie").fill(conclusion)
        window.get_by_role("button", name="Afronden", exact=True).click()
        expect(window).to_have_count(0)

    # Notes

    @property
    def line(self) -> Locator:
        """The line to write in."""
        return self.page.get_by_role("textbox", name=WRITE)

    def write(self, text: str) -> Locator:
        """Add a note, and wait until the server has it."""
        self.line.fill(text)
        self.line.press("Enter")
        note = self.note(text)
        self.saved(note)
        return note

    def note(self, text: str) -> Locator:
        """A note by its words, on the board or in the list, whichever is in view."""
        return self.notes.filter(has_text=text)

    @property
    def notes(self) -> Locator:
        """All notes in view."""
        return self.page.locator(".board:not([hidden]) .note, .list:not([hidden]) li[data-note]")

    def saved(self, note: Locator) -> None:
        """Wait until the server has this note as it is shown."""
        expect(note).to_be_visible()
        expect(note).not_to_have_class(WAITING)

    def texts(self) -> list[str]:
        """The words of all notes in view, in alphabetical order."""
        return sorted(self.notes.locator(".note-text, .row-text").all_inner_texts())

    def tool(self, name: str) -> Locator:
        """A button at the chosen note."""
        bars = self.page.locator(".toolbar:not([hidden]), .row-tools")
        return bars.get_by_role("button", name=name, exact=True)

    def edit(self, note: Locator, text: str) -> None:
        """Give a note other words, by the mouse."""
        note.click()
        self.tool("Bewerken").click()
        self.page.get_by_role("textbox", name="Tekst van het briefje").fill(text)
        self.page.keyboard.press("Enter")

    def drag(self, note: Locator, right: int, down: int) -> None:
        """Move a note by the mouse."""
        box = note.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + right / 2, y + down / 2, steps=4)
        self.page.mouse.move(x + right, y + down, steps=4)
        self.page.mouse.up()
        expect(note).not_to_have_class(BUSY)

    def place(self, note: Locator) -> Sequence[float]:
        """Where a note lies on the board, whatever the view on it."""
        return [
            float(part)
            for part in note.evaluate("({style}) => [parseFloat(style.marginLeft), parseFloat(style.marginTop)]")
        ]

    # Stories

    @property
    def stories(self) -> Locator:
        """The panel with the stories of this stone."""
        return self.page.get_by_role("complementary", name="User stories")

    @property
    def stories_button(self) -> Locator:
        """Opens the panel, and says how many stories are in it."""
        return self.page.locator(".question").get_by_role("button", name=re.compile("^User stories"))

    def tell(self, role: str, want: str | None, benefit: str) -> None:
        """Fill in the form of the panel and keep it; no `want` leaves what is there."""
        for label, text in (("Als", role), ("wil ik", want), ("zodat", benefit)):
            if text is not None:
                self.stories.get_by_role("textbox", name=label, exact=True).fill(text)
        self.stories.get_by_role("button", name="Verhaal toevoegen").click()

    # Sketches

    @property
    def dialog(self) -> Locator:
        """Streamlit's dialog over the room."""
        return self.page.get_by_test_id("stDialog").get_by_role("dialog")

    @property
    def surface(self) -> Locator:
        """Where one draws: the upper canvas takes the pen."""
        return self.dialog.locator("canvas.upper-canvas")

    def draw(self, *points: tuple[float, float]) -> None:
        """One stroke through these places of the surface, given as shares of its width and height."""
        box = self.surface.bounding_box()
        assert box is not None
        places = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in points]
        self.page.mouse.move(*places[0])
        self.page.mouse.down()
        for place in places[1:]:
            self.page.mouse.move(*place, steps=6)
        # A stroke is known to the server only after the surface has sent it.
        with self.visitor.streamlit_lines[-1].socket.expect_event("framesent"):
            self.page.mouse.up()
        self.settled()

    def save_sketch(self, title: str | None = None) -> None:
        """Name it where a title is given, and keep it."""
        if title is not None:
            field = self.dialog.get_by_role("textbox")
            field.fill(title)
            field.blur()
            self.settled()
        self.dialog.get_by_role("button", name="Schets bewaren").click()
        expect(self.dialog).to_have_count(0)
