"""May this person make this change now? Everything that asks, asks here."""

from dataclasses import dataclass

from stepstones.errors import Refused
from stepstones.workshop import Audience, Role

LEADING = frozenset(
    {
        "room.move", "spotlight.set", "group.present", "session.begin", "session.close", "session.reopen",
        "timer.start", "timer.pause", "timer.resume", "timer.add", "timer.stop", "notes.reveal",
        "stone.finish", "stone.edit", "stone.add", "snapshot.restore", "score.set", "programme.set", "script.set",
        "vote.open", "vote.close", "vote.delete", "action.add", "action.edit", "action.delete",
        "workshop.edit", "code.renew", "groups.set", "group.edit",
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


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: a person in a role, or the house itself where `person` is None and the role is facilitator."""

    person: str | None
    role: Role


HOUSE = Actor(None, "facilitator")
"""The server and its operator."""


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


def may_invite(actor: Actor) -> bool:
    """May this person or screen show others how to come in? Who only reads afterwards need not know."""
    return actor.role != "reader"


def may_see(actor: Actor, audience: Audience, owner: str | None) -> bool:
    """May this person or screen see a note, or hear of a change, that is for this audience and of this owner?"""
    if audience == "all" or (owner is not None and owner == actor.person):
        return True
    return audience == "facilitators" and actor.role == "facilitator"
