"""Nothing is kept longer than promised: workshops whose date has come are deleted, day by day."""

import asyncio
import logging
from datetime import UTC, datetime

from storage import access
from storage.ledger import Ledger

EVERY = 60 * 60.0
log = logging.getLogger(__name__)


def purge(ledger: Ledger) -> list[str]:
    """Delete what is past its date, with all its data; gives the ids."""
    today = datetime.fromtimestamp(ledger.now() / 1000, UTC).date()
    gone = ledger.write(lambda connection: access.purge(connection, today))
    if gone:
        ledger.database.forget()
    return gone


def delete(ledger: Ledger, workshop: str) -> bool:
    """Delete one workshop with all its data, whatever its date; was it there?"""
    gone = ledger.write(lambda connection: access.delete_workshop(connection, workshop))
    if gone:
        ledger.database.forget()
    return gone


async def keep(ledger: Ledger) -> None:
    """Purge now and every hour, until cancelled."""
    while True:
        try:
            if gone := await asyncio.to_thread(purge, ledger):
                log.info("deleted %d workshops whose date had come", len(gone))
        except Exception:  # a server that keeps a day too long is better than one that never purges again
            log.exception("the purge failed; trying again in an hour")
        await asyncio.sleep(EVERY)
