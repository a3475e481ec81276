"""The database behind a URL: SQLite with safe settings, or PostgreSQL, always on the newest schema."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from storage.errors import BackupFailed, BackupUnsupported, DatabaseTooNew, DatabaseUnusable

MIGRATIONS = Path(__file__).parent / "migrations"
SQLITE_SETTINGS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # an acknowledged change survives a power cut
    "secure_delete=ON",  # what a workshop deletes is not left in the file
    "foreign_keys=ON",
    "busy_timeout=10000",  # manage.py may be writing
)
ONE_MOMENT: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
"""Readings of PostgreSQL, which else sees a newer moment with every statement; SQLite needs no telling."""


class Database:
    """An engine and its transactions."""

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self.readings = self.engine if self.is_sqlite else self.engine.execution_options(**ONE_MOMENT)

    def migrate(self) -> None:
        """Bring the schema up to date; raises DatabaseTooNew when it is ahead of this version."""
        with self.writing() as connection:
            script = ScriptDirectory(str(MIGRATIONS))
            current = MigrationContext.configure(connection).get_current_revision()
            if current and current not in {revision.revision for revision in script.walk_revisions()}:
                raise DatabaseTooNew(
                    f"The database is at schema {current}, newer than this version knows "
                    f"({script.get_current_head()}): start the newer version, or restore a backup."
                )
            config = Config()
            config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one moment of the database."""
        with self.readings.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes: whole, or not at all."""
        with self.engine.connect() as connection:
            connection = connection.execution_options(writing=True)
            with connection.begin():
                yield connection

    def backup(self, target: Path) -> None:
        """A copy of a SQLite database as it is now, also while it is in use."""
        if not self.is_sqlite:
            raise BackupUnsupported("Only a SQLite file can be copied from here: use pg_dump for PostgreSQL.")
        if target.resolve() == Path(self.engine.url.database or "").resolve():
            raise BackupFailed(f"{target} is the database itself: choose another file.")
        try:
            with self.engine.connect() as connection, closing(sqlite3.connect(target)) as copy:
                source = connection.connection.driver_connection
                assert isinstance(source, sqlite3.Connection)
                source.backup(copy)
        except sqlite3.Error as error:
            raise BackupFailed(f"{target} could not be written ({error}): choose another file.") from None

    def forget(self) -> None:
        """Leave nothing of what was deleted in SQLite's log beside the file."""
        if self.is_sqlite:
            with self.engine.connect() as connection:
                connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def opened(url: str) -> Database:
    """The database behind a URL, on its newest schema; raises DatabaseTooNew or DatabaseUnusable."""
    try:
        database = Database(url)
        database.migrate()
    except (SQLAlchemyError, ImportError, OSError) as error:
        reason = " ".join(str(getattr(error, "orig", error)).split())
        raise DatabaseUnusable(
            f"The database cannot be opened ({reason}): check DATABASE_URL, and that its place can be written."
        ) from None
    return database


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_pre_ping=True)
    if parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(parsed, connect_args={"check_same_thread": False, "isolation_level": None})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: object) -> None:
    for setting in SQLITE_SETTINGS:
        connection.execute(f"PRAGMA {setting}")


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once where something will be written: a read that turns into a write can be refused."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
