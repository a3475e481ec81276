"""What of what somebody does may be shown to the others: by the same rights as what the ledger takes.

Of hidden notes nothing is shown, and at stones where people write unseen or without a name neither who types nor who
points: the others would see whose note it is as it comes to lie there.
"""

from msgspec import structs

from canvas.board.messages import Presence
from canvas.live.ground import Ground
from stepstones.errors import Refused
from stepstones.ground import Lying
from stepstones.programme import StoneSettings
from stepstones.rules import Actor, Held, Standing, allow_note, allow_now, allow_writing

UNSEEN = ("private", "anonymous")
"""Ways of writing at a stone of which nobody sees who does it."""
PLACE, WORDS = frozenset({"x", "y"}), frozenset({"text"})
"""What a drag changes of a note, and what typing does."""


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
        """Do all these notes lie on the stone that this person is at, and may they move them in sight?"""
        for note in doing.drag.notes if doing.drag else ():
            lying = self._ground.notes.get(note)
            if lying is None or lying.stone != doing.stone or not self._may_touch(actor, lying, PLACE):
                return False
        return True

    def allows_typing(self, actor: Actor, note: str, stone: str | None) -> bool:
        """May they edit this note in sight, or is it a new one on a stone where that is no secret?"""
        lying = self._ground.notes.get(note)
        if lying:
            return self._may_touch(actor, lying, WORDS)
        rules = self._ground.rules_at(stone)
        waits = rules.writing == "moderated" and actor.role != "facilitator"
        return not waits and rules.writing not in UNSEEN and self._may(actor, "note.add", rules)

    def _may_touch(self, actor: Actor, lying: Lying, fields: frozenset[str]) -> bool:
        rules = self._ground.rules_at(lying.stone)
        if lying.audience != "all" or rules.writing in UNSEEN or not self._may(actor, "note.edit", rules):
            return False
        try:
            allow_note("note.edit", actor, Held(lying.author, lying.audience), rules, fields)
        except Refused:  # an answer, not a failure
            return False
        return True

    def _may(self, actor: Actor, kind: str, rules: StoneSettings) -> bool:
        """May they do this at all, as they stand now, at a stone with these rules?"""
        try:
            allow_now(kind, actor, Standing(self._ground.closed, actor.person in self._ground.muted))
            allow_writing(actor, rules)
        except Refused:  # an answer, not a failure
            return False
        return True
