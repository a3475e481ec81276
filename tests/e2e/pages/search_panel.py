"""The panel that looks for notes and stories on all boards."""

import re
from collections.abc import Sequence

from playwright.sync_api import Locator

from tests.e2e.pages.room_page import RoomPage

LABEL = "Zoek in briefjes en verhalen"


class SearchPanel:
    """Stands where the stories stand; opened by its key or its button."""

    def __init__(self, room: RoomPage) -> None:
        self.room = room
        self.element: Locator = room.page.get_by_role("complementary", name="Zoeken")
        self.field: Locator = self.element.get_by_role("searchbox", name=LABEL)
        self.count: Locator = self.element.get_by_role("status")
        self.results: Locator = self.element.locator(".found")

    def open(self) -> "SearchPanel":
        """By the button over the board."""
        self.room.page.get_by_role("button", name=re.compile("^Zoeken")).click()
        return self

    def look_for(self, text: str) -> None:
        """Type these words."""
        self.field.fill(text)

    def choose(self, filter: str, value: str) -> None:
        """Set a filter."""
        self.element.get_by_role("combobox", name=filter).select_option(label=value)

    def groups(self) -> Sequence[str]:
        """The boards of the results, with how many each has."""
        return self.element.get_by_role("heading", level=3).all_inner_texts()
