from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, bindparam, insert, select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from storage.database import Database
from storage.prepared import Prepared
from storage.tables import heartbeats

beat: dict[str, Any] = {column.name: bindparam(column.name) for column in heartbeats.c}
write = Prepared(insert(heartbeats).values(beat))
read = Prepared(select(heartbeats).where(heartbeats.c.id == bindparam("id")))


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writing() as connection:
        yield connection


def row(id: int) -> dict[str, Any]:
    return dict.fromkeys(beat, id)


def test_what_is_found_has_the_names_of_its_columns(connection: Connection) -> None:
    write.many(connection, [row(7), row(8)])
    assert read(connection, id=8)[0].at == 8
    assert [found._fields for found in read(connection, id=7)] == [tuple(beat)]
    assert read.first(connection, id=9) is None


def test_what_the_database_refuses_is_refused_as_by_all_other_statements(connection: Connection) -> None:
    write(connection, **row(7))
    with pytest.raises(IntegrityError):
        write(connection, **row(7))
    connection.execute(text("drop table heartbeats"))
    with pytest.raises(OperationalError):
        read(connection, id=7)
