"""Who is in a room and what they are doing, shown to the others ten times a second at most; never stored."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from msgspec import structs

from canvas.board.messages import Presence
from canvas.live import frames
from canvas.live.beat import Beat

PRESENCE_EVERY = 0.1
NOTHING = structs.asdict(Presence())


class Doings:
    """What people do, gathered until it is shown."""

    def __init__(self, show: Callable[[str], None]) -> None:
        self.online: Counter[str] = Counter()
        """On how many sockets each person is there."""
        self._show = show
        self._gathered: dict[str, dict[str, Any]] = {}
        self._beat = Beat(PRESENCE_EVERY, self._tell)

    def arrive(self, person: str) -> None:
        """Somebody came, perhaps on one socket more."""
        self.online[person] += 1
        self.gather(person, NOTHING)

    def leave(self, person: str) -> None:
        """A socket of somebody is gone, and with their last one they are."""
        self.online[person] -= 1
        if not self.online[person]:
            del self.online[person]
            self.gather(person, NOTHING, online=False)

    def gather(self, person: str, doing: dict[str, Any], *, online: bool = True) -> None:
        """Show this soon, unless they do something else until then."""
        self._gathered[person] = {"person": person, "online": online, **doing}
        self._beat.soon()

    def _tell(self) -> None:
        frame = frames.presence(self._gathered.values())
        self._gathered.clear()
        self._show(frame)
