"""The measure in small; its load is a program of its own, with requirements that tests do not have."""

from contextlib import nullcontext

import pytest

from bench.measures import stones


@pytest.mark.e2e
def test_the_next_stone_is_painted_in_both_browsers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stones, "MEMBERS", 0)
    monkeypatch.setattr(stones, "MOVES", 3)
    monkeypatch.setattr(stones, "load", lambda *_: nullcontext())
    assert all(row.value for row in stones.measure())
