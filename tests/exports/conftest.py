"""Real tools for the tests of Word files: the Open XML validator and LibreOffice."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import programs
from tests.storage.conftest import clock, database, ledger, shop

__all__ = ["clock", "database", "ledger", "shop"]

VALIDATOR = Path("node_modules/@ooxml-tools/validate/dist/npm/bin/ooxml-validate.js")
Validate = Callable[[bytes], list[dict[str, object]]]
Printed = Callable[[bytes], Path]


@pytest.fixture
def validate(tmp_path: Path, pytestconfig: pytest.Config) -> Validate:
    """Return what the Open XML SDK has against a Word file; nothing, when it is valid."""
    script, node = pytestconfig.rootpath / VALIDATOR, programs.node()
    if not script.exists() or node is None:
        pytest.fail("the validator of Word files is not installed: run make test")

    def run(word_file: bytes) -> list[dict[str, object]]:
        path = tmp_path / "report.docx"
        path.write_bytes(word_file)
        command = [node, str(script), str(path), "--of", "json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        faults: list[dict[str, object]] = json.loads(done.stdout)
        return faults

    return run


@pytest.fixture
def printed(tmp_path: Path) -> Printed:
    """Return the PDF that LibreOffice makes of a Word file."""
    office = programs.office()
    if office is None:
        pytest.fail("LibreOffice is not installed: run make test")

    def run(word_file: bytes) -> Path:
        (tmp_path / "report.docx").write_bytes(word_file)
        profile = (tmp_path / "profile").as_uri()
        command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "report.docx"]
        subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=120)
        return tmp_path / "report.pdf"

    return run
