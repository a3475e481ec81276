"""The chapter of one stone: what was noted and drawn at it, and its stories; and that of the parking lot."""

from collections.abc import Iterable, Iterator, Sequence

from exports.ballots import votes_at
from exports.blocks import Block, Bullets, Heading, Part, Text
from exports.stories import Numbered, stone_stories
from exports.thoughts import Thoughts
from exports.translator import Translator
from stepstones.stones import PARKING, Stone
from stepstones.workshop import Note, Session


def chapter(stone: Stone, session: Session, thoughts: Thoughts, stories: Iterable[Numbered], t: Translator) -> Part:
    """Return the chapter of `stone`; without notes and stories it is a few lines."""
    notes = _in_order(session, stone.id)
    told = [story for story in stories if story.stone == stone.id]
    title = t.gettext("Stone {number}: {name}").format(number=stone.number, name=stone.name)
    state = _state(stone.id in session.finished, notes, len(told), t)
    concluded, voted = tuple(_concluded(stone.id, session, t)), tuple(votes_at(stone.id, thoughts.ballots, t))
    if not notes and not told and not concluded:
        return Part(title, (Text(state, "state"), *_untouched(stone, t)), new_page=False, state=state)
    blocks = (Text(state, "state"), *_lead(stone), *concluded, *voted, *_noted(stone, notes, thoughts, t))
    return Part(title, (*blocks, *stone_stories(stone, told, t)), new_page=False, state=state)


def _lead(stone: Stone) -> Iterator[Text]:
    """A stone of one's own may have none."""
    if stone.lead:
        yield Text(stone.lead, "lead")


def _concluded(stone: str, session: Session, t: Translator) -> Iterator[Block]:
    """What the team concluded here, a paragraph for each line."""
    told = next((one.conclusion for one in session.stones if one.stone == stone), "")
    if told:
        yield Heading(t.gettext("Conclusion"))
        yield from (Text(line) for line in told.splitlines() if line.strip())


def parking(session: Session, thoughts: Thoughts, t: Translator) -> Iterator[Part]:
    """Yield the chapter of what was parked, if anything was."""
    if not (notes := _in_order(session, PARKING)):
        return
    counted = ", ".join(_counted(notes, t))
    lead = Text(t.gettext("What belongs elsewhere, or can wait."), "lead")
    loose = thoughts.told([note for note in notes if note.cluster is None])
    blocks = (lead, *votes_at(PARKING, thoughts.ballots, t), *thoughts.legend(notes), *thoughts.clusters(notes), *loose)
    yield Part(t.gettext("Parking lot"), (*blocks, *thoughts.hanging(notes)), new_page=False, state=counted)


def _in_order(session: Session, board: str) -> list[Note]:
    return sorted((n for n in session.notes if n.stone == board), key=lambda n: (n.created, n.id))


def _state(finished: bool, notes: list[Note], stories: int, t: Translator) -> str:
    parts = [t.gettext("Finished") if finished else t.gettext("Not finished yet"), *_counted(notes, t)]
    if stories:
        parts.append(t.ngettext("{count} user story", "{count} user stories", stories).format(count=stories))
    return " · ".join(parts)


def _counted(notes: Sequence[Note], t: Translator) -> Iterator[str]:
    written = sum(n.picture is None for n in notes)
    sketches = sum(n.sketch for n in notes)
    pictures = len(notes) - written - sketches
    if written:
        yield t.ngettext("{count} note", "{count} notes", written).format(count=written)
    if sketches:
        yield t.ngettext("{count} sketch", "{count} sketches", sketches).format(count=sketches)
    if pictures:
        yield t.ngettext("{count} picture", "{count} pictures", pictures).format(count=pictures)


def _untouched(stone: Stone, t: Translator) -> Iterator[Block]:
    if not stone.questions:
        yield Text(t.gettext("Nothing has been noted here yet."))
        return
    yield Text(t.gettext("Nothing has been noted here yet. These are the questions of this stone:"))
    yield Bullets(tuple(question.text for question in stone.questions))


def _noted(stone: Stone, notes: list[Note], thoughts: Thoughts, t: Translator) -> Iterator[Block]:
    """The clusters, the other notes under their questions, those without, the links, and the questions left open."""
    known = {question.id: question.text for question in stone.questions}
    loose = [n for n in notes if n.cluster is None]
    yield from thoughts.legend(notes)
    yield from thoughts.clusters(notes)
    for id, text in known.items():
        if answers := [n for n in loose if n.question == id]:
            yield Heading(text)
            yield from thoughts.told(answers)
    if others := [n for n in loose if n.question not in known]:
        yield Heading(t.gettext("Other thoughts at this stone"))
        yield from thoughts.told(others)
    yield from thoughts.hanging(notes)
    if left := tuple(text for id, text in known.items() if not any(n.question == id for n in notes)):
        yield Heading(t.gettext("Questions without notes"))
        yield Bullets(left)
