"""From session to Word file in one call, for the worker and for who can wait."""

from datetime import datetime

from exports.report import report
from exports.template import empty
from exports.word import word
from i18n import translator
from stepstones.content import content
from stepstones.workshop import Session


def make(session: Session, moment: datetime) -> bytes:
    """Return the Word report of `session`, in its own language."""
    language = session.workshop.language
    return word(report(session, content(language), translator(language), moment))


def warm() -> None:
    """Load what takes long to load, so that the first report is as fast as the next."""
    import matplotlib.backends.backend_agg
    import matplotlib.projections.polar  # noqa: F401

    for language in ("nl", "en"):
        empty(language)
        content(language)
        translator(language)
