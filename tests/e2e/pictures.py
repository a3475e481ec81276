"""Takes the pictures of the documentation anew: python -m tests.e2e.pictures [screen ...], into docs/pictures."""

import io
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from scripts import programs
from tests.e2e.conftest import ARGUMENTS, SIZES, Visit, visiting
from tests.e2e.half_day import HalfDay
from tests.e2e.screens import Tour
from tests.e2e.server import ROOT, Server
from tests.e2e.workshop import of

SIZE = "1366x768"
FOLDER = ROOT / "docs" / "pictures"


def main(chosen: list[str]) -> None:
    """Pictures of the chosen screens of the example, or of all."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, sync_playwright() as play:
        server = Server(Path(folder))
        browser = play.chromium.launch(executable_path=programs.browser(), args=ARGUMENTS)
        try:
            server.start()
            with visiting(browser, server) as visit:
                for name, page in moments(server, visit, chosen):
                    if not chosen or name in chosen:
                        expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
                        take(page, FOLDER / f"{name}.png")
        finally:
            server.stop()


def moments(server: Server, visit: Visit, chosen: list[str]) -> Iterator[tuple[str, Page]]:
    """Every screen that the documentation shows, and then half a day; none of either where nothing of it is chosen."""
    of_half_day = [name.startswith("half-day/") for name in chosen] or [False, True]
    if not all(of_half_day):
        for name, screen in Tour(of(server.example(), visit), SIZES[SIZE]).screens():
            yield name, screen.page
    if any(of_half_day):
        for name, page in HalfDay(of(server.example(), visit)).pictures():
            yield f"half-day/{name}", page


def take(page: Page, path: Path) -> None:
    """Keep what the page shows, in as many colours as it needs to look the same."""
    path.parent.mkdir(exist_ok=True)
    with Image.open(io.BytesIO(page.screenshot())) as image:
        image.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main(sys.argv[1:])
