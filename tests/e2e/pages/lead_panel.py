"""The panel of who leads: its parts about people and groups."""

from playwright.sync_api import Locator, expect

from tests.e2e.pages.room_page import RoomPage


class LeadPanel:
    """Beside the board of who leads."""

    def __init__(self, room: RoomPage, part: str) -> None:
        self.room = room
        self.element = room.page.get_by_role("complementary", name="Leiden")
        if not self.element.is_visible():
            room.button("Leiden").click()
        self.element.get_by_role("tab", name=part, exact=True).click()

    def button(self, name: str) -> Locator:
        """A button of the panel by its words."""
        return self.element.get_by_role("button", name=name, exact=True)

    def person(self, name: str) -> Locator:
        """The row of somebody in the list of people."""
        return self.element.locator(".lead-people > li").filter(has=self.room.page.get_by_text(name, exact=True))

    def do(self, name: str, verb: str, confirmed: str = "") -> None:
        """Do something with somebody, and agree to what is asked."""
        row = self.person(name)
        if row.locator(".person").get_attribute("aria-expanded") == "false":
            row.locator(".person").click()
        row.get_by_role("button", name=f"{verb}: {name}").click()
        if confirmed:
            self.agree(confirmed)

    def agree(self, name: str) -> None:
        """Press this in the window that asks."""
        window = self.room.page.locator(".room dialog")
        window.get_by_role("button", name=name, exact=True).click()
        expect(window).to_have_count(0)

    def group(self, name: str) -> Locator:
        """A group with who sits there."""
        return self.element.locator(".lead-group").filter(
            has=self.room.page.get_by_role("heading", name=name, exact=True)
        )

    def seated(self, group: str) -> list[str]:
        """Who sits in a group."""
        return self.group(group).locator(".seats button").all_inner_texts()
