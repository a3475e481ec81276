"""How the stones hang together: every link from a note of one stone to a note of another."""

from collections.abc import Iterator

from exports.blocks import Column, Part, Table, Text
from exports.board_names import name_of
from exports.links import Links
from exports.plain import short
from exports.translator import Translator
from stepstones.texts import Content
from stepstones.walk import boards
from stepstones.workshop import Link, Note

_LONGEST = 160
"""Signs of a note in the table; its chapter has all of it."""


def connections(links: Links, content: Content, t: Translator) -> Iterator[Part]:
    """Yield the chapter, if stones are connected, in the order of the path."""
    across = [(link, *links.ends(link)) for link in links.all]
    across = [row for row in across if row[1].stone != row[2].stone]
    if not across:
        return
    order = boards(content)
    across.sort(key=lambda row: (order.index(row[1].stone), order.index(row[2].stone)))
    table = Table(
        caption=t.gettext("Links between stones"),
        description=t.gettext("For each link the note where it begins, its word, and the note where it leads."),
        columns=(
            Column(t.gettext("From"), 40, "named"),
            Column(t.gettext("Link"), 20),
            Column(t.gettext("To"), 40, "named"),
        ),
        rows=tuple(_row(*row, content, t) for row in across),
        numbered=False,
    )
    yield Part(t.gettext("Connected stones"), (Text(_counted(len(across), t)), table), new_page=False)


def _counted(count: int, t: Translator) -> str:
    return t.ngettext(
        "The team found {count} link between stones.", "The team found {count} links between stones.", count
    ).format(count=count)


def _row(link: Link, start: Note, end: Note, content: Content, t: Translator) -> tuple[str, str, str]:
    told = (f"{name_of(note.stone, content, t)}\n{short(note.text, _LONGEST)}" for note in (start, end))
    return next(told), link.word or t.gettext("leads to"), next(told)
