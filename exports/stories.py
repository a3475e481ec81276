"""The user stories: numbered once, shown at their stone and all together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exports.blocks import Block, Column, Heading, Part, Table, Text
from exports.translator import Translator
from stepstones.stones import Stone
from stepstones.stories import tell
from stepstones.texts import Content
from stepstones.workshop import Session

_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A story with the number it has throughout the report."""

    number: int
    stone: str | None
    role: str
    want: str
    benefit: str
    sentence: str


def numbered(session: Session, content: Content) -> tuple[Numbered, ...]:
    """Return the stories in the order of the stones, those told in general last."""
    place = {stone.id: stone.number for stone in content.stones}
    last = len(place) + 1
    ordered = sorted(session.stories, key=lambda s: (place.get(s.stone or "", last), s.created, s.id))
    return tuple(
        Numbered(
            number,
            s.stone,
            s.role or _NOTHING,
            s.want or _NOTHING,
            s.benefit or _NOTHING,
            tell(s, content.language) or _NOTHING,
        )
        for number, s in enumerate(ordered, 1)
    )


def stone_stories(stone: Stone, told: Sequence[Numbered], t: Translator) -> Iterator[Block]:
    """Return the stories told at `stone`, if any."""
    if not told:
        return
    yield Heading(t.gettext("User stories of this stone"))
    yield Table(
        caption=t.gettext("User stories at {stone}").format(stone=stone.name),
        description=t.gettext("For each story who wants what, and why."),
        columns=(
            _number(t),
            Column(t.gettext("As a"), 26),
            Column(t.gettext("I want"), 36),
            Column(t.gettext("so that"), 31),
        ),
        rows=tuple((str(s.number), s.role, s.want, s.benefit) for s in told),
        numbered=False,
    )


def stories(told: Sequence[Numbered], content: Content, t: Translator) -> Part:
    """Return all stories in one table."""
    title = t.gettext("All user stories")
    if not told:
        return Part(title, (Text(t.gettext("No user stories have been written yet.")),), new_page=False)
    names = {stone.id: stone.name for stone in content.stones}
    general = t.gettext("General")
    rows = tuple((str(s.number), names.get(s.stone or "", general), s.sentence) for s in told)
    return Part(title, (Text(_count(len(told), t)), _table(rows, t)))


def _count(count: int, t: Translator) -> str:
    return t.ngettext(
        "The workshop gave {count} user story, in the order of the stones.",
        "The workshop gave {count} user stories, in the order of the stones.",
        count,
    ).format(count=count)


def _table(rows: tuple[tuple[str, ...], ...], t: Translator) -> Table:
    return Table(
        caption=t.gettext("All user stories"),
        description=t.gettext("For each story its stone, who wants what, and why."),
        columns=(_number(t), Column(t.gettext("Stone"), 16), Column(t.gettext("User story"), 77)),
        rows=rows,
    )


def _number(t: Translator) -> Column:
    return Column(t.gettext("No."), 7)
