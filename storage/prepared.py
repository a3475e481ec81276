"""Statements of the hot path, compiled once per dialect and run on the driver itself.

A change needs seven of them, and each would cost far more in SQLAlchemy than in the database.
"""

from collections import namedtuple
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Executable
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler

Row = Any
"""A tuple with names: those of the columns."""


class Prepared:
    """A statement that runs with its named values as they are; for texts, whole numbers, true and false only."""

    def __init__(self, statement: Executable) -> None:
        assert isinstance(statement, ClauseElement)
        self._statement = statement
        self._compiled: dict[str, tuple[str, list[str] | None]] = {}
        self._row: Any = None

    def __call__(self, connection: Connection, **values: Any) -> list[Row]:
        """Run it; gives the rows it finds."""
        sql, order = self._on(connection)
        parameters = tuple([values[name] for name in order]) if order is not None else values
        cursor = self._run(connection, "execute", sql, parameters)
        rows = self._named(cursor) if cursor.description else []
        cursor.close()
        return rows

    def first(self, connection: Connection, **values: Any) -> Row | None:
        """Run it; gives the first row, if there is one."""
        rows = self(connection, **values)
        return rows[0] if rows else None

    def many(self, connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
        """Run it for each of these values in one go."""
        sql, order = self._on(connection)
        ordered = [tuple([row[name] for name in order]) for row in rows] if order is not None else list(rows)
        self._run(connection, "executemany", sql, ordered).close()

    def _run(self, connection: Connection, how: str, sql: str, parameters: Any) -> Any:
        """The driver's cursor; its errors become those that SQLAlchemy would raise."""
        cursor, errors = connection.connection.cursor(), connection.dialect.loaded_dbapi.Error
        try:
            getattr(cursor, how)(sql, parameters)
        except errors as error:
            raise DBAPIError.instance(sql, parameters, error, errors, dialect=connection.dialect) from error
        return cursor

    def _named(self, cursor: Any) -> list[Row]:
        if self._row is None:
            self._row = _row(cursor)
        return [self._row(*found) for found in cursor.fetchall()]

    def _on(self, connection: Connection) -> tuple[str, list[str] | None]:
        return self._compiled.get(connection.dialect.name) or self._compile(connection.dialect)

    def _compile(self, dialect: Dialect) -> tuple[str, list[str] | None]:
        compiled = self._statement.compile(dialect=dialect)
        assert isinstance(compiled, SQLCompiler)
        order = list(compiled.positiontup) if compiled.positiontup else None
        self._compiled[dialect.name] = str(compiled), order
        return self._compiled[dialect.name]


def _row(cursor: Any) -> type[Row]:
    return namedtuple("Row", [column[0] for column in cursor.description], rename=True)
