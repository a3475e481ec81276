from bench.tally import Tally, share

MS = 1_000_000


def test_a_delay_counts_from_sending_to_the_arrival_at_another_member() -> None:
    tally = Tally(total=1, warm=0)
    tally.sent(0, member=0, at=10 * MS)
    tally.saw(0, member=0, at=11 * MS)
    tally.saw(0, member=1, at=14 * MS)
    seen = tally.summary(members=2)
    assert (seen["p50"], seen["echo_p95"], seen["lost"]) == (4.0, 1.0, 0)


def test_what_never_came_is_lost() -> None:
    tally = Tally(total=2, warm=0)
    for op in range(2):
        tally.sent(op, member=0, at=0)
    tally.saw(0, member=1, at=MS)
    assert tally.summary(members=3)["lost"] == 3


def test_the_delays_of_the_warming_up_count_for_nothing() -> None:
    tally = Tally(total=2, warm=1)
    tally.sent(0, member=0, at=0)
    tally.sent(1, member=0, at=0)
    tally.saw(0, member=1, at=900 * MS)
    tally.saw(1, member=1, at=2 * MS)
    assert tally.summary(members=2)["max"] == 2.0


def test_what_is_lost_while_warming_up_is_lost() -> None:
    tally = Tally(total=2, warm=1)
    tally.sent(0, member=0, at=0)
    tally.sent(1, member=0, at=0)
    tally.saw(1, member=1, at=2 * MS)
    assert tally.summary(members=2)["lost"] == 1


def test_a_share_of_delays_is_one_that_was_measured() -> None:
    delays = [number * MS for number in range(1, 101)]
    assert (share(delays, 0.5), share(delays, 0.95), share(delays, 1), share([], 0.5)) == (51.0, 96.0, 100.0, None)
