"""The outcome of the maturity index as the report shows it: a mark and a ladder, a radar, a table."""

from collections.abc import Iterator
from dataclasses import dataclass

from exports.blocks import Block, Bullets, Column, Heading, Mark, Part, Radar, Table, Text
from exports.numerals import decimal
from exports.translator import Translator
from stepstones.maturity import LEVELS, QUESTIONS, Assessment, asked_questions, assess
from stepstones.texts import Content, Statement
from stepstones.workshop import Session

ENOUGH_FOR_RADAR = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """The scores of a session with what the index makes of them; `asked` are the relevant questions in order."""

    assessment: Assessment
    asked: tuple[Statement, ...]
    answers: dict[str, int | None]
    remarks: dict[str, str]

    def answered(self) -> Iterator[tuple[Statement, int]]:
        """Return the relevant questions that have a score, with it."""
        for statement in self.asked:
            if (score := self.answers.get(statement.id)) is not None:
                yield statement, score


def outcome(session: Session, content: Content) -> Outcome:
    """Return what the index says of `session`."""
    relations = session.workshop.relations
    known = [score for score in session.scores if score.question in QUESTIONS]
    answers = {score.question: score.score for score in known}
    asked = tuple(content.maturity.question(id) for id in asked_questions(relations))
    return Outcome(assess(answers, relations), asked, answers, {score.question: score.remark for score in known})


def mark(result: Outcome, content: Content, t: Translator) -> Iterator[Block]:
    """Return the score with its level on the ladder, or why there is none."""
    done = result.assessment
    if done.score is None:
        yield Text(_untouched(t), "lead")
        return
    yield Mark(decimal(done.score, content.language), t.gettext("out of 5"), _level(done, content, t))
    if done.level is None:
        yield Text(_withheld(done, t), "lead")
        yield Text(content.maturity.withheld, "aside")
    else:
        yield _ladder(done.level, content, t)


def _level(done: Assessment, content: Content, t: Translator) -> str:
    if done.level is None:
        return t.gettext("No level yet")
    name = content.maturity.level(done.level).name
    return t.gettext("Level {number}: {name}").format(number=done.level, name=name)


def _withheld(done: Assessment, t: Translator) -> str:
    return t.ngettext(
        "{answered} of the {asked} questions has a score.",
        "{answered} of the {asked} questions have a score.",
        done.answered,
    ).format(answered=done.answered, asked=done.asked)


def _ladder(level: int, content: Content, t: Translator) -> Table:
    return Table(
        caption=t.gettext("The five levels; yours is the dark one"),
        description=t.gettext("The organisation is at level {number} of 5.").format(number=level),
        columns=tuple(Column(str(number), 20, "figure") for number in LEVELS),
        rows=(tuple(content.maturity.level(number).name for number in LEVELS),),
        numbered=False,
        current=level - 1,
    )


def scores(session: Session, content: Content, t: Translator) -> Part:
    """Return the scores as a radar and a table with the remarks, and what to do with them."""
    result = outcome(session, content)
    title = t.gettext("Scores of the maturity index")
    if not result.assessment.answered:
        return Part(title, (Text(_untouched(t)),), new_page=False)
    uses = Heading(t.gettext("What you can do with these scores")), Bullets(content.maturity.uses)
    return Part(title, (_picture(result, t), _table(result, t), *uses))


def _untouched(t: Translator) -> str:
    return t.gettext("The maturity index has not been filled in yet.")


def _picture(result: Outcome, t: Translator) -> Block:
    answered = list(result.answered())
    if len(answered) < ENOUGH_FOR_RADAR:
        return Text(t.gettext("There are too few scores for a radar; it takes at least three."))
    figures = ", ".join(f"{statement.name} {score}" for statement, score in answered)
    return Radar(
        labels=tuple(statement.name for statement, _ in answered),
        scores=tuple(score for _, score in answered),
        caption=_radar_caption(len(answered), len(result.asked), t),
        alt=t.gettext("Radar of the scores from 1 to 5: {figures}.").format(figures=figures),
    )


def _radar_caption(answered: int, asked: int, t: Translator) -> str:
    if answered == asked:
        return t.gettext("The scores from 1 to 5")
    return t.gettext("The scores from 1 to 5; {count} without a score are left out").format(count=asked - answered)


def _table(result: Outcome, t: Translator) -> Table:
    rows = tuple(
        (f"{s.name}\n{s.statement}", str(result.answers.get(s.id) or "–"), result.remarks.get(s.id, ""))
        for s in result.asked
    )
    return Table(
        caption=t.gettext("Scores with their remarks"),
        description=t.gettext("For each question of the index its score from 1 to 5 and the remark that explains it."),
        columns=(
            Column(t.gettext("Question"), 46, "named"),
            Column(t.gettext("Score"), 10, "figure"),
            Column(t.gettext("Remark"), 44),
        ),
        rows=rows,
    )
