"""The shared screen: it shows, and nobody touches it."""

import io
from dataclasses import dataclass

from PIL import Image
from playwright.sync_api import Locator, expect

from tests.e2e.pages.page import ProductPage
from tests.e2e.server import ROOT
from tests.e2e.visitor import Visitor

QUARTERS = ROOT / "build" / "quarters"
WALL = {"viewport": {"width": 1920, "height": 1080}}
TEXTS = """() => {
  const room = [...document.querySelectorAll("*")].map(part => part.shadowRoot?.querySelector(".room")).find(Boolean);
  const walk = document.createTreeWalker(room, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node; node = walk.nextNode();) {
    const part = node.parentElement;
    const seen = node.textContent.trim() && part.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!seen || getComputedStyle(part).clipPath !== "none") continue;
    const card = part.closest(".note");
    const scale = card ? card.getBoundingClientRect().width / card.offsetWidth : 1;
    found.push({ text: node.textContent.slice(0, 40), size: parseFloat(getComputedStyle(part).fontSize) * scale });
  }
  return found;
}"""
"""All words that can be seen, with the height of their type on the screen; a board is drawn larger than it is."""


@dataclass(frozen=True)
class Words:
    """Some words as large as they are shown, in pixels."""

    text: str
    size: float


class WallPage(ProductPage):
    """The live component as a screen for everybody."""

    def __init__(self, visitor: Visitor, path: str) -> None:
        super().__init__(visitor)
        visitor.open(path)
        self.room.wait_for()

    @property
    def room(self) -> Locator:
        """All of it."""
        return self.page.locator(".room.watched")

    def shows(self, scene: str) -> None:
        """Wait until it is at a scene."""
        expect(self.room).to_have_attribute("data-scene", scene)

    @property
    def question(self) -> Locator:
        """The large line at the top."""
        return self.page.locator(".wall-title h1")

    @property
    def clock(self) -> Locator:
        """The time that is left."""
        return self.page.locator(".wall-clock")

    @property
    def controls(self) -> Locator:
        """Whatever could be pressed."""
        return self.room.locator("button:visible, a[href]:visible, input:visible, select:visible")

    @property
    def slips(self) -> Locator:
        """Notes where the board is not shown as it lies."""
        return self.page.locator(".slip:visible")

    def note(self, text: str) -> Locator:
        """A note on the board, as it lies."""
        return self.page.locator(".board:not(.crowded) .note").filter(has_text=text)

    def words(self) -> list[Words]:
        """All words that can be seen."""
        return [Words(**found) for found in self.page.evaluate(TEXTS)]

    def picture(self, name: str) -> None:
        """Keep the screen at a quarter of its width and height in build/quarters: it must still be readable there."""
        QUARTERS.mkdir(parents=True, exist_ok=True)
        with Image.open(io.BytesIO(self.page.screenshot())) as image:
            image.resize((image.width // 4, image.height // 4), Image.Resampling.LANCZOS).save(QUARTERS / f"{name}.png")
