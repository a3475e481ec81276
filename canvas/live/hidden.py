"""How many notes are hidden, which everybody may know; whose they are, who leads may know too."""

from collections import Counter
from collections.abc import Iterable

from canvas.live import frames
from canvas.live.ground import Ground
from stepstones.rules import Actor


class Hidden:
    """The counts of the hidden notes of a room as frames, made anew when something was hidden or revealed."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._told = self._made = ground.turns
        self._frames = ("", "")

    @property
    def is_news(self) -> bool:
        """Did the counts change since they were last told?"""
        return self._told != self._ground.turns

    def tell(self) -> None:
        """They are told to all now."""
        self._told = self._ground.turns

    def frame_for(self, actor: Actor) -> str:
        """The counts as this member may know them."""
        if self._made != self._ground.turns or not self._frames[0]:
            self._frames, self._made = self._counted(), self._ground.turns
        return self._frames[actor.role == "facilitator"]

    def _counted(self) -> tuple[str, str]:
        hidden = self._ground.hidden.values()
        stones = _count(lying.stone for lying in hidden)
        people, groups = _count(lying.author for lying in hidden), _count(lying.group for lying in hidden)
        return frames.hidden(stones=stones), frames.hidden(stones=stones, people=people, groups=groups)


def _count(names: Iterable[str | None]) -> Counter[str]:
    return Counter(filter(None, names))
