"""Statements of the hot path, compiled once per dialect: compiling costs more than running, and a change needs five."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.compiler import SQLCompiler


class Prepared:
    """A statement that runs with its named values as they are; for texts, whole numbers, true and false only."""

    def __init__(self, statement: Executable) -> None:
        assert isinstance(statement, ClauseElement)
        self._statement = statement
        self._compiled: dict[str, tuple[str, list[str] | None]] = {}

    def __call__(self, connection: Connection, **values: Any) -> CursorResult[Any]:
        """Run it."""
        sql, order = self._on(connection)
        parameters = tuple(values[name] for name in order) if order is not None else values
        return connection.exec_driver_sql(sql, parameters)

    def many(self, connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
        """Run it for each of these values in one go."""
        sql, order = self._on(connection)
        ordered = [tuple(row[name] for name in order) for row in rows] if order is not None else list(rows)
        connection.exec_driver_sql(sql, ordered)

    def _on(self, connection: Connection) -> tuple[str, list[str] | None]:
        return self._compiled.get(connection.dialect.name) or self._compile(connection.dialect)

    def _compile(self, dialect: Dialect) -> tuple[str, list[str] | None]:
        compiled = self._statement.compile(dialect=dialect)
        assert isinstance(compiled, SQLCompiler)
        order = list(compiled.positiontup) if compiled.positiontup else None
        self._compiled[dialect.name] = str(compiled), order
        return self._compiled[dialect.name]
