"""What the live room asks of storage, in one place."""

from collections.abc import Callable, Sequence

from canvas.board.messages import Ask
from stepstones.ground import Opening
from stepstones.log import Record
from stepstones.rules import Actor
from stepstones.workshop import Session
from storage import access, reading
from storage.errors import LedgerClosed, WorkshopGone
from storage.ledger import Ledger, Request
from storage.opening import opening


class House:
    """The ledger and its readings; all but `ask`, `now` and `sentence` block."""

    def __init__(self, ledger: Ledger, sentence: Callable[[str, str, dict[str, object]], str]) -> None:
        self.sentence = sentence
        self._ledger, self._reading = ledger, ledger.database.reading

    def ask(self, workshop: str, asked: Ask, actor: Actor, origin: object) -> bool:
        """Ask the ledger for a change, for this origin; False when it has stopped."""
        try:
            self._ledger.enqueue([Request(workshop, asked.id, asked.do, actor, proofs=asked.proofs, origin=origin)])
        except LedgerClosed:  # no failure: the server stops, and who asked comes back to the next one
            return False
        return True

    def identify(self, workshop: str, device: str | None, token: str | None) -> Actor | None:
        """Who a device or a program is in a workshop; who has not given a name yet is nobody."""
        with self._reading() as connection:
            if token is not None:
                member = access.of_token(connection, token, self._ledger.now())
            else:
                member = access.of_device(connection, device, workshop) if device else None
        if member is None or member.workshop != workshop:
            return None
        return None if member.role in ("participant", "facilitator") and not member.person else member.actor

    def language(self, workshop: str) -> str | None:
        """The language of a workshop; None when there is no such workshop."""
        with self._reading() as connection:
            found = reading.workshop(connection, workshop)
        return found.language if found else None

    def session(self, workshop: str, *, with_pictures: bool = False) -> Session | None:
        """Everything of a workshop; None when it is gone."""
        with self._reading() as connection:
            try:
                return reading.session(connection, workshop, with_pictures=with_pictures)
            except WorkshopGone:
                return None

    def opening(self, workshop: str, bounds: tuple[int, int]) -> Opening | None:
        """What the room of a workshop starts from, with at most so many changes and letters of the log."""
        with self._reading() as connection:
            return opening(connection, workshop, reading.Bounds(*bounds))

    def since(self, workshop: str, seq: int, bounds: tuple[int, int]) -> list[Record]:
        """The log after a number, at most so many changes and letters of it, but at least one change."""
        with self._reading() as connection:
            return reading.changes_since(connection, workshop, seq, reading.Bounds(*bounds))

    def now(self) -> int:
        """The time by the clock of the ledger, in milliseconds since 1970."""
        return self._ledger.now()

    def last_numbers(self, workshops: Sequence[str]) -> dict[str, int]:
        """The number of the last change of each of these workshops, as far as they exist."""
        with self._reading() as connection:
            return reading.last_numbers(connection, workshops)
