from typing import Any

from bench.measures import drag
from bench.measures.crowd import delays, shares

CASE: dict[str, Any] = {"p50": 2.0, "p95": 5.0, "p99": 7.0, "other_cpu_pct": 3, "repeats": 3, "client_cpu_pct": 30}
CASE |= {"sent": 1000, "lost": 0, "not_stored": 0, "dropped": 0, "server_cpu_pct": 40, "drags": 4000}


def test_four_milliseconds_above_the_floor_are_allowed() -> None:
    assert all(row.kept for row in delays(CASE, CASE | {"p95": 9.0}))
    assert not all(row.kept for row in delays(CASE, CASE | {"p95": 9.1}))


def test_a_crowd_may_cost_twice_the_floor_and_loses_nothing() -> None:
    assert all(row.kept for row in shares(CASE, CASE | {"server_cpu_pct": 80}))
    for worse in ({"server_cpu_pct": 81}, {"lost": 1}, {"not_stored": 1}, {"dropped": 1}):
        assert not all(row.kept for row in shares(CASE, CASE | worse))


def test_drags_that_nobody_saw_are_no_measurement() -> None:
    assert all(row.kept for row in drag.rows(CASE, CASE | {"p95": 6.0}))
    assert not all(row.kept for row in drag.rows(CASE, CASE | {"p95": 6.5}))
    assert not all(row.kept for row in drag.rows(CASE, CASE | {"drags": 0}))
