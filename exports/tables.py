"""The workshop as tables: what was scored, how far each stone is, and every note and story in a file for spreadsheets.

Whoever imports this loads pandas, which takes half a second: pages do when they are opened, the server does not.
"""

from pandas import DataFrame, Series

from exports.plain import cleaned
from exports.translator import Translator
from stepstones.maturity import asked_questions
from stepstones.stories import tell
from stepstones.texts import Content
from stepstones.workshop import Note, Session, Story

_DELIMITERS = {"nl": ";", "en": ","}
"""What Excel expects where the decimal sign is a comma, and where it is a point."""
_FORMULA = r"^(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])"
"""Before a sign that makes a spreadsheet compute what people typed."""


def scores(session: Session, content: Content, t: Translator) -> DataFrame:
    """Return the scores given with their reasons, the lowest first."""
    kept = {score.question: score for score in session.scores if score.score}
    asked = [id for id in asked_questions(session.workshop.relations) if id in kept]
    question, score, why = t.gettext("Question"), t.gettext("Score"), t.gettext("Why")
    columns = {
        question: [content.maturity.question(id).name for id in asked],
        score: [kept[id].score for id in asked],
        why: [kept[id].remark for id in asked],
    }
    return DataFrame(columns).sort_values([score, question], ignore_index=True)


def stones(session: Session, content: Content, t: Translator) -> DataFrame:
    """Return for each stone how many notes and stories it has, and whether it is finished."""
    ids = [stone.id for stone in content.stones]
    notes, stories = (_counted([it.stone for it in found], ids) for found in (session.notes, session.stories))
    return DataFrame(
        {
            t.gettext("Stone"): [f"{stone.number}. {stone.name}" for stone in content.stones],
            t.gettext("Notes"): notes,
            t.gettext("User stories"): stories,
            t.gettext("Finished"): [id in session.finished for id in ids],
        }
    )


def spreadsheet(session: Session, content: Content, t: Translator) -> bytes:
    """Return every note, sketch and story as a CSV file that Excel opens by a double click."""
    told = _Told(cleaned(session), content, t)
    rows = DataFrame([*map(told.note, told.session.notes), *map(told.story, told.session.stories)], columns=told.head)
    ordered = rows.sort_values(told.stone, key=told.places, kind="stable")
    safe = ordered.replace(_FORMULA, "'", regex=True)
    delimiter = _DELIMITERS[session.workshop.language]
    # The mark in front tells Excel that this is UTF-8.
    return safe.to_csv(index=False, sep=delimiter, lineterminator="\r\n").encode("utf-8-sig")


def _counted(used: list[str] | list[str | None], ids: list[str]) -> list[int]:
    return Series(used, dtype=object).value_counts().reindex(ids, fill_value=0).tolist()


class _Told:
    """Notes and stories as rows under one head."""

    def __init__(self, session: Session, content: Content, t: Translator) -> None:
        self.session, self._t = session, t
        self.stone = t.gettext("Stone")
        self.head = (
            t.gettext("Kind"), self.stone, t.gettext("Question"), t.gettext("Text"),
            t.gettext("As a"), t.gettext("I want"), t.gettext("so that"), t.gettext("By"),
        )  # fmt: skip
        self._stones = {stone.id: f"{stone.number}. {stone.name}" for stone in content.stones}
        self._questions = {question.id: question.text for stone in content.stones for question in stone.questions}
        self._names = {person.id: person.name for person in session.people}

    def note(self, note: Note) -> tuple[str, ...]:
        """A note or a sketch; the parts of a story stay empty."""
        kind = self._t.gettext("Sketch") if note.picture else self._t.gettext("Note")
        question = self._questions.get(note.question or "", "")
        return kind, self._stones[note.stone], question, note.text, "", "", "", self._name(note.author)

    def story(self, story: Story) -> tuple[str, ...]:
        """A story as a sentence and in its parts."""
        kind, sentence = self._t.gettext("User story"), tell(story, self.session.workshop.language)
        stone = self._stones.get(story.stone or "", "")
        return kind, stone, "", sentence, story.role, story.want, story.benefit, self._name(story.author)

    def places(self, names: "Series[str]") -> "Series[int]":
        """Where rows belong: in the order of the path, what was told in general last."""
        order = {name: place for place, name in enumerate(self._stones.values())}
        return names.map(order).fillna(len(order)).astype(int)

    def _name(self, person: str | None) -> str:
        return self._names.get(person or "", "")
