"""The house keeps its shape: who imports whom, how large things may grow, and what never stands in a file."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NOT_OURS = {"build", "data", "node_modules", "__pycache__"}
PACKAGES = ("app_pages", "canvas", "exports", "stepstones", "storage", "web")
LARGEST_FILE, LARGEST_FUNCTION = 300, 40
TOO_LARGE = {"storage/migrations/versions/": "the list of tables, as Alembic writes it down"}
"""What may pass a limit, each with the reason: beginnings of paths."""
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "lib", "shared"}
UNIX_ONLY = {"fcntl", "grp", "pwd", "resource", "termios", "tty", "pty"}
NEVER_WRITTEN = {
    "a path of one machine": re.compile(r"(?<![\w.])/" + r"(work|root|home|Users)/\w"),
    "a registry": re.compile("pypi" + r"\.org|python" + r"hosted\.|npm" + r"js\.(org|com)|registry\." + r"\w+\.\w"),
    "a private key": re.compile("BEGIN [A-Z ]*PRIVATE" + " KEY"),
}
UNSAFE_HTML = re.compile(r"\b(innerHTML|outerHTML)\s*\+?=(?!=)|insertAdjacentHTML|document\.write\b")
OTHER_HOST = re.compile(r"(https?|wss?)://(?!www\.w3\.org/)[\w.]+")

POSSESSIVE_GROUP = re.compile(r"\)[*+?]\+[^+\s\w(]")


def test_imports_run_one_way() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    done = subprocess.run([*command, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_method_needs_the_standard_library_only() -> None:
    allowed = sys.stdlib_module_names | {"stepstones"}
    foreign = {(name, path) for path in python_files("stepstones") for name in imported(path) - allowed}
    assert not foreign


def test_of_the_files_at_the_top_only_app_and_main_speak_streamlit() -> None:
    speakers = {path.name for path in ROOT.glob("*.py") if "streamlit" in imported(path)}
    assert speakers <= {"app.py", "main.py"}


def test_the_product_runs_on_every_system() -> None:
    assert not {(path.name, name) for path in product_files() for name in imported(path) & UNIX_ONLY}


def test_no_pattern_has_a_possessive_group() -> None:
    # Python before 3.11.5, so also that of Debian 12, matches (…)*+ wrongly; an atomic group (?>(…)*) says the same.
    assert [name(path) for path in product_files() if POSSESSIVE_GROUP.search(text(path))] == []


def test_what_the_product_imports_is_pinned() -> None:
    brought_by, pinned = (
        packages_distributions(),
        names_in("requirements.txt") | names_in("requirements-postgresql.txt"),
    )
    ours = {*PACKAGES, *(path.stem for path in ROOT.glob("*.py")), "scripts"}
    foreign = {name for path in product_files() for name in imported(path)} - sys.stdlib_module_names - ours
    assert {name for name in foreign if not pinned & {d.lower() for d in brought_by.get(name, [])}} == set()


@pytest.mark.parametrize("file", ["constraints.txt", *(p.name for p in ROOT.glob("requirements*.txt"))])
def test_every_version_is_exact(file: str) -> None:
    assert [line for line in requirements(file) if not re.match(r"[\w.\-]+(\[\w+\])?==[\w.]+(;|$)", line)] == []


def test_no_file_is_larger_than_one_idea() -> None:
    sizes = {name(path): len(text(path).splitlines()) for path in files(".py", ".js")}
    assert too_large(sizes, LARGEST_FILE) == {}


def test_no_function_is_larger_than_a_screen() -> None:
    sizes = {f"{name(path)} {f.name}": lines(f) for path in files(".py") for f in functions(path)}
    assert too_large(sizes, LARGEST_FUNCTION) == {}


def test_there_is_no_drawer_for_what_has_no_place() -> None:
    drawers = {name(p) for p in files(".py", ".js", ".css") if DRAWERS & {p.stem, *p.relative_to(ROOT).parent.parts}}
    assert drawers == set()


@pytest.mark.parametrize("what", NEVER_WRITTEN)
def test_no_file_holds(what: str) -> None:
    found = {name(path): NEVER_WRITTEN[what].search(text(path)) for path in files()}
    assert {path: match.group() for path, match in found.items() if match} == {}


def test_no_script_makes_html_out_of_text() -> None:
    assert [name(path) for path in served_files(".js") if UNSAFE_HTML.search(text(path))] == []


def test_no_page_names_another_host() -> None:
    found = {name(path): OTHER_HOST.search(text(path)) for path in served_files(".js", ".css", ".html", ".svg")}
    assert {path: match.group() for path, match in found.items() if match} == {}


def too_large(sizes: dict[str, int], limit: int) -> dict[str, int]:
    return {where: size for where, size in sizes.items() if size > limit and not where.startswith(tuple(TOO_LARGE))}


@cache
def files(*endings: str) -> tuple[Path, ...]:
    """All text files of the repository, or those with these endings."""
    found = (path for path in sorted(walk(ROOT)) if not endings or path.suffix in endings)
    return tuple(path for path in found if b"\0" not in path.read_bytes())


def walk(folder: Path) -> Iterator[Path]:
    hidden = {".ci", ".streamlit", ".github"}
    for path in folder.iterdir():
        if path.is_file():
            yield path
        elif path.name not in NOT_OURS and (not path.name.startswith(".") or path.name in hidden):
            yield from walk(path)


def python_files(package: str) -> list[Path]:
    return [path for path in files(".py") if path.is_relative_to(ROOT / package)]


def product_files() -> list[Path]:
    return [*ROOT.glob("*.py"), *(path for package in PACKAGES for path in python_files(package))]


def served_files(*endings: str) -> list[Path]:
    return [path for path in files(*endings) if any(path.is_relative_to(ROOT / package) for package in PACKAGES)]


@cache
def imported(path: Path) -> frozenset[str]:
    """The packages that a file imports, wherever in the file."""
    nodes = list(ast.walk(ast.parse(text(path))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    chosen = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    return frozenset(name.partition(".")[0] for name in plain | chosen)


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [
        node for node in ast.walk(ast.parse(text(path))) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def requirements(file: str) -> list[str]:
    lines = [line.partition("#")[0].strip() for line in text(ROOT / file).splitlines()]
    return [line for line in lines if line and not line.startswith("-")]


def names_in(file: str) -> set[str]:
    return {re.split(r"[=\[;]", line)[0].lower() for line in requirements(file)}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text(path: Path) -> str:
    return path.read_text("utf-8")
