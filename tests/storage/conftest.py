"""A database, its ledger and a workshop in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database
from storage.ledger import Ledger
from tests.storage.sample import NOW, Sample, fresh


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = fresh(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> list[int]:
    """The time that the ledger sees; tests may change it."""
    return [NOW]


@pytest.fixture
def ledger(database: Database, clock: list[int]) -> Iterator[Ledger]:
    opened = Ledger(database, lambda: clock[0])
    yield opened
    opened.close()


@pytest.fixture
def shop(ledger: Ledger) -> Sample:
    return Sample(ledger)
