"""The index counts exactly, never counts what was not asked, and withholds the level when too little is known."""

from decimal import ROUND_HALF_UP, Decimal
from enum import IntEnum
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepstones.errors import AnswerError, StepstonesError
from stepstones.maturity import QUESTIONS, asked_questions, assess, level_of, score_of, strongest, weakest

EVERYONE = QUESTIONS[:7]
ALL = {"donors", "members", "volunteers"}
relations = st.sets(st.sampled_from(sorted(ALL)))
answers = st.dictionaries(st.sampled_from(QUESTIONS), st.none() | st.integers(1, 5))


def slow_definition(given: dict[str, int | None], related: set[str]) -> tuple[Any, ...]:
    """The index as method and table say it, without a shortcut."""
    asked = [id for id in QUESTIONS if id in EVERYONE or id in related]
    values = [value for id in asked if (value := given.get(id)) is not None]
    if not values:
        return None, None, None, 0, len(asked)
    mean = Fraction(sum(values)) / len(values)
    score = (Decimal(mean.numerator) / Decimal(mean.denominator)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    tables = {1: ("0.0", "1.4"), 2: ("1.5", "2.4"), 3: ("2.5", "3.4"), 4: ("3.5", "4.4"), 5: ("4.5", "5.0")}
    (level,) = [level for level, (low, high) in tables.items() if Decimal(low) <= score <= Decimal(high)]
    enough = 10 * len(values) >= 8 * len(asked)
    return mean, score, level if enough else None, len(values), len(asked)


@given(answers, relations)
def test_the_outcome_is_that_of_the_slow_definition(given: dict[str, int | None], related: set[str]) -> None:
    outcome = assess(given, related)
    found = (outcome.mean, outcome.score, outcome.level, outcome.answered, outcome.asked)
    assert found == slow_definition(given, related)


@given(answers, relations, answers)
def test_an_irrelevant_answer_changes_nothing(
    given: dict[str, int | None], related: set[str], other: dict[str, int | None]
) -> None:
    asked = asked_questions(related)
    relevant = {id: value for id, value in given.items() if id in asked}
    irrelevant = {id: value for id, value in other.items() if id not in asked}
    assert assess({**relevant, **irrelevant}, related) == assess(relevant, related)


def seven(*values: int) -> dict[str, int | None]:
    return dict(zip(EVERYONE, values, strict=True))


@pytest.mark.parametrize(
    ("values", "score", "level"),
    [
        ((1, 1, 1, 1, 1, 1, 1), "1.0", 1),
        ((1, 1, 1, 1, 2, 2, 2), "1.4", 1),
        ((1, 1, 1, 2, 2, 2, 2), "1.6", 2),
        ((3, 3, 3, 3, 3, 3, 4), "3.1", 3),
        ((5, 5, 5, 5, 5, 5, 5), "5.0", 5),
    ],
)
def test_the_score_has_one_digit_and_gives_the_level(values: tuple[int, ...], score: str, level: int) -> None:
    outcome = assess(seven(*values), set())
    assert str(outcome.score) == score
    assert outcome.level == level


@pytest.mark.parametrize(("total", "score", "level"), [(18, "2.3", 2), (20, "2.5", 3), (26, "3.3", 3), (34, "4.3", 4)])
def test_a_half_is_rounded_up(total: int, score: str, level: int) -> None:
    """Eight answers give quarters: 2.25, 2.5, 3.25 and 4.25."""
    values = [total // 8 + (place < total % 8) for place in range(8)]
    outcome = assess(dict(zip([*EVERYONE, "donors"], values, strict=True)), {"donors"})
    assert (str(outcome.score), outcome.level) == (score, level)


@pytest.mark.parametrize(
    ("mean", "score", "level"),
    [
        ("1.449", "1.4", 1),
        ("1.45", "1.5", 2),
        ("2.45", "2.5", 3),
        ("3.2", "3.2", 3),
        ("3.45", "3.5", 4),
        ("4.45", "4.5", 5),
    ],
)
def test_a_mean_on_the_edge_goes_to_the_level_above(mean: str, score: str, level: int) -> None:
    assert str(score_of(Fraction(mean))) == score
    assert level_of(score_of(Fraction(mean))) == level


def test_without_answers_there_is_no_mean_no_score_and_no_level() -> None:
    outcome = assess({"vision": None, "donors": 4}, {"members"})
    assert (outcome.mean, outcome.score, outcome.level) == (None, None, None)
    assert (outcome.answered, outcome.asked) == (0, 8)


@pytest.mark.parametrize(("related", "least"), [(set(), 6), ({"donors"}, 7), ({"donors", "members"}, 8), (ALL, 8)])
def test_the_level_waits_for_eight_in_ten_answers(related: set[str], least: int) -> None:
    asked = asked_questions(related)
    assert assess(dict.fromkeys(asked[: least - 1], 3), related).level is None
    assert assess(dict.fromkeys(asked[: least - 1], 3), related).score == Decimal("3.0")
    assert assess(dict.fromkeys(asked[:least], 3), related).level == 3


class Grade(IntEnum):
    GOOD = 4


@pytest.mark.parametrize("value", [0, 6, -1, True, False, 3.0, 2.5, "3", Decimal(3), Grade.GOOD])
@pytest.mark.parametrize("question", ["use", "donors"])
def test_a_wrong_answer_is_refused_even_where_it_would_not_count(question: str, value: Any) -> None:
    with pytest.raises(AnswerError) as refused:
        assess({question: value}, set())
    assert question in str(refused.value)
    assert repr(value) in str(refused.value)
    assert "1 to 5" in str(refused.value)


@pytest.mark.parametrize("value", [3, None])
def test_an_unknown_question_is_refused_by_name(value: int | None) -> None:
    with pytest.raises(AnswerError, match=r"'visison' \(answered with (3|None)\) is unknown; choose from vision, "):
        assess({"visison": value}, set())


def test_an_unknown_relation_is_refused_by_name() -> None:
    with pytest.raises(
        StepstonesError, match="relation 'sponsors' is unknown; choose from donors, members, volunteers"
    ):
        assess({}, {"donors", "sponsors"})


def test_the_questions_asked_keep_their_order() -> None:
    assert asked_questions({"volunteers", "donors"}) == (*EVERYONE, "donors", "volunteers")


def test_the_weakest_and_strongest_come_in_the_order_of_the_index_when_equal() -> None:
    given = {**seven(3, 1, 5, 1, 4, 5, 1), "donors": 1, "members": None}
    assert weakest(given, {"members"}) == ("data_management", "data_quality")
    assert weakest(given, {"donors"}, n=4) == ("data_management", "data_quality", "analysis", "donors")
    assert strongest(given, set(), n=3) == ("use", "integration", "communication")
    assert weakest({}, set()) == strongest({}, ALL) == ()


@given(answers, relations, st.integers(0, 11))
def test_nothing_left_out_is_weaker_than_the_weakest(given: dict[str, int | None], related: set[str], n: int) -> None:
    counted = {id: value for id in asked_questions(related) if (value := given.get(id)) is not None}
    chosen = weakest(given, related, n)
    assert len(chosen) == min(n, len(counted))
    for left_out in counted.keys() - set(chosen):
        assert all(counted[left_out] >= counted[id] for id in chosen)
