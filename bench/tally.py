"""What the members of a room saw: how long each change took to reach each of them, and what never came."""

from array import array
from typing import Any


class Tally:
    """The delays of all changes but the first `warm`, and the arrivals of all."""

    def __init__(self, total: int, warm: int) -> None:
        self.total, self.warm = total, warm
        self.sent_at, self.sender, self.arrivals = [0] * total, [0] * total, [0] * total
        self.delays, self.echoes, self.twice, self.drags = array("q"), array("q"), 0, 0

    def sent(self, op: int, member: int, at: int) -> None:
        """Member sends change `op`."""
        self.sent_at[op], self.sender[op] = at, member

    def saw(self, op: int, member: int, at: int) -> None:
        """Member gets change `op`, its own or another's."""
        delay, own = at - self.sent_at[op], self.sender[op] == member
        self.arrivals[op] += not own
        if op >= self.warm:
            (self.echoes if own else self.delays).append(delay)

    def missing(self, members: int) -> int:
        """How many arrivals at other members are still to come."""
        return self.total * (members - 1) - sum(self.arrivals)

    def summary(self, members: int) -> dict[str, Any]:
        """Delays in milliseconds, and what was lost or came twice."""
        delays, echoes = sorted(self.delays), sorted(self.echoes)
        return {
            "p50": share(delays, 0.5),
            "p95": share(delays, 0.95),
            "p99": share(delays, 0.99),
            "max": share(delays, 1),
            "echo_p95": share(echoes, 0.95),
            "sent": self.total,
            "lost": self.missing(members),
            "twice": self.twice,
            "drags": self.drags,
        }


def share(nanoseconds: list[int], part: float) -> float | None:
    """The delay, in milliseconds, that `part` of the sorted delays do not pass."""
    if not nanoseconds:
        return None
    return round(nanoseconds[min(len(nanoseconds) - 1, int(len(nanoseconds) * part))] / 1e6, 3)
