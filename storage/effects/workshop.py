"""The row of the workshop, in which stands where the room is and how it is set up."""

from typing import Any

from sqlalchemy import Row, select, update

from storage.entry import Entry
from storage.tables import workshops


def shop(entry: Entry) -> Row[Any]:
    """All of the row."""
    return entry.connection.execute(select(workshops).where(workshops.c.id == entry.workshop)).one()


def settle(entry: Entry, **values: Any) -> None:
    """New values in the row."""
    entry.connection.execute(update(workshops).where(workshops.c.id == entry.workshop).values(values))
