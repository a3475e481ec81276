"""The report: the Word file at any moment, and the archive."""

import streamlit as st

from app_pages import frame
from app_pages.visitor import guest, language, translations
from services import services
from stepstones.content import content
from stepstones.maturity import asked_questions
from storage import reading

t = translations()
here = guest("facilitator", "participant", "reader")
with services().database.reading() as connection:
    session = reading.session(connection, here.workshop.id)
scored = sum(
    1 for score in session.scores if score.score and score.question in asked_questions(here.workshop.relations)
)


def contents() -> None:
    """What will be in the report, stone by stone."""
    for stone in content(language()).stones:
        notes = sum(1 for note in session.notes if note.stone == stone.id)
        stories = sum(1 for story in session.stories if story.stone == stone.id)
        count = t.ngettext("{count} note", "{count} notes", notes).format(count=notes)
        told = t.ngettext("{count} story", "{count} stories", stories).format(count=stories)
        done = f" · {t.gettext('finished')}" if stone.id in session.finished else ""
        st.markdown(f"{stone.number}. **{stone.name}**: {count}, {told}{done}")


frame.header(t.gettext("Report"), here)
left, right = st.columns([3, 2], gap="large")
with left:
    st.markdown(
        t.gettext("The Word report is made from what there is now, also halfway. Make it as often as you like.")
    )
    st.link_button(
        t.gettext("Download the Word report"),
        f"/api/workshops/{here.workshop.id}/report.docx",
        type="primary",
        icon=":material/description:",
    )
    if here.leads:
        st.markdown(
            t.gettext("The archive holds everything, sketches included, in one file. Open it on any installation.")
        )
        st.link_button(
            t.gettext("Save the archive"),
            f"/api/workshops/{here.workshop.id}/archive.json",
            icon=":material/inventory_2:",
        )
with right:
    st.subheader(t.gettext("What will be in it"), anchor=False)
    contents()
    total = len(asked_questions(here.workshop.relations))
    st.markdown(t.gettext("Maturity index: {scored} of {total} scored").format(scored=scored, total=total))
