"""What the report of a workshop says, at any moment of it."""

from datetime import datetime

from exports.actions import actions
from exports.blocks import Cover, Labels, Report
from exports.chapters import chapter, parking
from exports.connections import connections
from exports.maturity import scores
from exports.numerals import day
from exports.plain import cleaned
from exports.sources import sources
from exports.stories import numbered, stories
from exports.summary import people, summary
from exports.thoughts import Thoughts
from exports.translator import Translator
from stepstones.attendance import took_part
from stepstones.texts import Content
from stepstones.walk import walked
from stepstones.workshop import Session


def report(session: Session, content: Content, t: Translator, moment: datetime) -> Report:
    """Return the report of `session` as it stands at `moment`, in the language of `content` and `t`."""
    session = cleaned(session)
    content = walked(content, session)
    stories_by_number = numbered(session, content)
    thoughts = Thoughts(session, content, t)
    return Report(
        language=session.workshop.language,
        moment=moment,
        cover=_cover(session, content, t, moment),
        labels=_labels(t),
        parts=(
            summary(session, content, t),
            *actions(session, content, t),
            scores(session, content, t),
            *(chapter(stone, session, thoughts, stories_by_number, t) for stone in content.stones),
            *connections(thoughts.links, content, t),
            stories(stories_by_number, content, t),
            *parking(session, thoughts, t),
            people(session, t),
            sources(content, t),
        ),
    )


def _cover(session: Session, content: Content, t: Translator, moment: datetime) -> Cover:
    shop = session.workshop
    attending = sum(person.role in ("facilitator", "participant") for person in took_part(session))
    finished = tuple(stone.id in session.finished for stone in content.stones)
    facts = [t.gettext("As it stood on {date}").format(date=day(moment, shop.language))]
    if attending:
        facts.append(
            t.ngettext("{count} person took part", "{count} people took part", attending).format(count=attending)
        )
    return Cover(
        kind=t.gettext("Report of the CRM stepping stones"),
        title=shop.title or t.gettext("Untitled workshop"),
        organisation=shop.organisation,
        facts=tuple(facts),
        finished=finished,
        alt=_path_in_words(finished, t),
    )


def _path_in_words(finished: tuple[bool, ...], t: Translator) -> str:
    numbers = ", ".join(str(number) for number, done in enumerate(finished, 1) if done)
    if not numbers:
        return t.gettext("A path of {count} stones in shallow water; none is finished yet.").format(count=len(finished))
    return t.gettext("A path of {count} stones in shallow water; finished are {numbers}.").format(
        count=len(finished), numbers=numbers
    )


def _labels(t: Translator) -> Labels:
    return Labels(
        contents=t.gettext("Contents"),
        figure=t.gettext("Figure"),
        table=t.gettext("Table"),
        page=t.gettext("Page {page} of {pages}"),
    )
