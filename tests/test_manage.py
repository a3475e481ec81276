"""The operator's commands, on a database of their own and beside a running server."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner, Result
from docx import Document

import settings
from canvas.board import limits
from canvas.board.leading import SessionClose
from exports import archive
from manage import manage
from stepstones.rules import HOUSE
from storage import access, joining, secret
from storage.database import SQLITE_SETTINGS, Database
from storage.ledger import Ledger, Request
from tests.storage.sample import rows, url_of
from tests.web.serving import Serving

ROOT = Path(__file__).parent.parent
KEYS = {"workshop", "code", "join", "facilitator"}
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Run a command; it must end with this exit code, and never with a traceback."""
    monkeypatch.setenv("DATABASE_URL", url_of(tmp_path))
    monkeypatch.setenv("PUBLIC_URL", "https://stappen.example.org/")
    settings.settings.cache_clear()

    def command(*arguments: object, exit_code: int = 0) -> Result:
        result = CliRunner().invoke(manage, [str(argument) for argument in arguments])
        assert isinstance(result.exception, SystemExit | None), result.exception
        assert result.exit_code == exit_code, result.output
        return result

    yield command
    settings.settings.cache_clear()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(url_of(tmp_path))
    yield opened
    opened.close()


def new(run: Run, *more: str, title: str = "De vaste bezoeker") -> dict[str, str]:
    told: dict[str, str] = json.loads(run("new", "--title", title, "--organisation", "De Brug", "--json", *more).output)
    return told


def test_a_new_workshop_tells_its_addresses_and_they_open(run: Run, database: Database) -> None:
    told = new(run, "--relations", "donors, volunteers", "--lang", "en")
    assert told.keys() == KEYS
    assert told["join"] == f"https://stappen.example.org/j/{told['code']}"
    ledger = Ledger(database)
    key = urlsplit(told["facilitator"]).path.removeprefix("/f/")
    opened = joining.open_with_key(ledger, "d" * 32, "facilitator", key)
    ledger.close()
    assert (opened.workshop, opened.role) == (told["workshop"], "facilitator")
    with database.reading() as connection:
        shop = access.by_code(connection, told["code"])
    assert shop is not None
    assert (shop.title, shop.organisation, shop.language) == ("De vaste bezoeker", "De Brug", "en")
    assert shop.relations == {"donors", "volunteers"}


def test_without_json_people_read_the_same(run: Run) -> None:
    told = run("new", "--title", "Titel", "--organisation", "De Brug").output
    assert [line.split()[0] for line in told.splitlines()] == ["workshop", "code", "join", "facilitator"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["new", "--organisation", "x"], "--title"),
        (["new", "--title", "", "--organisation", "x"], "geen titel"),
        (["new", "--title", "x" * 201, "--organisation", "x"], "200"),
        (["new", "--title", "x", "--organisation", "x", "--relations", "friends"], "'friends' is none of donors"),
        (["new", "--title", "x", "--organisation", "x", "--lang", "de"], "'de'"),
        (["export", "none", "--format", "json", "-o", "out.json"], "manage.py list"),
        (["export", "none", "--format", "pdf", "-o", "out.json"], "pdf"),
        (["import", "none.json"], "none.json"),
        (["backup"], "FILE"),
        (["unknown"], "unknown"),
    ],
)
def test_bad_input_gives_a_sentence_and_changes_nothing(run: Run, arguments: list[str], said: str) -> None:
    before = run("list").output
    result = run(*arguments, exit_code=1 if said in ("geen titel", "200", "manage.py list") else 2)
    assert said in result.output
    assert run("list").output == before
    assert not Path("out.json").exists()


@pytest.mark.parametrize(
    ("title", "organisation", "said"),
    [
        ("a\udcffb", "De Brug", "onzichtbare tekens"),
        ("Titel", "\u202ex", "onzichtbare tekens"),
        ("Titel", "a\x07b", "onzichtbare tekens"),
        ("een\ntwee", "De Brug", "Haal de regeleinden"),
        ("Titel", "een\u2028twee", "Haal de regeleinden"),
    ],
)
def test_signs_that_hide_are_refused_as_over_http(run: Run, title: str, organisation: str, said: str) -> None:
    told = run("new", "--title", title, "--organisation", organisation, exit_code=1).output
    assert said in " ".join(told.split())
    assert run("list").output == ""


def test_white_space_around_a_title_goes_and_no_organisation_will_do(run: Run) -> None:
    run("new", "--title", " \n Titel ", "--organisation", "")
    assert run("list").output.rstrip().endswith("  Titel")


def test_the_list_names_every_workshop(run: Run) -> None:
    first, second = new(run, title="De eerste"), new(run, title="De tweede")
    lines = run("list").output.splitlines()
    assert len(lines) == 2
    for told, title in ((first, "De eerste"), (second, "De tweede")):
        (line,) = (line for line in lines if told["workshop"] in line)
        assert told["code"] in line
        assert title in line
        assert urlsplit(told["facilitator"]).path.removeprefix("/f/") not in line


def test_the_example_goes_out_and_comes_in_again(run: Run, tmp_path: Path) -> None:
    told = json.loads(run("example", "--json").output)
    assert told.keys() == KEYS
    run("export", told["workshop"], "--format", "json", "-o", tmp_path / "one.json")
    again = json.loads(run("import", tmp_path / "one.json", "--json").output)
    assert again.keys() == KEYS
    assert not set(again.values()) & set(told.values())
    run("export", again["workshop"], "--format", "json", "-o", tmp_path / "two.json")
    example = archive.read(archive.EXAMPLE.read_bytes())
    assert archive.read((tmp_path / "one.json").read_bytes()) == example
    assert (tmp_path / "two.json").read_bytes() == (tmp_path / "one.json").read_bytes()


@pytest.mark.parametrize("id", ["-Ab12_x", "-o9x", "-"])
def test_an_old_id_with_a_dash_in_front_goes_behind_two(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, id: str
) -> None:
    monkeypatch.setattr(secret, "id", iter([id, "leader"]).__next__)
    assert new(run)["workshop"] == id
    run("export", "--format", "json", "-o", tmp_path / "out.json", "--", id)
    assert archive.read((tmp_path / "out.json").read_bytes()).workshop.title == "De vaste bezoeker"
    assert "--" in run("export", "--help").output.split("Options:")[0]


def test_a_file_that_is_too_large_is_not_read_to_its_end(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ARCHIVE_BYTES", 1024 * 1024)
    (tmp_path / "large.json").write_bytes(b" " * (1024 * 1024 + 9))
    assert "at most 1 MB" in (told := run("import", tmp_path / "large.json", exit_code=1).output)
    assert f"more than {1024 * 1024} bytes" in told


def test_a_fault_in_an_archive_is_told_with_its_place(run: Run, tmp_path: Path) -> None:
    wrong = archive.EXAMPLE.read_bytes().replace(b'"colour": "yellow"', b'"colour": "red"', 1)
    (tmp_path / "bad.json").write_bytes(wrong)
    told = run("import", tmp_path / "bad.json", exit_code=1).output
    assert told.count("notes[") == 2
    assert run("list").output == ""


def test_what_a_file_calls_its_fields_does_nothing_to_the_screen(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_bytes(archive.EXAMPLE.read_bytes().replace(b"{", rb'{"\u001b[2J\u202e": 1,', 1))
    told = run("import", tmp_path / "bad.json", exit_code=1).output
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "[2J" in told


def test_the_report_opens_as_a_word_file(run: Run, tmp_path: Path) -> None:
    told = json.loads(run("example", "--json").output)
    run("export", told["workshop"], "--format", "word", "-o", tmp_path / "report.docx")
    assert len(Document(str(tmp_path / "report.docx")).tables) > 2


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not an archive"),
        (archive.EXAMPLE.read_bytes()[:5000], "damaged"),
        (b'{"format": "stepping-stones workshop", "version": 7}', "newer version (7)"),
    ],
)
def test_a_bad_archive_gives_its_reason_and_nothing_comes_in(run: Run, tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "bad.json").write_bytes(data)
    assert said in run("import", tmp_path / "bad.json", exit_code=1).output
    assert run("list").output == ""


def test_a_backup_opens_as_a_database(run: Run, database: Database, tmp_path: Path) -> None:
    new(run)
    run("backup", tmp_path / "copy.sqlite3")
    copy = Database(f"sqlite:///{(tmp_path / 'copy.sqlite3').as_posix()}")
    with copy.reading() as theirs, database.reading() as ours:
        assert rows(theirs) == rows(ours)
    copy.close()


def test_what_cannot_be_written_says_so(run: Run, tmp_path: Path) -> None:
    told = new(run)
    nowhere = tmp_path / "none" / "file"
    assert "file" in run("backup", nowhere, exit_code=1).output
    assert "database itself" in run("backup", tmp_path / "workshops.sqlite3", exit_code=1).output
    (tmp_path / "letter.docx").write_bytes(b"a letter that must stay" * 100)
    assert "letter.docx" in run("backup", tmp_path / "letter.docx", exit_code=1).output
    assert (tmp_path / "letter.docx").read_bytes() == b"a letter that must stay" * 100
    assert "file" in run("export", told["workshop"], "--format", "json", "-o", nowhere, exit_code=1).output
    assert run("list").output


def test_a_database_that_cannot_be_opened_says_so(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new(run)
    with sqlite3.connect(tmp_path / "workshops.sqlite3") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    assert "start the newer version, or restore a backup" in run("list", exit_code=1).output
    for url in ("nonsense", "sqlite:////proc/none/none.sqlite3"):
        monkeypatch.setenv("DATABASE_URL", url)
        settings.settings.cache_clear()
        assert "database" in run("list", exit_code=1).output


def test_a_full_disk_ends_a_command_with_a_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = new(run)
    monkeypatch.setattr("storage.database.SQLITE_SETTINGS", (*SQLITE_SETTINGS, "max_page_count=1"))
    assert "could not be saved" in run("example", exit_code=1).output
    assert before["workshop"] in run("list").output


def test_a_purge_deletes_what_is_past_its_date_and_says_how_much(run: Run, database: Database) -> None:
    told = new(run)
    assert run("purge").output == "0 deleted\n"
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE workshops SET delete_after = '2020-01-01'")
    assert run("purge").output == "1 deleted\n"
    assert told["workshop"] not in run("list").output


def test_beside_a_running_server_both_see_the_same(tmp_path: Path) -> None:
    with Serving(tmp_path) as serving:
        anna = serving.member("Anna")
        note = anna.add("Voor het archief")
        anna.hear_change()
        environment = {**os.environ, "DATABASE_URL": url_of(tmp_path), "PUBLIC_URL": serving.base}

        def command(*arguments: str) -> str:
            line = [sys.executable, str(ROOT / "manage.py"), *arguments]
            return subprocess.run(line, env=environment, capture_output=True, text=True, check=True, timeout=60).stdout

        command("export", serving.shop.id, "--format", "json", "-o", str(tmp_path / "out.json"))
        assert [n.id for n in archive.read((tmp_path / "out.json").read_bytes()).notes] == [note]
        told = json.loads(command("import", str(tmp_path / "out.json"), "--json"))
        answer = serving.http.post("/api/join", json={"code": told["code"], "name": "Bram"})
        assert answer.json()["workshop"] == told["workshop"]
        assert anna.in_order()


def test_a_workshop_is_deleted_only_by_who_knows_its_title(run: Run, database: Database) -> None:
    made = new(run)
    assert "nothing was deleted" in run("delete", "--title", "Anders", "--", made["workshop"], exit_code=1).output
    assert run("delete", "--title", "De vaste bezoeker", "--", made["workshop"]).output == "deleted\n"
    with database.reading() as connection:
        assert not [name for name, found in rows(connection).items() if any(made["workshop"] in row for row in found)]


def test_the_list_says_which_sessions_are_closed(run: Run, database: Database) -> None:
    made = new(run)
    ledger = Ledger(database)
    ledger.submit(Request(made["workshop"], secret.id(), SessionClose(), HOUSE))
    ledger.close()
    (line,) = [line for line in run("list").output.splitlines() if made["workshop"] in line]
    assert line.endswith("  closed")
