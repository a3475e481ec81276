import os
from pathlib import Path

import pytest

from scripts import programs


def program(folder: Path, name: str, content: str = "#!/bin/sh\n") -> Path:
    path = folder / name
    path.write_text(content, "utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(programs, "_playwrights", lambda: "the one of Playwright")
    return tmp_path


def test_the_browser_is_the_one_that_is_named(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bare, "chromium")
    monkeypatch.setenv("CHROMIUM", "/opt/my/chromium")
    assert programs.browser() == "/opt/my/chromium"


@pytest.mark.skipif(os.name == "nt", reason="Windows finds programs by their ending")
def test_the_browser_is_else_the_one_of_the_machine(bare: Path) -> None:
    assert programs.browser() == "the one of Playwright"
    path = program(bare, "chromium")
    assert programs.browser() == str(path)
    quicker = program(bare, programs.SHELL)
    assert programs.browser() == str(quicker)


@pytest.mark.skipif(os.name == "nt", reason="Windows finds programs by their ending")
def test_a_stub_that_asks_for_a_snap_is_no_browser(bare: Path) -> None:
    program(bare, "chromium-browser", "#!/bin/sh\necho requires the chromium snap to be installed\n")
    assert programs.browser() == "the one of Playwright"


def test_there_is_a_node_for_the_checks() -> None:
    assert Path(str(programs.node())).is_file()
