"""A database of an earlier version comes up to date with nothing lost."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext

from canvas.board.notes import NewNote, NoteEdit, NotesAdd
from stepstones.rules import HOUSE
from storage import reading
from storage.database import MIGRATIONS, Database
from storage.ledger import Ledger, Request
from storage.tables import metadata
from tests.storage.sample import NOW, rows, url_of

WORKSHOP = {
    "id": "w1", "title": "Titel", "organisation": "Theater", "relations": "donors", "language": "nl", "code": "KFT7MQ",
    "facilitator_key": "f", "projector_key": "p", "reader_key": "r", "created": NOW, "delete_after": "2030-01-01",
    "door_open": True, "stone": "teams", "question": None, "seq": 2,
}  # fmt: skip
NOTE = {
    "workshop": "w1", "stone": "teams", "question": None, "text": "Balie", "colour": "teal", "x": 1, "y": 2, "z": 1,
    "author": None, "created": NOW, "picture": None, "width": 0, "height": 0, "deleted": None,
}  # fmt: skip
PICTURE = {"workshop": "w1", "id": "p1", "png": b"\x89PNG", "strokes": "{}", "width": 7, "height": 4}
OLD: list[tuple[str, dict[str, Any]]] = [
    ("workshops", WORKSHOP),
    ("notes", NOTE | {"id": "n1"}),
    ("notes", NOTE | {"id": "s1", "picture": "p1", "width": 7, "height": 4}),
    ("notes", NOTE | {"id": "gone", "deleted": NOW}),
    ("pictures", PICTURE),
    ("stones", {"workshop": "w1", "stone": "teams", "finished": True, "placed": 3}),
    ("changes", {"workshop": "w1", "seq": 1, "id": "c1", "person": None, "at": NOW, "record": '{"seq":1}'}),
]


@pytest.fixture
def before(tmp_path: Path) -> Iterator[Database]:
    """A database as the first release left it, with a workshop."""
    (tmp_path / "before").mkdir()
    database = Database(url_of(tmp_path / "before"))
    with database.writing() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        for table, row in OLD:
            into = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
            connection.exec_driver_sql(into, tuple(row.values()))
    yield database
    database.close()


def test_an_upgraded_database_has_the_schema_of_a_new_one(before: Database, database: Database) -> None:
    before.migrate()
    assert schema(before) == schema(database)
    with before.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def schema(database: Database) -> dict[str, str]:
    """How every table and index was made."""
    with database.reading() as connection:
        found = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {row.name: row.sql for row in found}


def test_what_was_there_is_there_and_what_is_new_has_its_plain_value(before: Database) -> None:
    before.migrate()
    with before.reading() as connection:
        session = reading.session(connection, "w1", with_pictures=True)
        all_rows = rows(connection)
    notes = {note.id: note for note in session.notes}
    workshop = session.workshop
    assert (workshop.legend, workshop.cursors, sorted(session.finished)) == ({}, "auto", ["teams"])
    assert {(n.size, n.cluster, n.behalf, n.text, n.x) for n in notes.values()} == {("medium", None, "", "Balie", 1)}
    assert (notes["n1"].sketch, notes["s1"].sketch, notes["s1"].picture) == (False, True, "p1")
    assert (session.pictures["p1"].image, session.pictures["p1"].type) == (b"\x89PNG", "image/png")
    assert (len(all_rows["notes"]), len(all_rows["changes"])) == (3, 1)


def test_work_goes_on_after_an_upgrade(before: Database) -> None:
    before.migrate()
    ledger = Ledger(before)
    ledger.submit(Request("w1", "c2", NoteEdit(note="n1", size="large", stone="parking"), HOUSE))
    new = NotesAdd(stone="teams", notes=[NewNote(note="n2", text="Avond")])
    assert ledger.submit(Request("w1", "c3", new, HOUSE)).seq == 4
    ledger.close()


def test_a_workshop_of_before_goes_with_all_that_is_its(before: Database) -> None:
    before.migrate()
    with before.writing() as connection:
        connection.exec_driver_sql("DELETE FROM workshops")
        assert {name: found for name, found in rows(connection).items() if found} == {}
