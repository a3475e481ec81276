"""Takes the pictures of the documentation anew: python -m tests.e2e.pictures [screen ...], into docs/pictures."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from scripts import programs
from tests.e2e.conftest import ARGUMENTS, SIZES, visiting
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
                for name, page in Tour(of(server.example(), visit), SIZES[SIZE]).screens():
                    if not chosen or name in chosen:
                        expect(page.page.get_by_test_id("stSkeleton")).to_have_count(0)
                        page.page.screenshot(path=FOLDER / f"{name}.png")
        finally:
            server.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
