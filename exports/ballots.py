"""What the votes came to: each round and poll as it ended; of every note the dots of the last round that gave any."""

from collections import Counter
from collections.abc import Iterator, Sequence

from exports.blocks import Block, Bullets, Heading, Text
from exports.plain import short
from exports.translator import Translator
from stepstones.texts import Content
from stepstones.voting import Vote, places
from stepstones.workshop import Note, Session

_MOST = 10
"""Notes of a round that are named; all others say their dots where they stand."""
_BEST = 5
"""Of the whole workshop, in the summary."""
_TEXT = 160


class Ballots:
    """The rounds that are over, the first one first; of one that runs nothing is told."""

    def __init__(self, session: Session) -> None:
        closed = [vote for vote in session.votes if vote.closed is not None]
        closed.sort(key=lambda vote: (vote.created, vote.id))
        self.rounds: tuple[Vote, ...] = tuple(vote for vote in closed if vote.answers is None)
        self.polls: tuple[Vote, ...] = tuple(vote for vote in closed if vote.answers is not None)
        self._notes = session.notes
        self._counts: dict[str, Counter[str]] = {vote.id: Counter() for vote in closed}
        for dots in session.dots:
            if dots.vote in self._counts:
                self._counts[dots.vote][dots.note] += dots.count

    def last(self, note: str) -> tuple[Vote, int] | None:
        """Return the last round in which a note got dots, and how many."""
        return next(((vote, n) for vote in reversed(self.rounds) if (n := self._counts[vote.id][note])), None)

    def dots(self, note: str) -> int:
        """Return how many dots a note got in that round."""
        found = self.last(note)
        return found[1] if found else 0

    def results(self, vote: Vote, stone: str | None = None) -> list[tuple[Note, int]]:
        """Return the notes with dots of a round, those that lie at this stone or all, the most first."""
        counts = self._counts[vote.id]
        found = [(n, counts[n.id]) for n in self._notes if counts[n.id] and stone in (None, n.stone)]
        return sorted(found, key=lambda pair: (-pair[1], pair[0].created, pair[0].id))

    def answers(self, poll: Vote) -> list[tuple[str, int]]:
        """Return the answers of a poll as they were asked, with how many chose each."""
        asked = poll.answers or ()
        return [(text, self._counts[poll.id][place]) for text, place in zip(asked, places(asked), strict=True)]


def counted(ballots: Ballots, note: str, t: Translator) -> str:
    """Return how many dots a note got, in words; nothing where it got none."""
    count = ballots.dots(note)
    return told(count, t) if count else ""


def told(count: int, t: Translator) -> str:
    """Return so many dots in words."""
    return t.ngettext("{count} dot", "{count} dots", count).format(count=count)


def votes_at(stone: str, ballots: Ballots, t: Translator) -> Iterator[Block]:
    """Yield each round over the notes of a stone: how many people, and the notes with most dots."""
    rounds = [vote for vote in ballots.rounds if stone in vote.stones]
    if rounds:
        yield Heading(t.gettext("Votes"))
    for vote in rounds:
        found = ballots.results(vote, stone)
        yield Heading(vote.title, 3)
        yield Text(", ".join((_voters(vote, t), told(sum(count for _, count in found), t))), "aside")
        yield from _best(found, t)


def best(ballots: Ballots, content: Content, t: Translator) -> Iterator[Block]:
    """Yield the notes with most dots of all stones, each by its last round, and where they stand."""
    if not ballots.rounds:
        return
    names = {stone.id: stone.name for stone in content.stones}
    notes = {note.id: (note, ballots.dots(note.id)) for vote in ballots.rounds for note, _ in ballots.results(vote)}
    found = sorted(notes.values(), key=lambda pair: (-pair[1], pair[0].created, pair[0].id))[:_BEST]
    if found:
        yield Heading(t.gettext("What people voted for"))
        lines = [(count, short(note.text, _TEXT), names.get(note.stone, "")) for note, count in found]
        yield Bullets(tuple(f"{told(n, t)}\t{f'{text} ({name})' if name else text}" for n, text, name in lines))


def polled(ballots: Ballots, t: Translator) -> Iterator[Block]:
    """Yield each poll: how many people answered, and what."""
    if ballots.polls:
        yield Heading(t.gettext("What people answered"))
    for poll in ballots.polls:
        yield Heading(poll.title, 3)
        yield Text(_voters(poll, t), "aside")
        yield Bullets(tuple(f"{count}\t{text}" for text, count in ballots.answers(poll)))


def _best(found: Sequence[tuple[Note, int]], t: Translator) -> Iterator[Block]:
    lines = (f"{told(count, t)}\t{short(note.text, _TEXT) or t.gettext('(no text)')}" for note, count in found[:_MOST])
    if found:
        yield Bullets(tuple(lines))
    if (more := len(found) - _MOST) > 0:
        told_more = t.ngettext("{count} more note has dots.", "{count} more notes have dots.", more)
        yield Text(told_more.format(count=more))


def _voters(vote: Vote, t: Translator) -> str:
    return t.ngettext("{count} person voted", "{count} people voted", vote.voters).format(count=vote.voters)
