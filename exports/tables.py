"""The workshop as tables: what was scored, how far each stone is, and every note and story in a file for spreadsheets.

Whoever imports this loads pandas, which takes half a second: pages do when they are opened, the server does not.
"""

from collections import Counter
from collections.abc import Iterator

from pandas import DataFrame, Series

from exports.actions import status_of
from exports.ballots import Ballots
from exports.board_names import name_of
from exports.colours import colour_said
from exports.links import Links
from exports.plain import cleaned
from exports.translator import Translator
from stepstones.authors import Names
from stepstones.closing import Action
from stepstones.maturity import asked_questions
from stepstones.stories import tell
from stepstones.texts import Content
from stepstones.walk import boards, walked
from stepstones.workshop import Comment, Note, Session, Story

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
    content = walked(content, session)
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
    """Return every note, sketch, story, answer and action as a CSV file that Excel opens by a double click."""
    told = _Told(cleaned(session), walked(content, session), t)
    found = told.session
    said = *map(told.note, found.notes), *map(told.story, found.stories), *map(told.action, found.actions)
    rows = DataFrame((*said, *told.answers()), columns=told.head)
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
            t.gettext("Kind"), self.stone, t.gettext("Question"), t.gettext("Cluster"), t.gettext("Colour"),
            t.gettext("Text"), t.gettext("As a"), t.gettext("I want"), t.gettext("so that"), t.gettext("Said by"),
            t.gettext("By"), t.gettext("Dots"), t.gettext("Vote"), t.gettext("Reactions"), t.gettext("Links"),
            t.gettext("Comments"),
        )  # fmt: skip
        self._stones = {board: name_of(board, content, t) for board in boards(content)}
        self._questions = {question.id: question.text for stone in content.stones for question in stone.questions}
        self._names = Names(session)
        self._clusters = {cluster.id: cluster.title for cluster in session.clusters}
        self._links = Links(session, content, t)
        self._remarks: dict[str, list[Comment]] = {}
        for comment in session.comments:
            self._remarks.setdefault(comment.note, []).append(comment)
        self._ballots = Ballots(session)
        self._reactions = Counter(reaction.note for reaction in session.reactions)

    def note(self, note: Note) -> tuple[str, ...]:
        """A note, a sketch or a picture; the parts of a story stay empty."""
        return (
            self._kind(note), self._stones[note.stone], self._questions.get(note.question or "", ""),
            self._clusters.get(note.cluster or "", ""), self._colour(note), note.text, "", "", "",
            self._names.behalf(note), self._names.by(note), *self._voted(note), str(self._reactions[note.id] or ""),
            "\n".join(self._links.of(note)), "\n".join(self._comments(note)),
        )  # fmt: skip

    def story(self, story: Story) -> tuple[str, ...]:
        """A story as a sentence and in its parts."""
        kind, sentence = self._t.gettext("User story"), tell(story, self.session.workshop.language)
        stone = self._stones.get(story.stone or "", "")
        told = sentence, story.role, story.want, story.benefit
        return kind, stone, "", "", "", *told, "", self._names.of(story), "", "", "", "", ""

    def action(self, action: Action) -> tuple[str, ...]:
        """What will be done, with who does it and, among the remarks, how far it is and by when."""
        stone = self._stones.get(action.stone or "", "")
        facts = ", ".join(filter(None, (status_of(action, self._t), action.due)))
        return self._t.gettext("Action"), stone, "", "", "", action.what, "", "", "", "", action.who, *[""] * 4, facts

    def answers(self) -> Iterator[tuple[str, ...]]:
        """Each answer of a poll, with how many chose it and what was asked."""
        for poll in self._ballots.polls:
            for text, count in self._ballots.answers(poll):
                yield self._t.gettext("Answer"), *[""] * 4, text, *[""] * 5, str(count), poll.title, "", "", ""

    def places(self, names: "Series[str]") -> "Series[int]":
        """Where rows belong: in the order of the path, what was told in general last."""
        order = {name: place for place, name in enumerate(self._stones.values())}
        return names.map(order).fillna(len(order)).astype(int)

    def _kind(self, note: Note) -> str:
        if note.picture is None:
            return self._t.gettext("Note")
        return self._t.gettext("Sketch") if note.sketch else self._t.gettext("Picture")

    def _colour(self, note: Note) -> str:
        """What the colour of a note says; a picture has none."""
        return "" if note.picture else colour_said(note.colour, self.session.workshop, self._t)

    def _voted(self, note: Note) -> tuple[str, str]:
        """How many dots it got, and in which vote."""
        found = self._ballots.last(note.id)
        return (str(found[1]), found[0].title) if found else ("", "")

    def _comments(self, note: Note) -> Iterator[str]:
        for comment in self._remarks.get(note.id, ()):
            name = self._names.of(comment)
            yield f"{name}: {comment.text}" if name else comment.text
