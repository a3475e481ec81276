"""The walk of one session: its stones in their order, with the names, questions and prompts that they have there."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from stepstones.programme import OwnQuestion, StoneSettings
from stepstones.stones import PARKING, STONES, Prompt, Question, Stone
from stepstones.texts import Content
from stepstones.workshop import Session

OWN = "own."
"""So begin the ids of stones and questions that a facilitator made."""


def walked(content: Content, session: Session, also: str | None = None) -> Content:
    """Return the texts with the stones that are walked here: those of the programme, and what else is used or asked."""
    known = {stone.id: stone for stone in every_stone(content, session.stones).stones}
    concluded = {one.stone for one in session.stones if one.conclusion}
    used = {note.stone for note in session.notes} | {story.stone for story in session.stories} | concluded | {also}
    ids = _planned(session, known)
    others = [id for id in known if id in used and id not in ids]
    return _numbered(content, [known[id] for id in (*ids, *others)])


def every_stone(content: Content, settings: Iterable[StoneSettings]) -> Content:
    """Return the texts with all stones there are, the ten and those of one's own, as they are called here."""
    by_stone = {one.stone: one for one in settings}
    ten = [_dressed(stone, by_stone[stone.id]) if stone.id in by_stone else stone for stone in content.stones]
    own = [_own(by_stone[id]) for id in sorted(by_stone, key=lambda id: (by_stone[id].name, id)) if is_own(id)]
    return _numbered(content, [*ten, *own])


def boards(content: Content) -> tuple[str, ...]:
    """Return where notes can lie, in the order of these stones; the parking lot comes last."""
    return (*(stone.id for stone in content.stones), PARKING)


def is_own(id: str) -> bool:
    """Did a facilitator make this stone or question?"""
    return id.startswith(OWN)


def _planned(session: Session, known: Mapping[str, Stone]) -> list[str]:
    """The stones of the programme, each once; all of them where it has none."""
    steps = (step.stone for step in session.workshop.programme if step.stone in known)
    return list(dict.fromkeys(filter(None, steps))) or list(known)


def _numbered(content: Content, stones: Iterable[Stone]) -> Content:
    return replace(content, stones=tuple(replace(stone, number=n) for n, stone in enumerate(stones, 1)))


def _dressed(stone: Stone, settings: StoneSettings) -> Stone:
    """The stone with what a facilitator made of it."""
    added = (*stone.questions, *map(_question, settings.questions))
    questions = tuple(_prompted(question, settings.prompts.get(question.id, ())) for question in added)
    return replace(stone, name=settings.name or stone.name, lead=settings.lead or stone.lead, questions=questions)


def _own(settings: StoneSettings) -> Stone:
    return _dressed(Stone(settings.stone, len(STONES), settings.stone, "", ()), settings)


def _question(own: OwnQuestion) -> Question:
    return _prompted(Question(own.id, own.text, ()), own.prompts)


def _prompted(question: Question, texts: Iterable[str]) -> Question:
    more = (Prompt(f"{question.id}.{OWN}{n}", text) for n, text in enumerate(texts, 1))
    return replace(question, prompts=(*question.prompts, *more))
