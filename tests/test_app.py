"""What keeps the server from starting is told in one sentence, for who starts it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from storage.database import Database
from tests.storage.sample import fresh, url_of

ROOT = Path(__file__).parent.parent


def started(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A server that does not start."""
    usual = {"DATABASE_URL": url_of(folder), "PUBLIC_URL": "", "STREAMLIT_SERVER_PORT": ""}
    return subprocess.run(
        [sys.executable, "app.py"], cwd=ROOT, env=os.environ | usual | environment, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("PUBLIC_URL", "stappen.example.org", "https://workshop.example.org"),
        ("STREAMLIT_SERVER_PORT", "http", "8501"),
        ("STREAMLIT_SERVER_PORT", "70000", "8501"),
        ("DATABASE_URL", "not an address", "check DATABASE_URL"),
        ("DATABASE_URL", "nobase://user:secret@host/name", "check DATABASE_URL"),
        ("DATABASE_URL", f"sqlite:///{ROOT.as_posix()}", "check DATABASE_URL"),
        ("DATABASE_URL", f"sqlite:///{(ROOT / 'app.py' / 'w.sqlite3').as_posix()}", "check DATABASE_URL"),
        ("DATABASE_URL", f"sqlite:///{(ROOT / 'README.md').as_posix()}", "check DATABASE_URL"),
    ],
)
def test_a_setting_that_cannot_work_is_told_in_a_sentence(tmp_path: Path, name: str, value: str, said: str) -> None:
    ended = started(tmp_path, **{name: value})
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1), ended.stderr
    assert name in ended.stderr
    assert said in ended.stderr
    assert "secret" not in ended.stderr


def test_a_database_of_a_newer_version_is_told_in_a_sentence(tmp_path: Path) -> None:
    database: Database = fresh(tmp_path)
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    ended = started(tmp_path)
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1), ended.stderr
    assert "start the newer version" in ended.stderr
