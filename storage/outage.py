"""A time in which nothing can be written: the disk is full, or the database locked or broken."""

import logging
import sqlite3
from typing import Literal

Cause = Literal["disk_full", "database_locked", "database_failed"]
SQLITE_CAUSES: dict[int, Cause] = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_BUSY: "database_locked",
    sqlite3.SQLITE_LOCKED: "database_locked",
}
SQLSTATE_CAUSES: dict[str, Cause] = {"53100": "disk_full", "55P03": "database_locked", "57014": "database_locked"}
"""PostgreSQL's own codes: disk full, no lock to be had, and waited too long for one."""
log = logging.getLogger(__name__)


def cause(error: BaseException) -> Cause:
    """What kind of failure a database's error is."""
    told = getattr(error, "orig", None) or error
    primary = getattr(told, "sqlite_errorcode", 0) & 0xFF  # the rest is detail
    return SQLITE_CAUSES.get(primary) or SQLSTATE_CAUSES.get(getattr(told, "sqlstate", "")) or "database_failed"


class Outage:
    """Says once that writing fails and once that it works again, however often it is tried in between."""

    def __init__(self) -> None:
        self._failed = 0

    def goes_on(self, error: BaseException, count: int) -> None:
        """So many pieces of writing failed, for this reason."""
        if not self._failed:
            log.error("nothing can be written (%s): %s", cause(error), getattr(error, "orig", error))
        self._failed += count

    def is_over(self) -> None:
        """Something was written."""
        if self._failed:
            log.warning("writing works again; %d pieces of writing had failed", self._failed)
        self._failed = 0
