"""When nothing can be written: all who wait hear it at once, the log once, and it says what is wrong."""

import sqlite3
import threading

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from canvas.board.notes import NoteAdd
from stepstones.errors import Refused
from storage.database import Database
from storage.ledger import Outcome, Request
from storage.outage import cause
from tests.storage.sample import Sample, fresh_id


def test_a_failing_disk_is_told_once_and_once_that_it_is_over(
    shop: Sample, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("WARNING")
    event.listen(database.engine, "checkout", lambda raw, *_: raw.execute("PRAGMA busy_timeout=1"))
    with database.engine.connect() as other, other.execution_options(writing=True).begin():
        for _ in range(3):
            with pytest.raises(Refused, match="not_saved"):
                shop.note(shop.lead)
        with pytest.raises(Refused, match="not_saved"):
            shop.ledger.write(lambda _connection: None)
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "locked" in caplog.text
    shop.note(shop.lead)
    shop.note(shop.lead)
    assert [record.levelname for record in caplog.records] == ["ERROR", "WARNING"]
    assert "4" in caplog.messages[-1]


def test_a_locked_database_refuses_all_that_wait_at_once(shop: Sample, database: Database) -> None:
    heard: list[Outcome] = []
    all_heard = threading.Event()

    def hear(outcomes: list[Outcome]) -> None:
        heard.extend(outcomes)
        if len(heard) == 3:
            all_heard.set()

    shop.ledger.listen(hear)
    event.listen(database.engine, "checkout", lambda raw, *_: raw.execute("PRAGMA busy_timeout=50"))
    with database.engine.connect() as other, other.execution_options(writing=True).begin():
        notes = [NoteAdd(note=f"n{i}", stone="teams", text="Balie") for i in range(3)]
        shop.ledger.enqueue(Request(shop.id, fresh_id(), note, shop.lead) for note in notes)
        assert all_heard.wait(20)
    assert [outcome.refused.reason for outcome in heard if outcome.refused] == ["not_saved"] * 3


class OfPostgresql(Exception):
    """An error as its driver raises it."""

    def __init__(self, sqlstate: str) -> None:
        self.sqlstate = sqlstate


def of_sqlite(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("…")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "found"),
    [
        (of_sqlite(sqlite3.SQLITE_FULL), "disk_full"),
        (of_sqlite(sqlite3.SQLITE_BUSY), "database_locked"),
        (of_sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT), "database_locked"),
        (of_sqlite(sqlite3.SQLITE_IOERR_WRITE), "database_failed"),
        (OfPostgresql("53100"), "disk_full"),
        (OfPostgresql("55P03"), "database_locked"),
        (OfPostgresql("08006"), "database_failed"),
        (OSError(), "database_failed"),
    ],
    ids=str,
)
def test_the_cause_of_an_outage_has_a_name(error: Exception, found: str) -> None:
    assert cause(error) == cause(OperationalError("INSERT", {}, error)) == found
