from bench.measures.leading import row_of_calls, row_of_reveals


def test_one_in_twenty_may_come_later() -> None:
    assert row_of_calls([100.0] * 95 + [900.0] * 5).value == 900.0
    assert row_of_calls([100.0] * 96 + [900.0] * 4).kept
    assert not row_of_calls([501.0] * 100).kept


def test_the_slowest_reveal_counts() -> None:
    assert row_of_reveals([200.0, 1000.0, 300.0]).kept
    assert not row_of_reveals([200.0, 1000.1, 300.0]).kept
