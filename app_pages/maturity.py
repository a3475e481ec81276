"""The maturity index: one joint score per question, what they add up to, and the step to the next level."""

from typing import cast

import streamlit as st

from app_pages import frame, outcome
from app_pages.asking import ask
from app_pages.following import changed, follow, settle
from app_pages.visitor import guest, language, translations
from canvas.board.changes import ScoreSet
from services import services
from stepstones.content import content
from stepstones.maturity import LEVELS, asked_questions
from stepstones.texts import Statement
from stepstones.workshop import Score, Session
from storage import reading

t = translations()
here = guest("facilitator", "participant", "reader")
texts = content(language()).maturity
asked = [texts.question(id) for id in asked_questions(here.workshop.relations)]
FRESH = "10s"
"""How often those who only read get the newest scores."""


def now() -> Session:
    """The workshop as it is now."""
    with services().database.reading() as connection:
        return reading.session(connection, here.workshop.id)


def kept(session: Session) -> dict[str, Score]:
    """The joint scores by their question."""
    return {score.question: score for score in session.scores}


def leading() -> None:
    """For the facilitator: every statement to score, beside what the scores add up to."""
    left, right = st.columns([3, 2], gap="medium")
    scores = kept(now())
    with left:
        for statement in asked:
            question(statement, scores.get(statement.id, Score(statement.id, None, "")))
    session = now()
    with right:
        outcome.show(asked, kept(session), here.workshop.relations)
    outcome.table(session)


def question(statement: Statement, known: Score) -> None:
    """One statement to score, with the remark that explains it; saved as it is filled in."""
    points, why = f"score-{statement.id}", f"remark-{statement.id}"
    follow(points, known.score)
    follow(why, known.remark)
    with st.container(key=f"statement-{statement.id}", gap="xsmall"):
        st.markdown(f"**{statement.name}**  \n{statement.statement}")
        scale(statement, points)
        label = t.gettext("Why this score: {name}").format(name=statement.name)
        hint = t.gettext("Why this score, in a few words")
        st.text_area(label, placeholder=hint, key=why, height="content", label_visibility="collapsed")
        if changed(points) or changed(why):
            save(statement.id, known)


def scale(statement: Statement, key: str) -> None:
    """The scores from 1 to 5 between what the ends of the scale look like."""
    with st.container(key=f"scale-{statement.id}", horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(statement.low)
        st.segmented_control(statement.name, list(LEVELS), key=key, label_visibility="collapsed")
        st.caption(statement.high)


def save(id: str, known: Score) -> None:
    """Send what this visitor changed; what they did not touch stays as it is kept, whoever wrote it."""
    points, why = f"score-{id}", f"remark-{id}"
    score = cast(int | None, st.session_state[points]) if changed(points) else known.score
    remark = cast(str, st.session_state[why]) if changed(why) else known.remark
    if ask(here, ScoreSet, question=id, score=score, remark=remark):
        settle(points)
        settle(why)


@st.fragment(run_every=FRESH)
def watching() -> None:
    """For everybody else: the scores as the facilitator fills them in."""
    scores = kept(now())
    left, right = st.columns([3, 2], gap="medium")
    with left:
        for statement in asked:
            answer(statement, scores.get(statement.id))
    with right:
        outcome.show(asked, scores, here.workshop.relations)


def answer(statement: Statement, score: Score | None) -> None:
    """One statement with its score, to read."""
    given = str(score.score) if score and score.score else "–"
    with st.container(key=f"statement-{statement.id}", horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(key=f"given-{statement.id}", width="content"):
            st.markdown(t.gettext("**{score}** of 5").format(score=given))
        st.markdown(f"**{statement.name}**  \n{statement.statement}", width="stretch")
        if score and score.remark:
            st.caption(frame.plain(score.remark))


frame.header(t.gettext("Maturity index"), here)
if here.leads:
    st.markdown(f"{texts.lead} {texts.no_audit}")
    leading()
else:
    st.markdown(t.gettext("The facilitator fills in the joint score. You see it here."))
    watching()
