"""What one does with several notes at once, on the board of a room."""

from playwright.sync_api import FloatRect, Locator, expect

from tests.e2e.pages.room_page import RoomPage


class BoardPage:
    """The board (or the list) of a room that somebody is in."""

    def __init__(self, room: RoomPage) -> None:
        self.room, self.page = room, room.page

    @property
    def chosen(self) -> Locator:
        """The chosen notes."""
        return self.page.locator(".board:not([hidden]) .note.selected, .list:not([hidden]) .row.selected")

    @property
    def clusters(self) -> Locator:
        """The frames on the board."""
        return self.page.locator(".cluster")

    @property
    def links(self) -> Locator:
        """The arrows on the board."""
        return self.page.locator(".links path")

    def row(self, text: str) -> Locator:
        """A row of the list by the words of its note alone."""
        return self.page.locator(".list .row").filter(has=self.page.locator(".row-text").filter(has_text=text))

    def all(self) -> "BoardPage":
        """Look at all notes, at rest."""
        self.room.button("Alles").click()
        self.at_rest()
        return self

    def at_rest(self) -> None:
        """Wait until nothing glides any more."""
        layer = self.page.locator(".board .layer")
        expect(layer).to_have_css("will-change", "auto")

    def box(self, thing: Locator) -> FloatRect:
        """Where something is on the screen."""
        found = thing.bounding_box()
        assert found is not None
        return found

    def choose(self, *texts: str) -> None:
        """Choose these notes, and no others."""
        first, *others = (self.room.note(text) for text in texts)
        first.click()
        for other in others:
            other.click(modifiers=["Shift"])
        expect(self.chosen).to_have_count(len(texts))

    def drop(self, note: Locator, on: Locator) -> None:
        """Lay a note on the middle of another."""
        start, end = self.box(note), self.box(on)
        self.page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
        self.page.mouse.down()
        self.page.mouse.move(end["x"] + end["width"] / 2 + 9, end["y"] + end["height"] / 2, steps=5)
        self.page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=3)
        self.page.mouse.up()

    def name(self, title: str) -> None:
        """Give the new cluster its title, where it stands."""
        field = self.page.get_by_role("textbox", name="Titel van het cluster")
        field.fill(title)
        field.press("Enter")

    def more(self, name: str) -> None:
        """Something from behind the three dots at the chosen notes."""
        self.page.locator(".toolbar:not([hidden]), .row-tools, .chosen-tools").get_by_role(
            "button", name="Meer", exact=True
        ).click()
        self.page.locator(".popover").get_by_role("button", name=name, exact=True).click()

    def paste(self, text: str) -> None:
        """Paste a text where no field has the focus, as from another program."""
        self.page.locator(".room").evaluate(
            """(room, text) => {
              const data = new DataTransfer();
              data.setData("text/plain", text);
              room.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }""",
            text,
        )
