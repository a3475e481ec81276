"""The CRM maturity index: from answers to a mean, a score and a level, exactly."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from stepstones.errors import AnswerError
from stepstones.workshop import RELATIONS

QUESTIONS: tuple[str, ...] = (
    "vision",
    "data_management",
    "use",
    "data_quality",
    "communication",
    "integration",
    "analysis",
    *RELATIONS,
)
"""The ten questions; the last three are asked only where the organisation has that relation."""
LEVELS = range(1, 6)
FLOORS = (Decimal("1.5"), Decimal("2.5"), Decimal("3.5"), Decimal("4.5"))
"""The lowest scores of levels 2 to 5."""
ENOUGH = Fraction(8, 10)
"""The share of the asked questions that must be answered before a level is given."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """The outcome of the index; `mean` and `score` are None without answers, `level` is None with too few."""

    mean: Fraction | None
    score: Decimal | None
    level: int | None
    answered: int
    asked: int


def assess(answers: Mapping[str, int | None], relations: Collection[str]) -> Assessment:
    """Return the outcome of `answers` (1 to 5, or None) for an organisation with these `relations`.

    Answers to questions that are not asked never count, but must be right: anything else raises AnswerError.
    """
    asked = asked_questions(relations)
    counted = [value for _, value in _counted(answers, relations)]
    if not counted:
        return Assessment(None, None, None, answered=0, asked=len(asked))
    mean = Fraction(sum(counted), len(counted))
    score = score_of(mean)
    level = level_of(score) if Fraction(len(counted), len(asked)) >= ENOUGH else None
    return Assessment(mean, score, level, answered=len(counted), asked=len(asked))


def asked_questions(relations: Collection[str]) -> tuple[str, ...]:
    """Return the ids of the questions for an organisation with these `relations`, in order."""
    for relation in relations:
        if relation not in RELATIONS:
            raise AnswerError(f"relation {relation!r} is unknown; choose from {', '.join(RELATIONS)}")
    return tuple(id for id in QUESTIONS if id not in RELATIONS or id in relations)


def weakest(answers: Mapping[str, int | None], relations: Collection[str], n: int = 2) -> tuple[str, ...]:
    """Return the `n` questions with the lowest answers, lowest first; equal ones in the order of the index."""
    return _ranked(answers, relations, sign=1)[:n]


def strongest(answers: Mapping[str, int | None], relations: Collection[str], n: int = 2) -> tuple[str, ...]:
    """Return the `n` questions with the highest answers, highest first; equal ones in the order of the index."""
    return _ranked(answers, relations, sign=-1)[:n]


def _ranked(answers: Mapping[str, int | None], relations: Collection[str], sign: int) -> tuple[str, ...]:
    return tuple(id for id, _ in sorted(_counted(answers, relations), key=lambda answer: sign * answer[1]))


def _counted(answers: Mapping[str, int | None], relations: Collection[str]) -> list[tuple[str, int]]:
    """The answers that count, in the order of the index."""
    for id, value in answers.items():
        _check(id, value)
    given = ((id, answers.get(id)) for id in asked_questions(relations))
    return [(id, value) for id, value in given if value is not None]


def _check(id: str, value: object) -> None:
    if id not in QUESTIONS:
        raise AnswerError(f"question {id!r} (answered with {value!r}) is unknown; choose from {', '.join(QUESTIONS)}")
    if value is not None and (type(value) is not int or value not in LEVELS):
        raise AnswerError(f"question {id!r} was answered with {value!r}; give a whole number from 1 to 5, or None")


def score_of(mean: Fraction) -> Decimal:
    """Return the mean with one digit, rounded half up; built from whole numbers, so no setting of decimals matters."""
    tenths = floor(mean * 10 + Fraction(1, 2))
    return Decimal(f"{tenths // 10}.{tenths % 10}")


def level_of(score: Decimal) -> int:
    """Return the level that a score with one digit belongs to."""
    return 1 + sum(score >= lowest for lowest in FLOORS)
