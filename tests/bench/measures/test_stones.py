import pytest

from bench.measures import stones


@pytest.mark.e2e
def test_the_next_stone_is_painted_in_both_browsers(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, small in {"MEMBERS": 2, "MOVES": 3}.items():
        monkeypatch.setattr(stones, name, small)
    assert all(row.value for row in stones.measure())
