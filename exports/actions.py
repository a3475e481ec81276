"""What remains after a session: who does what and by when, and the words with which people left."""

from collections.abc import Iterator
from datetime import date

from exports.blocks import Block, Bullets, Column, Heading, Part, Table, Text
from exports.numerals import day
from exports.translator import Translator
from stepstones.closing import Action
from stepstones.stones import PARKING
from stepstones.texts import Content
from stepstones.workshop import Session

_NOTHING = "–"


def actions(session: Session, content: Content, t: Translator) -> Iterator[Part]:
    """Yield the chapter of the actions and of the words, where there are any."""
    blocks = (*_listed(session, content, t), *_words(session, t))
    if not blocks:
        return
    yield Part(t.gettext("Actions"), blocks, state=_state(session.actions, t))


def status_of(action: Action, t: Translator) -> str:
    """Return how far an action is, in a word."""
    return {"open": t.gettext("To do"), "doing": t.gettext("Under way"), "done": t.gettext("Done")}[action.status]


def origin_of(action: Action, content: Content, t: Translator) -> str:
    """Return the stone that an action comes from, or an empty text."""
    if action.stone == PARKING:
        return t.gettext("Parking lot")
    return next((stone.name for stone in content.stones if stone.id == action.stone), "")


def _state(found: tuple[Action, ...], t: Translator) -> str:
    if not found:
        return ""
    counted = t.ngettext("{count} action", "{count} actions", len(found)).format(count=len(found))
    done = sum(action.status == "done" for action in found)
    return " · ".join([counted, *([t.gettext("{done} done").format(done=done)] if done else [])])


def _listed(session: Session, content: Content, t: Translator) -> Iterator[Block]:
    if not session.actions:
        return
    yield Text(t.gettext("This is what the team agreed to do."))
    yield Table(
        caption=t.gettext("Actions"),
        description=t.gettext("For each action who does it, by when, how far it is and where it comes from."),
        columns=(
            Column(t.gettext("What"), 36, "named"),
            Column(t.gettext("Who"), 19),
            Column(t.gettext("By when"), 19),
            Column(t.gettext("How far"), 11),
            Column(t.gettext("From"), 15),
        ),
        rows=tuple(_row(action, content, t) for action in session.actions),
        numbered=False,
    )


def _row(action: Action, content: Content, t: Translator) -> tuple[str, ...]:
    due = day(date.fromisoformat(action.due), content.language) if action.due else _NOTHING
    return action.what, action.who or _NOTHING, due, status_of(action, t), origin_of(action, content, t) or _NOTHING


def _words(session: Session, t: Translator) -> Iterator[Block]:
    """Without names where the workshop shows none."""
    named = session.workshop.authors != "nobody"
    told = tuple(f"{p.word}\t{p.name if named else ''}" for p in session.people if p.word)
    if told:
        yield Heading(t.gettext("How people went home"))
        yield Bullets(told)
