"""A workshop as far as somebody may see it: what is made for many shows what everybody may see, and no more."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from stepstones.rules import Actor, may_see
from stepstones.voting import ROOM, Dots, Vote
from stepstones.workshop import Note, Session

EVERYBODY = Actor(None, "reader")
"""Who sees least: what they may see everybody may see."""


def seen_by(session: Session, actor: Actor) -> Session:
    """The workshop without what is hidden from them; of dots only how many are where."""
    notes = tuple(note for note in session.notes if sees(actor, note))
    hidden = {note.id for note in session.notes} - {note.id for note in notes}
    shown = {note.picture for note in notes}
    return replace(
        session,
        notes=notes,
        links=tuple(link for link in session.links if not hidden & {link.start, link.end}),
        reactions=tuple(reaction for reaction in session.reactions if reaction.note not in hidden),
        comments=tuple(comment for comment in session.comments if comment.note not in hidden),
        dots=tuple(_counted(session.dots, _told(session.votes))),
        scripts=session.scripts if actor.role == "facilitator" else (),
        pictures={id: picture for id, picture in session.pictures.items() if id in shown},
    )


def hidden_from(session: Session, actor: Actor) -> int:
    """How many notes they do not see."""
    return sum(not sees(actor, note) for note in session.notes)


def unrevealed(session: Session) -> dict[str, int]:
    """How many notes not everybody sees, by where they lie."""
    return dict(Counter(note.stone for note in session.notes if not sees(EVERYBODY, note)))


def sees(actor: Actor, note: Note) -> bool:
    """May they see this note?"""
    return may_see(actor, note.audience, note.author)


def _told(votes: Iterable[Vote]) -> set[str]:
    """The votes whose results everybody may see."""
    return {vote.id for vote in votes if vote.closed is not None or not vote.hidden}


def _counted(dots: Iterable[Dots], votes: set[str]) -> Iterable[Dots]:
    """Whose dots they are is nobody's business but theirs: all of a note are those of the room."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in dots:
        counts[one.vote, one.note] += one.count
    return (Dots(vote, note, ROOM, count) for (vote, note), count in counts.items() if vote in votes)
