"""A running server with its rooms, and another process beside it."""

from collections.abc import Iterator

import pytest

from canvas.board.notes import NoteAdd
from storage.database import Database
from storage.ledger import Ledger, Request
from tests.storage.conftest import clock, database, ledger, shop
from tests.storage.sample import fresh_id, url_of
from tests.web.conftest import running, serving
from tests.web.serving import Serving

__all__ = ["clock", "database", "ledger", "running", "serving", "shop"]


@pytest.fixture
def beside(serving: Serving) -> Iterator[Ledger]:
    """Another process, such as manage.py, with the same database."""
    database = Database(url_of(serving.folder))
    ledger = Ledger(database)
    yield ledger
    ledger.close()
    database.close()


def add_beside(serving: Serving, beside: Ledger) -> int:
    add = NoteAdd(note=fresh_id(), stone="teams", text="Van elders")
    return beside.submit(Request(serving.shop.id, fresh_id(), add, serving.shop.lead)).seq
