"""A sign of life: one row, always the same, that is written to see whether writing works."""

import logging
from concurrent.futures import Future
from typing import Literal

from sqlalchemy import Connection, insert, update
from sqlalchemy.exc import OperationalError

from storage.errors import LedgerClosed
from storage.ledger import Ledger
from storage.outage import Cause, cause
from storage.tables import heartbeats

Fault = Cause | Literal["ledger_stuck", "ledger_stopped"]
ONLY = 1
log = logging.getLogger(__name__)


class Heartbeat:
    """Writes through the ledger as everybody does, one beat at a time."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._last: Future[None] | None = None

    def fault(self, within: float) -> Fault | None:
        """What keeps a beat from being written in so many seconds, if anything; blocks as long at most.

        A beat that an earlier call asked for is waited for again: the line of a stuck ledger must not grow.
        """
        try:
            if self._last is None or self._last.done():
                self._last = self._ledger.start(self._beat)
            self._last.result(within)
        except TimeoutError:
            # The ledger is at it, so the database lets nobody write; or it did not come to it.
            return "database_locked" if self._last and self._last.running() else "ledger_stuck"
        except LedgerClosed:
            return "ledger_stopped"
        except OperationalError as error:  # the ledger has logged it
            return cause(error)
        except Exception:
            log.exception("the heartbeat could not be written")
            return "database_failed"
        return None

    def _beat(self, connection: Connection) -> None:
        row = {"id": ONLY, "at": self._ledger.now()}
        if not connection.execute(update(heartbeats).where(heartbeats.c.id == ONLY).values(row)).rowcount:
            connection.execute(insert(heartbeats).values(row))
