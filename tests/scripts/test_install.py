import sys
from pathlib import Path

import pytest

from scripts import install, programs


@pytest.fixture
def pip_calls(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, ...]]:
    calls: list[tuple[str, ...]] = []
    for name in ("requirements.txt", "constraints.txt"):
        (tmp_path / name).write_text("streamlit==1.67.0\n", "utf-8")
    monkeypatch.setattr(install, "ROOT", tmp_path)
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "environment"))
    monkeypatch.setattr(install, "_pip", lambda *words: calls.append(words))
    return calls


def test_packages_are_installed_once(pip_calls: list[tuple[str, ...]]) -> None:
    install.main("product")
    install.main("product")
    assert len(pip_calls) == 1


def test_packages_are_installed_again_when_a_version_changes(pip_calls: list[tuple[str, ...]], tmp_path: Path) -> None:
    install.main("product")
    (tmp_path / "constraints.txt").write_text("streamlit==1.68.0\n", "utf-8")
    install.main("product")
    assert len(pip_calls) == 2


@pytest.mark.usefixtures("pip_calls")
def test_what_cannot_be_installed_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "NEEDS", {"bench": [("a ruler", lambda: None, ("ruler-tools",))]})
    monkeypatch.setattr(install, "REQUIREMENTS", {"bench": "requirements.txt"})
    monkeypatch.setattr(install, "_apt", lambda _: False)
    monkeypatch.setattr(programs, "browser", lambda: "chromium")
    with pytest.raises(SystemExit, match=r"Missing: a ruler\.(.|\n)*apt-get install ruler-tools"):
        install.main("bench")
