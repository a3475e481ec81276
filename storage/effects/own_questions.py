"""Which questions and prompts of one's own a stone can have."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
from msgspec import UNSET, UnsetType
from sqlalchemy import func, select
from sqlalchemy.sql.elements import ColumnElement

from canvas.board.leading import NewQuestion
from stepstones.content import content
from stepstones.errors import Refused
from stepstones.stones import STONES
from storage.entry import Entry
from storage.tables import stones


def require_own_questions(
    entry: Entry,
    stone: str,
    questions: Sequence[NewQuestion] | UnsetType = UNSET,
    prompts: Mapping[str, Collection[str]] | UnsetType = UNSET,
) -> None:
    """Raise Refused unless these questions are nobody else's, and these prompts stand under questions of the stone."""
    if questions is UNSET and prompts is UNSET:
        return
    here = _own_questions(entry, stones.c.stone == stone)
    if questions is not UNSET:
        here = [question.id for question in questions]
        elsewhere = _own_questions(entry, stones.c.stone != stone)
        if len(set(here)) < len(here) or not set(here).isdisjoint(elsewhere):
            raise Refused("question_exists")
    if prompts is not UNSET and not set(prompts) <= _asked(stone, here):
        raise Refused("unknown_question")


def prompts_left(entry: Entry, stone: str, questions: Sequence[NewQuestion]) -> dict[str, list[str]] | UnsetType:
    """The prompts of a stone that asks these questions from now on, where some stood under others; else unset."""
    row = entry.connection.execute(
        select(stones.c.prompts).where(stones.c.workshop == entry.workshop, stones.c.stone == stone)
    ).first()
    prompts: dict[str, list[str]] = msgspec.json.decode(row.prompts) if row else {}
    asked = _asked(stone, [question.id for question in questions])
    left = {id: texts for id, texts in prompts.items() if id in asked}
    return UNSET if left == prompts else left


def _asked(stone: str, own: Iterable[str]) -> set[str]:
    """The ids of what is asked at a stone: by the method, and these."""
    return {*own, *([question.id for question in content("nl").stone(stone).questions] if stone in STONES else [])}


def _own_questions(entry: Entry, where: ColumnElement[bool]) -> list[str]:
    """The ids of questions that facilitators added at these stones."""
    added = select(stones.c.questions).where(
        stones.c.workshop == entry.workshop, where, func.length(stones.c.questions) > len("[]")
    )
    found: Iterable[str] = entry.connection.execute(added).scalars()
    return [question["id"] for text in found for question in msgspec.json.decode(text)]
