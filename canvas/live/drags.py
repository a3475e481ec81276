"""What of what somebody does may be shown to the others: by the same rights as what the ledger takes.

Of hidden notes nothing is shown, and at stones where people write unseen or without a name neither who types nor who
points: the others would see whose note it is as it comes to lie there.
"""

from msgspec import structs

from canvas.board.messages import Presence
from canvas.live.ground import Ground
from stepstones.rules import Actor

UNSEEN = ("private", "anonymous")
"""Ways of writing at a stone of which nobody sees who does it."""


class Drags:
    """What people carry, type and point at, on the ground of their room."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def shown(self, actor: Actor, doing: Presence) -> Presence:
        """The part of it that others may see."""
        if doing.drag and not self.allows(actor, doing):
            doing = structs.replace(doing, drag=None)
        if doing.typing and not self.allows_typing(actor, doing.typing, doing.stone):
            doing = structs.replace(doing, typing=None)
        if doing.cursor and self._ground.rules_at(doing.stone).writing in UNSEEN:
            doing = structs.replace(doing, cursor=None)
        return doing

    def allows(self, actor: Actor, doing: Presence) -> bool:
        """Do all these notes lie on the stone that this person is at, and may they move them?"""
        for note in doing.drag.notes if doing.drag else ():
            lying = self._ground.notes.get(note)
            if lying is None or lying.stone != doing.stone or not self._may_touch(actor, note, "moving"):
                return False
        return self._may_write(actor, doing.stone)

    def allows_typing(self, actor: Actor, note: str, stone: str | None) -> bool:
        """May they edit this note and be seen at it, or is it a new one on a stone where that may be seen?"""
        if note in self._ground.notes:
            return self._may_touch(actor, note, "editing")
        waits = self._ground.rules_at(stone).writing == "moderated" and actor.role != "facilitator"
        return self._may_write(actor, stone) and not waits

    def _may_touch(self, actor: Actor, note: str, right: str) -> bool:
        lying = self._ground.notes[note]
        if lying.audience != "all" or not self._may_write(actor, lying.stone):
            return False
        own = lying.author is not None and lying.author == actor.person
        given: bool = getattr(self._ground.rules_at(lying.stone), right)
        return own or given or actor.role == "facilitator"

    def _may_write(self, actor: Actor, stone: str | None) -> bool:
        """May they write at this stone at all, in sight?"""
        if actor.role not in ("facilitator", "participant") or self._ground.closed:
            return False
        if actor.person in self._ground.muted:
            return False
        rules = self._ground.rules_at(stone)
        return rules.writing not in UNSEEN and not (rules.locked and actor.role != "facilitator")
