"""The page a manager reads first, and the people who were there."""

from collections.abc import Iterator, Sequence

from exports.ballots import Ballots, best, polled
from exports.blocks import Block, Bullets, Column, Heading, Part, Table, Text
from exports.maturity import Outcome, mark, outcome
from exports.numerals import whole
from exports.plain import short
from exports.translator import Translator
from stepstones.attendance import took_part
from stepstones.maturity import strongest, weakest
from stepstones.texts import Content
from stepstones.workshop import Session

_REMARK = 240
"""Characters of a remark in the summary; the table of scores has all of it."""


def summary(session: Session, content: Content, t: Translator) -> Part:
    """Return score, level and next step, what is strong and weak, and how far the walk has come."""
    result = outcome(session, content)
    blocks = (*mark(result, content, t), *_level(result, content, t), *_extremes(result, session, content, t))
    walk = Heading(t.gettext("The walk so far")), _figures(session, content, t)
    ballots = Ballots(session)
    return Part(t.gettext("Summary"), (*blocks, *best(ballots, content, t), *polled(ballots, t), *walk))


def _level(result: Outcome, content: Content, t: Translator) -> Iterator[Block]:
    if result.assessment.level is None:
        return
    level = content.maturity.level(result.assessment.level)
    yield Text(level.meaning)
    yield Text(content.maturity.usual, "aside")
    yield Heading(t.gettext("The next step"))
    yield Text(level.step)


def _extremes(result: Outcome, session: Session, content: Content, t: Translator) -> Iterator[Block]:
    """Two of each at most, and never the same question as strong and weak."""
    count = min(2, result.assessment.answered // 2)
    if not count or len(set(dict(result.answered()).values())) < 2:
        return
    relations = session.workshop.relations
    yield Heading(t.gettext("Strongest points"))
    yield _scored(strongest(result.answers, relations, count), result, content)
    yield Heading(t.gettext("Weakest points"))
    yield _scored(weakest(result.answers, relations, count), result, content)


def _scored(ids: Sequence[str], result: Outcome, content: Content) -> Bullets:
    names = {id: content.maturity.question(id).name for id in ids}
    remarks = {id: short(result.remarks[id], _REMARK) for id in ids}
    return Bullets(tuple(f"{names[id]} ({result.answers[id]})\t{remarks[id]}" for id in ids))


def _figures(session: Session, content: Content, t: Translator) -> Table:
    pictures = sum(n.picture is not None for n in session.notes)
    drawn = all(n.sketch for n in session.notes if n.picture is not None)
    finished = sum(stone.id in session.finished for stone in content.stones)
    stones = t.gettext("{finished} of {count}").format(finished=finished, count=len(content.stones))
    figures = {
        t.gettext("Stones finished"): stones,
        t.gettext("Notes"): whole(len(session.notes) - pictures, content.language),
        t.gettext("Sketches") if drawn else t.gettext("Sketches and pictures"): whole(pictures, content.language),
        t.gettext("User stories"): whole(len(session.stories), content.language),
    }
    return Table(
        caption=t.gettext("The workshop in figures"),
        description=t.gettext("How many stones are finished, and how many notes, sketches and user stories there are."),
        columns=tuple(Column(title, 25, "figure") for title in figures),
        rows=(tuple(figures.values()),),
        numbered=False,
        large=True,
    )


def people(session: Session, t: Translator) -> Part:
    """Return the names of who took part, facilitators first."""
    leading = _names(session, "facilitator")
    others = _names(session, "participant")
    if not leading and not others:
        return Part(t.gettext("People"), (Text(t.gettext("Nobody has joined yet.")),), new_page=False)
    blocks: list[Block] = []
    for title, names in ((t.gettext("Facilitators"), leading), (t.gettext("Participants"), others)):
        if names:
            blocks += [Heading(title), Text(" · ".join(names))]
    return Part(t.gettext("People"), tuple(blocks), new_page=False)


def _names(session: Session, role: str) -> list[str]:
    return [person.name for person in took_part(session) if person.role == role and person.name]
