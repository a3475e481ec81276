"""The report: the Word file at any moment, and the archive."""

import streamlit as st

from app_pages import frame
from app_pages.visitor import guest, language, translations
from exports import tables
from sentences import SENTENCES, sentence
from services import services
from stepstones.attendance import took_part
from stepstones.content import content
from stepstones.maturity import asked_questions
from stepstones.seen import EVERYBODY, hidden_from, seen_by
from storage import reading

t = translations()
here = guest("facilitator", "participant", "reader")
with services().database.reading() as connection:
    whole = reading.session(connection, here.workshop.id)
session, hidden = seen_by(whole, EVERYBODY), hidden_from(whole, here.actor)
files = f"/api/workshops/{here.workshop.id}"


def download() -> None:
    """The one thing most people come for."""
    with st.container(key="word", gap="small"):
        st.header(t.gettext("For the manager and the team"), anchor=False)
        st.markdown(
            t.gettext("The Word report is made from what there is now, also halfway. Make it as often as you like.")
        )
        frame.link(t.gettext("Download the Word report"), f"{files}/report.docx", kind="primary")
        language_name = frame.NAMES[here.workshop.language]
        st.caption(t.gettext("A4, in the language of the workshop: {language}.").format(language=language_name))
        frame.link(t.gettext("Notes and stories as a spreadsheet file"), f"{files}/notes-and-stories.csv")


def archive() -> None:
    """Everything in one file, for who leads."""
    with st.container(key="keep", gap="small"):
        st.header(t.gettext("To keep or to move"), anchor=False)
        st.markdown(
            t.gettext("The archive holds everything, sketches included, in one file. Open it on any installation.")
        )
        frame.link(t.gettext("Save the archive"), f"{files}/archive.json", kind="secondary")
        if hidden:
            told = t.ngettext(
                "{count} note of somebody else is still hidden, and not in it.",
                "{count} notes of others are still hidden, and not in it.",
                hidden,
            )
            st.caption(told.format(count=hidden))


def contents() -> None:
    """What will be in the report, stone by stone."""
    found = tables.stones(session, content(language()), t).astype(object)
    with st.container(key="contents", gap="small"):
        st.header(t.gettext("What will be in it"), anchor=False)
        st.table(found.map(shown), border="horizontal", hide_index=True, hide_header=False)
        st.caption(" ".join(beside()))


def shown(cell: object) -> str:
    """A cell of the table as people read it."""
    if isinstance(cell, bool):
        return t.gettext("yes") if cell else ""
    return frame.plain(str(cell or "–"))


def beside() -> list[str]:
    """What is in the report beside the stones."""
    asked = asked_questions(here.workshop.relations)
    scored = sum(bool(score.score) for score in session.scores if score.question in asked)
    loose = sum(story.stone is None for story in session.stories)
    people = sum(person.role == "participant" for person in took_part(session))
    told = [
        t.gettext("Maturity index: {scored} of {total} scored.").format(scored=scored, total=len(asked)),
        t.ngettext("{count} participant.", "{count} participants.", people).format(count=people),
    ]
    if loose:
        text = t.ngettext("{count} story without a stone.", "{count} stories without a stone.", loose)
        told.append(text.format(count=loose))
    return told


frame.header(t.gettext("Report"), here)
if (problem := st.query_params.get("problem")) in SENTENCES:
    st.warning(sentence(problem, language()), icon=":material/info:")
left, right = st.columns([2, 3], gap="medium")
with left:
    download()
    if here.leads:
        archive()
with right:
    contents()
