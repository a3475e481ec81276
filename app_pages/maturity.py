"""The maturity index: one joint score per question, what they add up to, and the step to the next level."""

import pandas as pd
import streamlit as st

from app_pages import frame
from app_pages.asking import ask
from app_pages.visitor import guest, language, translations
from canvas.board.changes import ScoreSet
from services import services
from stepstones.content import content
from stepstones.maturity import Assessment, asked_questions, assess
from stepstones.texts import Statement
from stepstones.workshop import Score
from storage import reading

t = translations()
here = guest("facilitator", "participant", "reader")
texts = content(language()).maturity
with services().database.reading() as connection:
    scores = {score.question: score for score in reading.session(connection, here.workshop.id).scores}
asked = [texts.question(id) for id in asked_questions(here.workshop.relations)]


def outcome(assessment: Assessment) -> None:
    """The score and its level, or why there is none yet."""
    if assessment.level is None or assessment.score is None:
        st.subheader(t.gettext("{answered} of {asked} answered").format(**counts(assessment)), anchor=False)
        st.markdown(texts.withheld)
        return
    level = texts.level(assessment.level)
    score = str(assessment.score).replace(".", "," if language() == "nl" else ".")
    with st.container(horizontal=True, gap="large"):
        st.metric(t.gettext("Score"), score, width="content")
        st.metric(t.gettext("Level {number} of 5").format(number=level.number), level.name, width="content")
        st.metric(
            t.gettext("Answered"), t.gettext("{answered} of {asked}").format(**counts(assessment)), width="content"
        )
    st.markdown(level.meaning)
    st.markdown(f"**{t.gettext('The next step')}** {level.step}")
    st.caption(texts.usual)


def counts(assessment: Assessment) -> dict[str, int]:
    """How many are answered of how many."""
    return {"answered": assessment.answered, "asked": assessment.asked}


def radar() -> None:
    """The shape of the scores, and the same figures in words."""
    given = {s.name: scores[s.id].score or 0 for s in asked if s.id in scores}
    indicator = [{"name": s.name, "min": 0, "max": 5} for s in asked]
    values = [given.get(s.name, 0) for s in asked]
    spoken = ", ".join(f"{name} {score}" for name, score in given.items() if score)
    st.echarts_chart(
        {
            "radar": {"indicator": indicator, "splitNumber": 5, "radius": "62%"},
            "series": [{"type": "radar", "data": [{"value": values}], "areaStyle": {"opacity": 0.25}}],
            "tooltip": {},
        },
        height=420,
        renderer="svg",
        alt=t.gettext("Radar of the scores: {scores}").format(scores=spoken or t.gettext("none yet")),
        key="radar",
    )


def question(statement: Statement) -> None:
    """One statement to score, with the remark that explains it; saved as it is filled in."""
    known = scores.get(statement.id, Score(statement.id, None, ""))
    with st.container(key=f"statement-{statement.id}", border=True):
        st.markdown(f"**{statement.name}**  \n{statement.statement}")
        score = st.segmented_control(
            statement.name,
            [1, 2, 3, 4, 5],
            default=known.score,
            key=f"score-{statement.id}",
            label_visibility="collapsed",
            disabled=not here.leads,
        )
        st.caption(f"1 · {statement.low}  \n5 · {statement.high}")
        remark = st.text_area(
            t.gettext("Why this score"),
            value=known.remark,
            key=f"remark-{statement.id}",
            max_chars=2000,
            height=68,
            disabled=not here.leads,
        )
    if here.leads and (score, remark) != (known.score, known.remark):
        if ask(here, ScoreSet, question=statement.id, score=score, remark=remark):
            st.rerun()


def table() -> None:
    """The scores as a table, lowest first."""
    rows = [(s.name, scores[s.id].score, scores[s.id].remark) for s in asked if s.id in scores and scores[s.id].score]
    names = [t.gettext("Question"), t.gettext("Score"), t.gettext("Why")]
    if rows:
        st.dataframe(pd.DataFrame(sorted(rows, key=lambda row: row[1] or 0), columns=names), hide_index=True)


frame.header(t.gettext("Maturity index"), here)
st.markdown(texts.lead)
if not here.leads:
    st.info(t.gettext("The facilitator fills in the joint score. You see it here."), icon=":material/visibility:")
left, right = st.columns([3, 2], gap="large")
with left:
    for statement in asked:
        question(statement)
with right:
    outcome(assess({id: score.score for id, score in scores.items()}, here.workshop.relations))
    radar()
    table()
    st.caption(texts.no_audit)
