"""Figures and dates as the workshop's language writes them."""

from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

_LOCALES = {"nl": "nl_NL", "en": "en_GB"}


def decimal(number: Decimal, language: str) -> str:
    """Return `number` with one digit: 3,2 in Dutch."""
    return format_decimal(number, format="0.0", locale=_LOCALES[language])


def whole(number: int, language: str) -> str:
    """Return a whole number, with a mark for thousands: 3.000 in Dutch."""
    return format_decimal(number, locale=_LOCALES[language])


def day(moment: date, language: str) -> str:
    """Return the date in words: 22 november 2026 in Dutch."""
    return format_date(moment, format="long", locale=_LOCALES[language])
