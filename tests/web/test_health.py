"""Whether the server is well: it is well when something can be written, and says in time when nothing can."""

import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import event, select

from storage.tables import heartbeats
from tests.web.serving import Serving


@pytest.fixture(autouse=True)
def no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every request is a new look, unless a test says otherwise."""
    monkeypatch.setattr("web.health.FRESH", -1.0)


@pytest.fixture
def beats(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> list[Future[Any]]:
    """What was written to see whether that works."""
    found: list[Future[Any]] = []
    real = serving.ledger.start

    def start(work: Any) -> Future[Any]:
        found.append(real(work))
        return found[-1]

    monkeypatch.setattr(serving.ledger, "start", start)
    return found


@pytest.fixture
def held(serving: Serving) -> Iterator[threading.Event]:
    """While this is not set, the ledger's thread does something that does not end."""
    let_go = threading.Event()
    serving.ledger.start(lambda _connection: let_go.wait(20))
    yield let_go
    let_go.set()
    serving.ledger.write(lambda _connection: None)


def health(serving: Serving) -> tuple[int, dict[str, str]]:
    answer = serving.http.get("/api/healthz")
    return answer.status_code, answer.json()


def failed(code: str, database: str = "failed", hub: str = "ok") -> tuple[int, dict[str, str]]:
    return 503, {"status": "failed", "code": code, "database": database, "hub": hub}


WELL = 200, {"status": "ok", "database": "ok", "hub": "ok"}


def test_a_server_that_is_well_has_just_written(serving: Serving) -> None:
    serving.ledger.now = lambda: 41
    assert health(serving) == WELL
    serving.ledger.now = lambda: 42
    assert health(serving) == WELL
    with serving.services.database.reading() as connection:
        assert [row.at for row in connection.execute(select(heartbeats))] == [42]


def test_a_server_without_its_rooms_is_not_well(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving.hub, "loop", None)
    assert health(serving) == failed("hub_failed", database="ok", hub="failed")


def test_a_locked_database_is_told_once_in_the_log_and_every_time_to_who_asks(serving: Serving) -> None:
    engine = serving.services.database.engine
    hurry = lambda raw, *_: raw.execute("PRAGMA busy_timeout=20")  # noqa: E731
    event.listen(engine, "checkout", hurry)
    with engine.connect() as other, other.execution_options(writing=True).begin():
        for _ in range(3):
            assert health(serving) == failed("database_locked")
    event.remove(engine, "checkout", hurry)
    engine.dispose()
    assert health(serving) == WELL
    assert len(serving.errors.said) == 1
    serving.errors.said.clear()


def test_a_database_that_stays_locked_is_told_in_time(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.health.WITHIN", 0.1)
    with serving.services.database.engine.connect() as other, other.execution_options(writing=True).begin():
        assert health(serving) == failed("database_locked")
    serving.ledger.write(lambda _connection: None)
    assert health(serving) == WELL


def test_a_full_disk_is_told(serving: Serving) -> None:
    database = serving.services.database
    with database.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE filler (more BLOB)")
        for when in ("INSERT", "UPDATE"):
            fill = "INSERT INTO filler VALUES (zeroblob(1000000))"
            connection.exec_driver_sql(f"CREATE TRIGGER on_{when} AFTER {when} ON heartbeats BEGIN {fill}; END")
    full = lambda raw, *_: raw.execute("PRAGMA max_page_count=1")  # noqa: E731  # it keeps what it has
    event.listen(database.engine, "checkout", full)
    try:
        assert health(serving) == failed("disk_full")
    finally:
        event.remove(database.engine, "checkout", full)
        database.engine.dispose()
        with database.writing() as connection:
            for what in ("TRIGGER on_INSERT", "TRIGGER on_UPDATE", "TABLE filler"):
                connection.exec_driver_sql(f"DROP {what}")
    assert health(serving) == WELL
    assert [line for line in serving.errors.said if "disk_full" in line]
    serving.errors.said.clear()


def test_a_stuck_ledger_is_told_in_time_and_asked_no_second_time(
    serving: Serving, held: threading.Event, beats: list[Future[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("web.health.WITHIN", 0.1)
    for _ in range(3):
        assert health(serving) == failed("ledger_stuck")
    assert len(beats) == 1
    assert len(serving.errors.said) == 1
    serving.errors.said.clear()
    held.set()
    beats[0].result(10)
    assert health(serving) == WELL


def test_a_ledger_that_has_stopped_is_told(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving.ledger, "_closed", True)
    assert health(serving) == failed("ledger_stopped")


def test_what_breaks_otherwise_is_told_without_details(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_work: object) -> None:
        raise OSError("the disk is on fire")

    monkeypatch.setattr(serving.ledger, "start", broken)
    assert health(serving) == failed("database_failed")
    assert [line for line in serving.errors.said if "fire" in line]
    serving.errors.said.clear()


def test_however_many_ask_the_server_writes_once_in_a_while(
    serving: Serving, beats: list[Future[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert health(serving) == WELL
    monkeypatch.setattr("web.health.FRESH", 3600.0)
    with ThreadPoolExecutor(10) as pool:
        assert list(pool.map(lambda _: health(serving), range(30))) == [WELL] * 30
    assert len(beats) == 1


def test_who_asks_while_the_server_looks_waits_for_the_same_answer(
    serving: Serving, held: threading.Event, beats: list[Future[Any]]
) -> None:
    with ThreadPoolExecutor(3) as pool:
        asking = [pool.submit(health, serving) for _ in range(3)]
        while not beats:
            pass  # until the first is looking
        held.set()
        assert [asked.result() for asked in asking] == [WELL] * 3
