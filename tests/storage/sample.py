"""A workshop in a real database, for tests: who is in it, and short ways to ask for changes."""

import atexit
import shutil
import struct
import tempfile
from collections.abc import Sequence
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from canvas.board.change import Change
from canvas.board.changes import WorkshopEdit
from canvas.board.notes import NoteAdd
from canvas.board.people import PersonJoin
from stepstones.errors import Refused
from stepstones.log import Record
from stepstones.rules import HOUSE, Actor
from stepstones.workshop import Note, Person, Picture, Session
from storage import founding, reading
from storage.book import Committed
from storage.database import Database
from storage.founding import Founded
from storage.ledger import Ledger, Request
from storage.tables import metadata

NOW = 1_795_000_000_000
PROJECTOR, READER = Actor(None, "projector"), Actor(None, "reader")
_numbers = count(1)


def fresh(folder: Path) -> Database:
    """A new SQLite file on the newest schema; migrating once and copying is ten times as fast."""
    shutil.copy(_template(), folder / "workshops.sqlite3")
    return Database(url_of(folder))


def url_of(folder: Path) -> str:
    return f"sqlite:///{(folder / 'workshops.sqlite3').as_posix()}"


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="stepping-stones-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "workshops.sqlite3"
    database = Database(f"sqlite:///{path.as_posix()}")
    database.migrate()
    database.close()
    return path


def found(ledger: Ledger, title: str = "De vaste bezoeker in beeld") -> Founded:
    """A new workshop with a facilitator."""
    asked = WorkshopEdit(title=title, organisation="Theater De Brug", relations=["donors", "members"], language="nl")
    return ledger.write(lambda c: founding.found(c, asked, facilitator="Begeleider", now=ledger.now()))


def fresh_id() -> str:
    """An id that no other change or thing has, and that is no part of another, so that one can look for it in texts."""
    return f"id-{next(_numbers):06}"


def drawing(
    id: str, width: int = 700, height: int = 400, *, png: int = 60, strokes: str = '{"objects": []}'
) -> Picture:
    """A drawing of this size, in so many bytes that begin as those of a PNG do."""
    head = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", width, height) + b"png of " + id.encode()
    return Picture(id, head.ljust(png, b"."), "image/png", strokes, width, height)


class Sample:
    """One workshop; `lead` made it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.founded = found(ledger)
        self.id = self.founded.workshop
        self.lead = self.founded.facilitator.actor

    def person(self, name: str) -> Actor:
        """Somebody who joined."""
        joining = PersonJoin(person=fresh_id(), name=name, role="participant")
        self.do(HOUSE, joining)
        return Actor(joining.person, "participant")

    def do(self, actor: Actor, change: Change, id: str | None = None, **more: Any) -> Committed:
        """Make a change and wait for it."""
        return self.ledger.submit(Request(self.id, id or fresh_id(), change, actor, **more))

    def note(self, actor: Actor, **fields: Any) -> str:
        """The id of a new note."""
        values: dict[str, Any] = {"note": fresh_id(), "stone": "teams", "text": "Balie en telefoon"} | fields
        self.do(actor, NoteAdd(**values))
        return str(values["note"])

    def refused(self, actor: Actor, change: Change, **more: Any) -> str:
        """The reason for which a change is refused; nothing may have been written."""
        before = self.everything()
        with pytest.raises(Refused) as caught:
            self.do(actor, change, **more)
        assert self.everything() == before
        return caught.value.reason

    def session(self) -> Session:
        """Everything of the workshop."""
        with self.ledger.database.reading() as connection:
            return reading.session(connection, self.id, with_pictures=True)

    def look(self, note: str) -> Note:
        """One note."""
        return next(found for found in self.session().notes if found.id == note)

    def who(self, person: str | None) -> Person:
        """One person."""
        return next(found for found in self.session().people if found.id == person)

    def log(self) -> list[Record]:
        """The whole log of the workshop."""
        with self.ledger.database.reading() as connection:
            return reading.changes_since(connection, self.id, 0)

    def everything(self) -> dict[str, Sequence[Any]]:
        """Every row of every table."""
        with self.ledger.database.reading() as connection:
            return rows(connection)


def rows(connection: Connection) -> dict[str, Sequence[Any]]:
    """Every row of every table."""
    return {
        table.name: [tuple(row) for row in connection.execute(table.select().order_by(*table.primary_key))]
        for table in metadata.sorted_tables
    }
