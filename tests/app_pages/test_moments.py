"""Times as the visitor's clock tells them."""

import pytest
import streamlit as st

from app_pages import moments

AT = 1_795_000_000_000
"""Wednesday 18 November 2026, 11:06 in Greenwich."""


@pytest.fixture(autouse=True)
def visitor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app_pages.moments.language", lambda: "nl")
    monkeypatch.setattr("app_pages.visitor.language", lambda: "nl")


def live_in(monkeypatch: pytest.MonkeyPatch, zone: str | None, offset: int | None) -> None:
    """Let the visitor's browser say where it is; the offset is told as browsers do, in minutes west."""
    monkeypatch.setattr(type(st.context), "timezone", property(lambda _: zone))
    monkeypatch.setattr(type(st.context), "timezone_offset", property(lambda _: offset))


def test_a_moment_is_told_in_the_visitors_zone_and_words(monkeypatch: pytest.MonkeyPatch) -> None:
    live_in(monkeypatch, "Europe/Amsterdam", -60)
    told = moments.day(AT), moments.clock(AT), moments.moment(AT)
    live_in(monkeypatch, "Asia/Tokyo", -540)
    assert told == ("woensdag 18 november 2026", "12:06", "18 november om 12:06")
    assert moments.clock(AT) == "20:06"


@pytest.mark.parametrize("zone", [None, "Nowhere/Atall", "../etc"])
def test_where_the_zone_is_not_known_the_offset_counts(monkeypatch: pytest.MonkeyPatch, zone: str | None) -> None:
    live_in(monkeypatch, zone, -60)
    here = moments.clock(AT)
    live_in(monkeypatch, zone, None)
    assert (here, moments.clock(AT)) == ("12:06", "11:06")
