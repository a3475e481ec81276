"""What the live room is handed by the rest of the product: it asks, and it is told."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from canvas.board.messages import Ask
from stepstones.errors import Refused
from stepstones.ground import Opening
from stepstones.log import Record
from stepstones.rules import Actor
from stepstones.workshop import Audience, Session


class Committed(Protocol):
    """A change on disk; without a record it had been made before."""

    @property
    def seq(self) -> int: ...  # noqa: D102
    @property
    def record(self) -> bytes | None: ...  # noqa: D102
    @property
    def audience(self) -> Audience: ...  # noqa: D102
    @property
    def owner(self) -> str | None: ...  # noqa: D102


class Request(Protocol):
    """What was asked, of which workshop, by which socket."""

    @property
    def workshop(self) -> str: ...  # noqa: D102
    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def origin(self) -> Any: ...  # noqa: D102


class Outcome(Protocol):
    """What became of a request."""

    @property
    def request(self) -> Request: ...  # noqa: D102
    @property
    def committed(self) -> Committed | None: ...  # noqa: D102
    @property
    def refused(self) -> Refused | None: ...  # noqa: D102


class House(Protocol):
    """The ledger and what can be read of it; all but `ask`, `now` and `sentence` block, and run in threads."""

    def ask(self, workshop: str, asked: Ask, actor: Actor, origin: object) -> bool:
        """Ask for a change; the hub hears of it as an Outcome with this origin. False: the server stops."""

    def identify(self, workshop: str, device: str | None, token: str | None) -> Actor | None:
        """Who a device or a program is in a workshop."""

    def language(self, workshop: str) -> str | None:
        """The language of a workshop; None when there is no such workshop."""

    def session(self, workshop: str) -> Session | None:
        """Everything of a workshop, without the pictures."""

    def opening(self, workshop: str, bounds: tuple[int, int]) -> Opening | None:
        """What the room of a workshop starts from, with at most so many changes and letters of the log."""

    def since(self, workshop: str, seq: int, bounds: tuple[int, int]) -> list[Record]:
        """The log after a number, at most so many changes and letters of it, but at least one change."""

    def now(self) -> int:
        """The time by the clock that timers go by, in milliseconds since 1970; does not block."""

    def last_numbers(self, workshops: Sequence[str]) -> dict[str, int]:
        """The number of the last change of each of these workshops, as far as they exist."""

    @property
    def sentence(self) -> Callable[[str, str, dict[str, object]], str]:
        """The sentence for a reason code, in a language, with its values."""
