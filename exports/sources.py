"""Whose method this is, and how the score is computed."""

from decimal import Decimal

from exports.blocks import Bullets, Column, Heading, Part, Table, Text
from exports.numerals import decimal
from exports.translator import Translator
from stepstones.maturity import FLOORS
from stepstones.texts import Content, Credit

_TENTH = Decimal("0.1")
_LOWEST, _HIGHEST = Decimal(1), Decimal(5)


def sources(content: Content, t: Translator) -> Part:
    """Return the credits and the rule of the score."""
    return Part(
        t.gettext("Sources and how the score is computed"),
        (
            Heading(t.gettext("Sources")),
            Text(content.credits.sentence),
            Bullets(tuple(_credit(maker) for maker in content.credits.makers)),
            Heading(t.gettext("How the score is computed")),
            Text(_rule(t)),
            _levels(content, t),
        ),
        new_page=False,
    )


def _credit(maker: Credit) -> str:
    name = f"{maker.name} ({maker.year})" if maker.year else maker.name
    return f"{name}\t{maker.what}"


def _rule(t: Translator) -> str:
    return t.gettext(
        "The group answers each question together, from 1 to 5. The score is the mean of the answers given, rounded"
        " to one decimal, half upwards. Questions about relations that the organisation does not have are not asked,"
        " and questions without an answer do not count. A level is given when at least 8 in 10 of the questions asked"
        " have an answer."
    )


def _levels(content: Content, t: Translator) -> Table:
    bounds = zip((_LOWEST, *FLOORS), (*(floor - _TENTH for floor in FLOORS), _HIGHEST), strict=True)
    rows = (
        (f"{level.number}. {level.name}", _from_to(low, high, content.language), level.meaning)
        for level, (low, high) in zip(content.maturity.levels, bounds, strict=True)
    )
    return Table(
        caption=t.gettext("The five levels of the index"),
        description=t.gettext("For each level the scores that belong to it and what it means."),
        columns=(
            Column(t.gettext("Level"), 24, "named"),
            Column(t.gettext("Score"), 16, "figure"),
            Column(t.gettext("What it means"), 60),
        ),
        rows=tuple(rows),
    )


def _from_to(low: Decimal, high: Decimal, language: str) -> str:
    return f"{decimal(low, language)} – {decimal(high, language)}"
