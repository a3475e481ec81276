"""What was committed together, as frames: made once for all who may hear the same, not for each of them."""

from collections.abc import Sequence

from canvas.live import frames
from stepstones.log import Record
from stepstones.rules import Actor, may_invite, may_see
from stepstones.seen import EVERYBODY

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
        is_for_all = not self._is_kept and not self._tells_code
        self._to_all = self._framed(EVERYBODY) if is_for_all else None
        """Nearly all news is for all, and then nobody need be asked after."""

    def frames_for(self, actor: Actor) -> list[str]:
        """All of it that this member may hear, in frames of a bearable size."""
        if self._to_all is not None:
            return self._to_all
        outside = self._tells_code and not may_invite(actor)
        leads = self._is_kept and actor.role == "facilitator"
        key = outside, leads, actor.person if actor.person in self._owners else None
        if key not in self._said:
            self._said[key] = self._framed(actor)
        return self._said[key]

    def _framed(self, actor: Actor) -> list[str]:
        heard = audible(self._records, actor) if self._is_kept else self._records
        return [frames.changes(told(lot, actor), lot[-1].seq) for lot in frames.lots(heard)]


def audible(records: Sequence[Record], actor: Actor) -> list[Record]:
    """Those of these changes that somebody may hear of."""
    return [record for record in records if may_see(actor, record.audience, record.owner)]


def told(lot: Sequence[Record], actor: Actor) -> list[bytes]:
    """The changes as they are told to this member."""
    invited = may_invite(actor)
    return [record.json if invited else frames.without_code(record.json) for record in lot]
