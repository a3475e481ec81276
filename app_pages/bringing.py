"""Many stories at once, from text or a file, one a line: first what will come of it, then all of them or none."""

from collections.abc import Sequence

import streamlit as st

from app_pages.asking import attempt
from app_pages.frame import plain
from app_pages.telling import places
from app_pages.visitor import Guest, translations
from canvas.board.changes import StoryAdd
from canvas.board.errors import BadMessage
from canvas.board.messages import change
from services import services
from stepstones.stories import ReadStory, read
from storage import secret
from storage.ledger import Request

LARGEST = 5
"""Megabytes of text: far more stories than a workshop holds."""
FEW, TALLEST = 6, 360
"""More lines than this scroll in a table of so many pixels, so that the button stays in view."""


def bring() -> Sequence[ReadStory]:
    """Paste, choose a file, or both; gives the stories that were found."""
    t = translations()
    rounds = st.session_state.setdefault("brought", 0)
    pasted = st.text_area(t.gettext("Paste them, one a line"), key=f"pasted-{rounds}", height=160)
    label = t.gettext("Or choose a text file")
    file = st.file_uploader(label, type=["txt", "csv", "md"], key=f"file-{rounds}", max_upload_size=LARGEST)
    chosen = read(file.getvalue()) if file else []
    if file and not chosen:
        st.warning(t.gettext("There are no lines in this file."), icon=":material/info:")
    return [*read(pasted.encode("utf-8", "ignore")), *chosen]


def preview(here: Guest, found: Sequence[ReadStory]) -> None:
    """What will come of every line, and the button that adds them all."""
    t = translations()
    with st.container(key="preview", gap="small"):
        st.header(_account(found), anchor=False)
        _table(found)
        names = places()
        st.session_state.setdefault("put-at", "")
        stone = st.selectbox(t.gettext("Put them at"), list(names), format_func=names.__getitem__, key="put-at")
        asked = attempt(lambda: additions(found, stone or None))
        label = t.ngettext("Add this line", "Add all {count} lines", len(found)).format(count=len(found))
        pressed = st.button(label, type="primary", key="add_all", disabled=asked is None)
        if asked and pressed and attempt(lambda: _add(here, asked)):
            st.session_state["brought"] += 1
            st.toast(t.gettext("All lines were added"), icon=":material/check:")
            st.rerun()


def additions(found: Sequence[ReadStory], stone: str | None) -> list[StoryAdd]:
    """A change for every line; raises BadMessage that names the first line that is too long to be added."""
    batch = secret.id()
    return [_change(batch, number, story, stone) for number, story in enumerate(found, 1)]


def _account(found: Sequence[ReadStory]) -> str:
    """What becomes of every line."""
    t = translations()
    whole = sum(1 for story in found if story.role)
    rest = len(found) - whole
    lines = t.ngettext("{count} line", "{count} lines", len(found)).format(count=len(found))
    stories = t.ngettext("{count} story", "{count} stories", whole).format(count=whole)
    if not rest:
        return t.gettext("{lines}: {stories}; nothing is left out.").format(lines=lines, stories=stories)
    others = t.ngettext("{count} as it is", "{count} as they are", rest).format(count=rest)
    told = t.gettext("{lines}: {stories}, {others}; nothing is left out.")
    return told.format(lines=lines, stories=stories, others=others)


def _table(found: Sequence[ReadStory]) -> None:
    t = translations()
    columns = {
        t.gettext("Row"): [str(number) for number in range(1, len(found) + 1)],
        t.gettext("As a"): [plain(story.role) for story in found],
        t.gettext("I want"): [plain(story.want) for story in found],
        t.gettext("so that"): [plain(story.benefit) for story in found],
    }
    st.table(columns, border="horizontal", hide_header=False, height=TALLEST if len(found) > FEW else "content")


def _change(batch: str, number: int, story: ReadStory, stone: str | None) -> StoryAdd:
    id = f"{batch}-{number:05}"  # stories of one moment are kept in the order of their ids: that of the file
    parts = {"role": story.role, "want": story.want, "benefit": story.benefit, "source": story.source}
    try:
        return change(StoryAdd, story=id, stone=stone, **parts)
    except BadMessage as bad:
        if bad.reason == "too_long":
            raise BadMessage("line_too_long", line=number, limit=bad.values["limit"]) from None
        raise


def _add(here: Guest, asked: Sequence[StoryAdd]) -> bool:
    """Add every story, or raise Refused and add none."""
    services().ledger.submit_all([Request(here.workshop.id, secret.id(), made, here.actor) for made in asked])
    return True
