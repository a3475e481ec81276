"""From session to Word file in one call, for the worker and for who can wait."""

from datetime import date, datetime

from exports.report import report
from exports.word import word
from i18n import translator
from stepstones.content import content
from stepstones.maturity import QUESTIONS
from stepstones.workshop import Score, Session, Workshop


def make(session: Session, moment: datetime) -> bytes:
    """Return the Word report of `session`, in its own language."""
    language = session.workshop.language
    return word(report(session, content(language), translator(language), moment))


def warm() -> None:
    """Make a tiny report with a radar, and load the other language, so that no real one waits for it."""
    shop = Workshop("", "", "", frozenset(), "nl", "", 0, date.max)
    scores = tuple(Score(question, 3, "") for question in QUESTIONS)
    make(Session(0, shop, frozenset(), scores=scores), datetime.now().astimezone())
    content("en")
    translator("en")
