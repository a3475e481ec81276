"""The file: its settings, its schema, a copy of it."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import IntegrityError

from storage.database import MIGRATIONS, Database
from storage.errors import DatabaseTooNew
from storage.tables import metadata
from tests.storage.sample import Sample, rows, url_of


def test_a_database_comes_into_being_where_there_was_nothing(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{(tmp_path / 'new' / 'folder' / 'w.sqlite3').as_posix()}")
    database.migrate()
    with database.reading() as connection:
        assert rows(connection) == {table: [] for table in metadata.tables}
    database.close()


def test_migrating_twice_changes_nothing(database: Database, shop: Sample) -> None:
    before = shop.everything()
    database.migrate()
    assert shop.everything() == before


def test_there_is_one_head() -> None:
    assert len(ScriptDirectory(str(MIGRATIONS)).get_heads()) == 1


def test_the_migrations_make_what_the_tables_say(database: Database) -> None:
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_a_database_of_a_newer_version_is_refused_with_the_remedy(database: Database, tmp_path: Path) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseTooNew, match=r"9999.*start the newer version, or restore a backup"):
        Database(url_of(tmp_path)).migrate()


@pytest.mark.parametrize(
    ("setting", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1), ("foreign_keys", 1), ("busy_timeout", 10_000)],
)
def test_every_connection_has_the_safe_settings(database: Database, setting: str, value: object) -> None:
    with database.reading() as one, database.reading() as other:
        assert one.exec_driver_sql(f"PRAGMA {setting}").scalar() == value
        assert other.exec_driver_sql(f"PRAGMA {setting}").scalar() == value


def test_a_reading_sees_one_moment(database: Database, shop: Sample) -> None:
    with database.reading() as connection:
        before = rows(connection)
        shop.note(shop.lead)
        assert rows(connection) == before


def test_a_reading_of_postgresql_asks_for_one_moment_and_a_writing_does_not() -> None:
    database = Database("postgresql+psycopg://nobody@nowhere.invalid/never_connected")
    assert database.readings.get_execution_options() == {
        "isolation_level": "REPEATABLE READ",
        "postgresql_readonly": True,
    }
    assert database.engine.get_execution_options() == {}
    database.close()


def delete_and_fail(database: Database) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM people")
        raise ZeroDivisionError


def test_a_writing_that_fails_leaves_nothing(database: Database, shop: Sample) -> None:
    before = shop.everything()
    with pytest.raises(ZeroDivisionError):
        delete_and_fail(database)
    assert shop.everything() == before


def test_a_backup_opens_as_a_database_with_the_same_rows(database: Database, shop: Sample, tmp_path: Path) -> None:
    shop.note(shop.lead, text="Voor de kopie")
    database.backup(tmp_path / "copy.sqlite3")
    copy = Database(f"sqlite:///{(tmp_path / 'copy.sqlite3').as_posix()}")
    copy.migrate()
    with copy.reading() as connection:
        assert rows(connection) == shop.everything()
    copy.close()


def test_what_was_purged_is_in_no_file_any_more(database: Database, shop: Sample, tmp_path: Path) -> None:
    shop.note(shop.lead, text="Vertrouwelijk onder vrienden")
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM workshops")
    shop.ledger.close()
    database.close()
    assert not [file for file in tmp_path.iterdir() if b"Vertrouwelijk" in file.read_bytes()]


def test_a_row_of_no_workshop_cannot_be(database: Database) -> None:
    with database.writing() as connection, pytest.raises(IntegrityError):
        connection.exec_driver_sql(
            "INSERT INTO stones (workshop, stone, finished, placed) VALUES ('none', 'teams', 0, 0)"
        )
