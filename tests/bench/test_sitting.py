from typing import Any

from bench.sitting import middle


def case(p95: float, **more: Any) -> dict[str, Any]:
    usual = {"p95": p95, "sent": 10, "lost": 0, "not_stored": 0, "dropped": 0, "pages": 50}
    return usual | {"server_peak_mb": 200.0, "server_pss_mb": 190.0} | more


def test_the_delays_are_those_of_the_middle_case() -> None:
    found = middle([case(9.0), case(3.0), case(5.0, p50=2.0)])
    assert (found["p50"], found["repeats"]) == (2.0, 3)


def test_what_went_wrong_in_any_repeat_went_wrong() -> None:
    found = middle([case(9.0, lost=2, not_stored=1, dropped=1), case(3.0, pages=49), case(5.0)])
    assert (found["sent"], found["lost"], found["not_stored"]) == (30, 2, 1)
    assert (found["dropped"], found["pages"]) == (1, 49)


def test_the_most_memory_is_that_of_all_repeats() -> None:
    assert middle([case(9.0, server_peak_mb=310.0), case(3.0), case(5.0)])["server_peak_mb"] == 310.0


def test_a_floor_that_stores_nothing_has_nothing_missing() -> None:
    assert middle([case(3.0, not_stored=None, server_pss_mb=None)])["not_stored"] == 0
