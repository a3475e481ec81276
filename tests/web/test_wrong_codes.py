"""Guessing codes is slow for all together, and right codes are never slowed."""

import pytest

from stepstones.errors import Refused
from web import wrong_codes
from web.wrong_codes import MOST, TOLD_FOR, WITHIN, WrongCodes


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, which goes on only where a wrong code waits or a test says so."""
    now = [1000.0]

    class Time:
        @staticmethod
        def monotonic() -> float:
            return now[0]

        @staticmethod
        def sleep(seconds: float) -> None:
            now[0] += seconds

    monkeypatch.setattr(wrong_codes, "time", Time)
    return now


def test_every_wrong_code_waits_as_long(clock: list[float]) -> None:
    codes = WrongCodes()
    for _ in range(3):
        before = clock[0]
        codes.count()
        assert clock[0] - before == pytest.approx(wrong_codes.DELAY)


def test_after_many_wrong_codes_nobody_tries_for_a_while(clock: list[float]) -> None:
    codes = WrongCodes()
    first = clock[0]
    for _ in range(MOST):
        codes.check()
        codes.count()
    with pytest.raises(Refused, match="too_many_wrong_codes"):
        codes.check()
    clock[0] = first + WITHIN
    codes.check()


def test_that_somebody_guesses_is_known_for_a_while_and_logged_once(
    clock: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    codes = WrongCodes()
    for _ in range(MOST - 1):
        codes.count()
    assert not codes.guessing()
    for _ in range(3):
        codes.count()
    assert codes.guessing()
    assert len(caplog.records) == 1
    clock[0] += TOLD_FOR - 1
    assert codes.guessing()
    clock[0] += 2
    assert not codes.guessing()


def test_slow_mistakes_are_no_guessing(clock: list[float]) -> None:
    codes = WrongCodes()
    for _ in range(2 * MOST):
        codes.count()
        clock[0] += 2 * WITHIN / MOST
    assert not codes.guessing()


def test_right_codes_are_free(clock: list[float]) -> None:
    codes = WrongCodes()
    before = clock[0]
    for _ in range(10 * MOST):
        codes.check()
    assert clock[0] == before


def test_guessing_takes_years() -> None:
    seconds = 28**6 / (MOST / WITHIN)
    assert seconds > 10 * 365 * 24 * 60 * 60
