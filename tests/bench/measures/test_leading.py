import pytest

from bench.measures import leading
from bench.measures.leading import Delays, rows_of_calls, rows_of_reveals


@pytest.mark.e2e
def test_two_members_and_a_browser_are_led_and_see_what_was_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, small in {"MEMBERS": 2, "MOVES": 3, "NOTES": 30, "HIDING": ("segment",)}.items():
        monkeypatch.setattr(leading, name, small)
    monkeypatch.setattr(leading, "wait_for_quiet", lambda: None)
    assert all(row.value for row in leading.measure())


def test_one_in_twenty_may_come_later() -> None:
    assert [row.value for row in rows_of_calls([Delays([100.0] * 19, 90.0)] * 19 + [Delays([900.0] * 20, 90.0)])] == [
        900.0,
        90.0,
    ]
    assert all(row.kept for row in rows_of_calls([Delays([100.0] * 24 + [900.0], 90.0)] * 25))
    assert not rows_of_calls([Delays([501.0] * 50, 90.0)])[0].kept


def test_what_a_browser_paints_later_than_it_heard_counts_too() -> None:
    assert [row.kept for row in rows_of_calls([Delays([100.0], 501.0)])] == [True, False]
    assert [row.kept for row in rows_of_reveals([Delays([100.0], 1000.1)])] == [True, False]


def test_the_slowest_reveal_counts() -> None:
    assert all(row.kept for row in rows_of_reveals([Delays([2.0, 200.0], 300.0), Delays([1000.0], 1000.0)]))
    assert not rows_of_reveals([Delays([200.0, 1000.1], 300.0), Delays([300.0], 300.0)])[0].kept
