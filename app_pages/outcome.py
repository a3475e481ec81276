"""What the scores of the maturity index add up to: score, level, next step, and their shape."""

from collections.abc import Collection, Mapping, Sequence
from textwrap import fill
from typing import Any

import streamlit as st

from app_pages import frame
from app_pages.visitor import language, translations
from exports import tables
from stepstones.content import content
from stepstones.maturity import Assessment, assess
from stepstones.texts import Statement
from stepstones.workshop import Score, Session

INK, WEB, DEEP = "var(--ink)", "var(--edge)", "var(--deep-ink)"
"""Words, web and shape of the radar, of pages.css: it is drawn as SVG, so it follows a theme that changes by itself."""


def show(asked: Sequence[Statement], scores: Mapping[str, Score], relations: Collection[str]) -> None:
    """The outcome in a card that stays in view."""
    texts = content(language()).maturity
    with st.container(key="outcome", gap="small"):
        _verdict(assess({id: score.score for id, score in scores.items()}, relations))
        _radar(asked, scores)
        st.caption(texts.usual)


def table(session: Session) -> None:
    """The scores with their reasons, lowest first."""
    t = translations()
    found = tables.scores(session, content(language()), t)
    if found.empty:
        return
    with st.container(key="scores", gap="small"):
        st.header(t.gettext("The scores, lowest first"), anchor=False)
        # A table of the page, not a grid on a canvas: screen readers read it, and it is as large as the page's text.
        st.table(found.astype(str).map(frame.plain), border="horizontal", hide_index=True, hide_header=False)


def _verdict(assessment: Assessment) -> None:
    """Score, level and next step, or how many answers are missing."""
    t = translations()
    texts = content(language()).maturity
    counted = t.gettext("{answered} of {asked} answered").format(answered=assessment.answered, asked=assessment.asked)
    if assessment.level is None:
        st.header(counted, anchor=False)
        st.progress(assessment.answered / assessment.asked)
        st.markdown(texts.withheld)
        return
    level = texts.level(assessment.level)
    score = str(assessment.score).replace(".", "," if language() == "nl" else ".")
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        st.metric(t.gettext("Score"), score, width="content")
        st.metric(t.gettext("Level {number} of 5").format(number=level.number), level.name, width="content")
    st.markdown(level.meaning)
    st.markdown(f"**{t.gettext('The next step')}:** {level.step}")
    if assessment.answered < assessment.asked:
        st.caption(counted)


def _radar(asked: Sequence[Statement], scores: Mapping[str, Score]) -> None:
    """The shape of the scores, and the same figures in words."""
    t = translations()
    values = [scores[s.id].score or 0 if s.id in scores else 0 for s in asked]
    spoken = ", ".join(f"{s.name} {value}" for s, value in zip(asked, values, strict=True) if value)
    alt = t.gettext("Radar of the scores: {scores}").format(scores=spoken or t.gettext("none yet"))
    st.echarts_chart(_spec([s.name for s in asked], values), height=290, renderer="svg", alt=alt, key="radar")


def _spec(names: Sequence[str], values: Sequence[int]) -> dict[str, Any]:
    shape = {"value": list(values), "areaStyle": {"color": DEEP, "opacity": 0.22}, "lineStyle": {"color": DEEP}}
    series = {"type": "radar", "symbolSize": 6, "itemStyle": {"color": DEEP}, "data": [shape] if any(values) else []}
    return {
        "animation": False,
        "radar": {
            "indicator": [{"name": fill(name, 13, break_long_words=False), "min": 0, "max": 5} for name in names],
            "splitNumber": 5,
            "radius": "48%",
            "axisName": {"color": INK, "fontSize": 13, "lineHeight": 16},
            "axisNameGap": 8,
            "splitArea": {"show": False},
            "splitLine": {"lineStyle": {"color": WEB}},
            "axisLine": {"lineStyle": {"color": WEB}},
        },
        "series": [series],
    }
