"""The last changes are at hand, but never more than fits."""

import pytest

from canvas.live import recent
from canvas.live.recent import Recent
from stepstones.log import Record


def of(*sizes: int) -> Recent:
    """Changes of so many bytes, numbered from 1."""
    found = Recent()
    found.extend(Record(seq, b"x" * size) for seq, size in enumerate(sizes, 1))
    return found


def test_who_has_the_change_before_the_first_can_go_on() -> None:
    found = of(1, 1, 1)
    assert [found.follows(since) for since in (0, 2, 3, 4)] == [True, True, False, False]
    assert len(found.after(1)) == 2
    assert not Recent().follows(0)


def test_the_oldest_go_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent, "KEPT", 2)
    found = of(1, 1, 1)
    assert [found.follows(since) for since in (0, 1)] == [False, True]


def test_the_oldest_go_when_there_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent, "KEPT_BYTES", 10)
    found = of(6, 4, 5)
    assert [found.follows(since) for since in (0, 1)] == [False, True]
    assert not of(1, 11).follows(1)
    found.extend([Record(4, b"x")])
    assert len(found.after(0)) == 3


def test_nothing_goes_for_its_size_while_a_snapshot_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent, "KEPT_BYTES", 10)
    found = Recent()
    found.extend([Record(1, b"x" * 9), Record(2, b"x" * 9)], trims=False)
    assert found.follows(0)
    found.extend([Record(3, b"x")])
    assert [found.follows(since) for since in (0, 1)] == [False, True]
