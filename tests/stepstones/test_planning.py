"""Making a programme: the proposal, moving steps, minutes, and the clock."""

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from stepstones.planning import HALF_DAY, added, lasting, moved, proposal, timed, total, without
from stepstones.programme import Step
from stepstones.stones import STONES

STEPS = proposal()


def test_the_proposal_fills_half_a_day_exactly_with_everything_in_it() -> None:
    assert total(STEPS) == HALF_DAY
    assert tuple(step.stone for step in STEPS if step.kind == "stone") == STONES
    assert {step.kind for step in STEPS} == {"framing", "stone", "break", "index", "stories", "closing"}
    assert len({step.step for step in STEPS}) == len(STEPS)


def test_nobody_sits_for_two_hours_without_a_break() -> None:
    sitting = longest = 0
    for step in STEPS:
        sitting = 0 if step.kind == "break" else sitting + step.minutes
        longest = max(longest, sitting)
    assert longest < 120


@given(st.sampled_from(STEPS), st.integers(-30, 30))
def test_a_moved_step_is_as_far_on_as_there_is_room(step: Step, by: int) -> None:
    at, last = STEPS.index(step), len(STEPS) - 1
    assert moved(STEPS, step.step, by).index(step) == min(max(at + by, 0), last)
    assert without(moved(STEPS, step.step, by), step.step) == without(STEPS, step.step)


def test_a_step_that_is_gone_moves_nothing() -> None:
    assert moved(STEPS, "gone", 1) == STEPS


def test_minutes_are_those_of_one_step() -> None:
    assert total(lasting(STEPS, "teams", 40)) == HALF_DAY - 15 + 40


def test_a_new_stone_comes_after_the_last_and_a_break_before_the_closing() -> None:
    own, pause, first = Step("o", "stone", "own.x", 9), Step("p", "break", None, 9), Step("f", "framing", None, 9)
    ids = [step.step for step in added(added(added(STEPS, own), pause), first)]
    assert ids.index("o") == ids.index("goals") + 1
    assert ids[-2:] == ["p", "closing"]
    assert ids[0] == "f"
    assert added((), own) == (own,)
    assert added(STEPS, STEPS[3]) == STEPS


def test_the_clock_goes_on_after_midnight() -> None:
    late = list(timed(STEPS[:2], time(23, 50)))
    assert [(one.begins, one.ends) for one in late] == [(time(23, 50), time(0, 5)), (time(0, 5), time(0, 25))]
