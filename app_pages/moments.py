"""Times as the visitor's clock tells them, in words of their language."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import streamlit as st
from babel.dates import format_date, format_time

from app_pages.visitor import language, translations


def day(at: int) -> str:
    """The day of a moment, given in milliseconds, within a sentence: dinsdag 24 november 2026."""
    return format_date(_there(at), "full", language())


def clock(at: int) -> str:
    """The time of that day: 14:05."""
    return format_time(_there(at), "HH:mm", locale=language())


def moment(at: int) -> str:
    """Day and time in one, for a line of text."""
    date = format_date(_there(at), "d MMMM", language())
    return translations().gettext("{date} at {time}").format(date=date, time=clock(at))


def _there(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1000, _zone())


def _zone() -> tzinfo:
    """Of the visitor's browser; where its name is not known here, as far from UTC as that is now."""
    try:
        return ZoneInfo(st.context.timezone or "")
    except (ValueError, KeyError, OSError):
        offset = st.context.timezone_offset
        return timezone(timedelta(minutes=-offset)) if offset else UTC
