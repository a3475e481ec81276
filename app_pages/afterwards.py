"""After the session: close it or open it again, who may read on, a next one like it, and deleting it for good."""

import streamlit as st

from app_pages import addresses, frame, moments
from app_pages.asking import ask, attempt
from app_pages.beginning import begin_next, show_new
from app_pages.deeds import board_names
from app_pages.visitor import HOME, REPORT, SETTINGS, guest, language, translations
from canvas.board import limits
from canvas.board.leading import SessionClose, SessionReopen
from exports.numerals import day
from services import services
from stepstones.seen import unrevealed
from storage import reading, retention

t = translations()
here = guest("facilitator")
shop = here.workshop


def session() -> None:
    """Whether it is closed, what that means, and the way back."""
    with st.container(key="session", gap="small"):
        st.header(t.gettext("The session"), anchor=False)
        if shop.closed is None:
            st.markdown(
                t.gettext("Close it and everybody can still look and read; nobody writes, moves or votes any more.")
            )
            _warn_of_hidden_notes()
            _changes(SessionClose, t.gettext("Close the session"))
        else:
            closed = t.gettext("Closed on {date}. Everybody can still look and read.")
            st.markdown(closed.format(date=moments.day(shop.closed)))
            _changes(SessionReopen, t.gettext("Open it again"))
        label = t.gettext("To the report")
        st.page_link(REPORT, label=label, icon=":material/description:", query_params={"w": shop.id}, width="content")


def _changes(kind: type[SessionClose] | type[SessionReopen], label: str) -> None:
    pressed = st.button(label, key="close-or-open", type="primary" if kind is SessionClose else "secondary")
    if pressed and ask(here, kind):
        st.rerun()


def _warn_of_hidden_notes() -> None:
    """What would stay unseen, and where it lies."""
    with services().database.reading() as connection:
        hidden = unrevealed(reading.session(connection, shop.id))
    if hidden:
        count = sum(hidden.values())
        told = t.ngettext("{count} note is still hidden: {where}.", "{count} notes are still hidden: {where}.", count)
        where = ", ".join(f"{frame.plain(name)} ({hidden[id]})" for id, name in board_names().items() if id in hidden)
        rest = t.gettext("After closing nothing is revealed any more, and what is hidden is in no report.")
        st.warning(f"{told.format(count=count, where=where)} {rest}", icon=":material/visibility_off:")


def readers() -> None:
    """The address for who was not there, or reads on."""
    with st.container(key="doors", gap="small"):
        st.header(t.gettext("For the team and managers"), anchor=False)
        st.markdown(t.gettext("Whoever has this address reads the report and takes the files, and changes nothing."))
        addresses.reader(here)


def following() -> None:
    """A next session begins as this one did."""
    with st.container(key="next", gap="small"):
        st.header(t.gettext("A next session"), anchor=False)
        st.markdown(
            t.gettext(
                "A new workshop with the same settings, programme, questions and private notes. "
                "People, notes, votes and scores stay here."
            )
        )
        label = t.gettext("What the next one is called")
        title = st.text_input(label, shop.title, key="next-title", max_chars=limits.TITLE)
        if st.button(t.gettext("Make the next one"), key="make-next"):
            show_new(attempt(lambda: begin_next(here, title)))


def end() -> None:
    """Deleting, which asks for the title first."""
    with st.container(key="delete", gap="small"):
        st.header(t.gettext("Delete for good"), anchor=False)
        until = day(shop.delete_after, language())
        st.markdown(
            t.gettext(
                "Everything goes by itself after {date}. Delete it now and all of it is gone at once: notes, pictures, "
                "scores, people and the log. There is no way back; save the archive first."
            ).format(date=until)
        )
        st.page_link(SETTINGS, label=t.gettext("Change the date"), query_params={"w": shop.id}, width="content")
        with st.popover(t.gettext("Delete this workshop"), key="deleting"):
            _confirm()


def _confirm() -> None:
    """Only who typed the title means it."""
    st.markdown(t.gettext("Type the title of this workshop: {title}").format(title=f"**{frame.plain(shop.title)}**"))
    typed = st.text_input(t.gettext("The title"), key="typed-title", autocomplete="off")
    if not st.button(t.gettext("Delete everything"), key="delete-all", type="primary"):
        return
    if " ".join(typed.split()) != " ".join(shop.title.split()):
        st.error(t.gettext("That is not the title, so nothing was deleted."), icon=":material/info:")
        return
    if attempt(lambda: retention.delete(services().ledger, shop.id)):
        st.switch_page(HOME, query_params={"problem": "workshop_gone"})


frame.header(t.gettext("Afterwards"), here)
left, right = st.columns(2, gap="medium")
with left:
    session()
    readers()
with right:
    following()
    end()
