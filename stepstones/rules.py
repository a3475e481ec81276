"""May this person make this change now? Everything that asks, asks here."""

from collections.abc import Set
from dataclasses import dataclass

from stepstones.errors import Refused
from stepstones.programme import StoneSettings
from stepstones.workshop import Audience, Role

LEADING = frozenset(
    {
        "room.move", "spotlight.set", "group.present", "session.begin", "session.close", "session.reopen",
        "timer.start", "timer.pause", "timer.resume", "timer.add", "timer.stop", "notes.reveal",
        "stone.finish", "stone.edit", "stone.add", "stone.delete", "snapshot.restore", "score.set", "programme.set",
        "script.set",
        "vote.open", "vote.close", "vote.delete", "action.add", "action.edit", "action.delete",
        "workshop.edit", "code.renew", "key.renew", "groups.set", "group.edit",
        "person.remove", "person.mute", "person.lead", "person.merge", "person.seat",
    }
)  # fmt: skip
"""Only facilitators do these."""
OWNED = frozenset(
    {
        "note.edit", "note.delete", "note.restore", "notes.edit", "notes.delete", "notes.restore", "sketch.save",
        "cluster.add", "cluster.edit", "cluster.move", "cluster.delete", "link.edit", "link.delete", "comment.delete",
        "story.edit", "story.delete", "story.restore", "person.rename",
    }
)  # fmt: skip
"""Everyone does these to what is theirs, facilitators to everything."""
EVEN_CLOSED = frozenset({"session.reopen", "workshop.edit", "code.renew", "key.renew"})
"""Facilitators do these, and whatever concerns people, in a closed workshop, too."""
EVEN_MUTED = frozenset({"ready.set", "person.rename"})
"""Who may only look does these still."""
GONE = frozenset({"note.delete", "note.restore", "notes.delete", "notes.restore"})
MOVED = frozenset({"x", "y", "cluster"})
CHANGED = frozenset({"text", "colour", "size"})
"""What facilitators open of the notes of others: to be moved, and to be changed."""
SAID = frozenset({"text", "behalf", "picture"})
"""What stays as it is once a facilitator let a note in."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: a person in a role, or the house itself where `person` is None and the role is facilitator."""

    person: str | None
    role: Role


HOUSE = Actor(None, "facilitator")
"""The server and its operator."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands in a workshop now: as its rows say, not as it was when they came in."""

    closed: bool = False
    """Is it the workshop that is over?"""
    muted: bool = False
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """What the rules must know of a note; `proven` where who asks showed that they wrote it without a name."""

    author: str | None
    audience: Audience
    proven: bool = False
    withheld: bool = False
    """Did somebody who leads delete it for its author?"""

    def is_of(self, actor: Actor) -> bool:
        """Did this person write it?"""
        return self.proven or (self.author is not None and self.author == actor.person)


def allow_now(kind: str, actor: Actor, standing: Standing) -> None:
    """Raise Refused when somebody who stands so does not make this kind of change at present."""
    allow(kind, actor)
    leads = actor.role == "facilitator"
    if standing.closed and not (leads and (kind in EVEN_CLOSED or kind.startswith("person."))):
        raise Refused("session_closed")
    if standing.muted and not leads and kind not in EVEN_MUTED:
        raise Refused("muted")


def allow_note(kind: str, actor: Actor, note: Held, stone: StoneSettings, fields: Set[str] = frozenset()) -> None:
    """Raise Refused when this person does not do this, with these fields, to a note that lies on this stone."""
    if not may_see(actor, note.audience, note.author):
        raise Refused("note_gone")
    hidden, mine = note.audience != "all", note.is_of(actor)
    if hidden and not mine and kind not in GONE:
        raise Refused("still_hidden")
    if actor.role == "facilitator":
        return
    allow_restoring(actor, note.withheld)
    allow_writing(actor, stone)
    if not mine and not (fields and fields <= opened(stone)):
        raise Refused("not_yours")
    if stone.writing == "moderated" and not hidden and fields & SAID:
        raise Refused("moderated")


def allow_restoring(actor: Actor, withheld: bool) -> None:
    """Raise Refused where what lies in the trash was put there by who leads, and does not come back by this person."""
    if withheld and actor.role != "facilitator":
        raise Refused("facilitator_only")


def allow_writing(actor: Actor, stone: StoneSettings) -> None:
    """Raise Refused when a stone is locked for this person."""
    if stone.locked and actor.role != "facilitator":
        raise Refused("stone_locked")


def opened(stone: StoneSettings) -> Set[str]:
    """What everybody may do to the notes of others on this stone."""
    return (MOVED if stone.moving else frozenset()) | (CHANGED if stone.editing else frozenset())


def allow(kind: str, actor: Actor) -> None:
    """Raise Refused when somebody in this role never makes this kind of change."""
    if actor.role in ("projector", "reader"):
        raise Refused("read_only")
    if kind in LEADING and actor.role != "facilitator":
        raise Refused("facilitator_only")


def allow_touching(kind: str, actor: Actor, owner: str | None) -> None:
    """Raise Refused when this thing is another person's and the actor does not lead."""
    if kind in OWNED and actor.role != "facilitator" and (owner is None or owner != actor.person):
        raise Refused("not_yours")


def allow_newcomers(*, door_open: bool, closed: bool) -> None:
    """Raise Refused where nobody new takes part: the session is over, or its door closed."""
    if closed:
        raise Refused("session_over")
    if not door_open:
        raise Refused("door_closed")


def may_invite(actor: Actor) -> bool:
    """May this person or screen show others how to come in? Who only reads afterwards need not know."""
    return actor.role != "reader"


def may_see(actor: Actor, audience: Audience, owner: str | None) -> bool:
    """May this person or screen see a note, or hear of a change, that is for this audience and of this owner?"""
    if audience == "all" or (owner is not None and owner == actor.person):
        return True
    return audience == "facilitators" and actor.role == "facilitator"
