"""What was committed together, as frames: made once for all who may hear the same, not for each of them."""

from collections.abc import Sequence

from canvas.live import frames
from stepstones.log import Record
from stepstones.rules import Actor, may_invite, may_see

Audible = tuple[bool, bool, str | None]
"""What decides what somebody hears: do they hear codes, do they lead, and whose of these changes are they."""


class News:
    """Some changes in their order."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records
        kept = [record for record in records if record.audience != "all"]
        self._owners = {record.owner for record in kept}
        self._is_kept, self._tells_code = bool(kept), any(frames.tells_code(record.json) for record in records)
        self._said: dict[Audible, list[str]] = {}

    def frames_for(self, actor: Actor) -> list[str]:
        """All of it that this member may hear, in frames of a bearable size."""
        outside = self._tells_code and not may_invite(actor)
        leads = self._is_kept and actor.role == "facilitator"
        key = outside, leads, actor.person if actor.person in self._owners else None
        if key not in self._said:
            self._said[key] = [frames.changes(told(lot, actor), lot[-1].seq) for lot in frames.lots(self._for(actor))]
        return self._said[key]

    def _for(self, actor: Actor) -> Sequence[Record]:
        return audible(self._records, actor) if self._is_kept else self._records


def audible(records: Sequence[Record], actor: Actor) -> list[Record]:
    """Those of these changes that somebody may hear of."""
    return [record for record in records if may_see(actor, record.audience, record.owner)]


def told(lot: Sequence[Record], actor: Actor) -> list[bytes]:
    """The changes as they are told to this member."""
    return [record.json if may_invite(actor) else frames.without_code(record.json) for record in lot]
