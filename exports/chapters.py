"""The chapter of one stone: its questions with what was noted and drawn at them, and its stories."""

from collections.abc import Iterable, Iterator

from exports.blocks import Block, Bullets, Heading, NoteLine, Notes, Part, Sketch, Text
from exports.stories import Numbered, stone_stories
from exports.translator import Translator
from stepstones.stones import Stone
from stepstones.workshop import Note, Session


def chapter(stone: Stone, session: Session, stories: Iterable[Numbered], t: Translator) -> Part:
    """Return the chapter of `stone`; without notes and stories it is a few lines."""
    notes = sorted((n for n in session.notes if n.stone == stone.id), key=lambda n: (n.created, n.id))
    told = [story for story in stories if story.stone == stone.id]
    title = t.gettext("Stone {number}: {name}").format(number=stone.number, name=stone.name)
    state = _state(stone.id in session.finished, notes, len(told), t)
    if not notes and not told:
        return Part(title, (Text(state, "state"), *_untouched(stone, t)), new_page=False, state=state)
    blocks = (Text(state, "state"), Text(stone.lead, "lead"), *_Thoughts(stone, session, t).blocks(notes))
    return Part(title, (*blocks, *stone_stories(stone, told, t)), new_page=False, state=state)


def _state(finished: bool, notes: list[Note], stories: int, t: Translator) -> str:
    sketches = sum(n.picture is not None for n in notes)
    written = len(notes) - sketches
    parts = [t.gettext("Finished") if finished else t.gettext("Not finished yet")]
    if written:
        parts.append(t.ngettext("{count} note", "{count} notes", written).format(count=written))
    if sketches:
        parts.append(t.ngettext("{count} sketch", "{count} sketches", sketches).format(count=sketches))
    if stories:
        parts.append(t.ngettext("{count} user story", "{count} user stories", stories).format(count=stories))
    return " · ".join(parts)


def _untouched(stone: Stone, t: Translator) -> Iterator[Block]:
    yield Text(t.gettext("Nothing has been noted here yet. These are the questions of this stone:"))
    yield Bullets(tuple(question.text for question in stone.questions))


class _Thoughts:
    """The notes and sketches of a stone, in the order of its questions."""

    def __init__(self, stone: Stone, session: Session, t: Translator) -> None:
        self._stone, self._session, self._t = stone, session, t
        self._names = {person.id: person.name for person in session.people}

    def blocks(self, notes: list[Note]) -> Iterator[Block]:
        """Return the notes under their questions, then those without, then the questions nobody answered."""
        open_questions = []
        for question in self._stone.questions:
            answers = [n for n in notes if n.question == question.id]
            if answers:
                yield Heading(question.text)
                yield from self._answers(answers)
            else:
                open_questions.append(question.text)
        yield from self._loose(notes)
        yield from self._open(open_questions)

    def _loose(self, notes: list[Note]) -> Iterator[Block]:
        known = {question.id for question in self._stone.questions}
        loose = [n for n in notes if n.question not in known]
        if loose:
            yield Heading(self._t.gettext("Other thoughts at this stone"))
            yield from self._answers(loose)

    def _open(self, questions: list[str]) -> Iterator[Block]:
        if questions:
            yield Heading(self._t.gettext("Questions without notes"))
            yield Bullets(tuple(questions))

    def _answers(self, notes: list[Note]) -> Iterator[Block]:
        shown = {n.id: self._session.pictures[n.picture].image for n in notes if n.picture in self._session.pictures}
        written = tuple(self._line(n) for n in notes if n.id not in shown)
        if written:
            yield Notes(written)
        for n in notes:
            if n.id in shown:
                yield self._sketch(n, shown[n.id])

    def _line(self, n: Note) -> NoteLine:
        text = n.text or self._t.gettext("(no text)")
        if n.picture is not None:
            text = self._t.gettext("Sketch: {title}").format(title=text)
        return NoteLine(text, self._author(n), n.colour)

    def _sketch(self, n: Note, image: bytes) -> Sketch:
        title, author = " ".join(n.text.split()), self._author(n)
        alt = title or self._t.gettext("Sketch without a title")
        caption = f"{alt} ({author})" if author else alt
        return Sketch(image, caption, self._t.gettext("Sketch: {title}").format(title=title) if title else alt)

    def _author(self, n: Note) -> str:
        return self._names.get(n.author, "") if n.author else ""
