"""The one door for changes: every change is allowed, numbered, written and logged here, in one transaction.

Changes that arrive together share a transaction: one thread writes, and takes all that is waiting each time. Nobody
hears of a change before it is on disk.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from canvas.board.change import Change
from stepstones.errors import Refused
from stepstones.rules import Actor
from stepstones.workshop import Picture
from storage.book import Book, Committed
from storage.database import Database
from storage.errors import LedgerClosed
from storage.outage import Outage

T = TypeVar("T")
BATCH = 256
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Request:
    """A change that somebody asks for; `id` is the asker's, and asking twice with the same id makes it once."""

    workshop: str
    id: str
    change: Change
    actor: Actor
    picture: Picture | None = None
    proofs: Mapping[str, str] | None = None
    """The secrets of notes without a name, by note: what is kept of them is a hash."""
    also: Callable[[Connection], None] | None = None
    """What must be written with the change, or not at all."""
    origin: Any = None
    """Whom to answer; the ledger does not look at it."""
    done: "Future[Outcome] | None" = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a request: committed, or refused with a reason."""

    request: Request
    committed: Committed | None = None
    refused: Refused | None = None


@dataclass(frozen=True, slots=True)
class _Job:
    """A piece of writing that is no change of a workshop: a device, a token, a whole new workshop."""

    work: Callable[[Connection], Any]
    done: Future[Any]
    makes_changes: bool = False
    """Its result is a list of outcomes that the listeners must hear."""


_END = _Job(lambda _connection: None, Future())


class Ledger:
    """The only writer of a database; safe to use from any thread."""

    def __init__(self, database: Database, now: Callable[[], int] = lambda: time.time_ns() // 1_000_000) -> None:
        self.database = database
        self.now = now
        self._listeners: list[Callable[[list[Outcome]], None]] = []
        self._queue: queue.SimpleQueue[Request | _Job] = queue.SimpleQueue()
        self._closed = False
        self._door = threading.Lock()
        """Held to put something in the line or to close it, so that nothing gets in after the end."""
        self._outage = Outage()
        self._next: Request | _Job | None = None
        self._thread = threading.Thread(target=self._run, name="ledger", daemon=True)
        self._thread.start()

    def submit(self, request: Request) -> Committed:
        """Make a change and wait until it is on disk; raises Refused."""
        done: Future[Outcome] = Future()
        self._put(replace(request, done=done))
        outcome = done.result()
        if outcome.committed is None:
            raise outcome.refused or AssertionError("a change is committed or refused")
        return outcome.committed

    def submit_all(self, requests: Sequence[Request]) -> None:
        """Make all these changes of one workshop, or none of them; raises Refused for the first that may not be."""

        def work(connection: Connection) -> list[Outcome]:
            book = Book(connection, requests[0].workshop, self.now())
            made = [Outcome(r, book.make(r.id, r.change, r.actor, r.picture, r.proofs)) for r in requests]
            book.close()
            return made

        done: Future[Any] = Future()
        self._put(_Job(work, done, makes_changes=True))
        _awaited(done)

    def enqueue(self, requests: Iterable[Request]) -> None:
        """Make changes as soon as possible; the listeners hear what became of them."""
        for request in requests:
            self._put(request)

    def write(self, work: Callable[[Connection], T]) -> T:
        """Do other writing in a transaction of its own, and wait for what it gives; raises Refused when it fails."""
        return _awaited(self.start(work))

    def start(self, work: Callable[[Connection], T]) -> Future[T]:
        """Do other writing in a transaction of its own; gives what will tell what came of it."""
        done: Future[T] = Future()
        self._put(_Job(work, done))
        return done

    def listen(self, listener: Callable[[list[Outcome]], None]) -> None:
        """Call this after every commit, in the ledger's thread, with the outcomes in order."""
        self._listeners.append(listener)

    def close(self) -> None:
        """Finish what was asked, then stop; what is asked later is told that the ledger is closed."""
        with self._door:
            self._closed = True
            self._queue.put(_END)
        self._thread.join()

    def _put(self, item: "Request | _Job") -> None:
        with self._door:
            if self._closed:
                raise LedgerClosed(
                    "The ledger is closed: nothing can be written while the server stops. Start it again."
                )
            self._queue.put(item)

    def _run(self) -> None:
        while (item := self._next or self._queue.get()) is not _END:
            self._next = None
            if isinstance(item, Request):
                self._tell(self._commit(self._gather(item)))
            else:
                self._do(item)

    def _gather(self, first: Request) -> list[Request]:
        """All requests that wait; what comes after them is kept for the next turn."""
        batch = [first]
        while len(batch) < BATCH and self._next is None and not self._queue.empty():
            item = self._queue.get()
            if isinstance(item, Request):
                batch.append(item)
            else:
                self._next = item
        return batch

    def _do(self, job: _Job) -> None:
        if not job.done.set_running_or_notify_cancel():
            return
        try:
            with self.database.writing() as connection:
                result = job.work(connection)
        except BaseException as error:  # whoever asked for it is told, and says or logs what it means
            if isinstance(error, OperationalError):
                self._outage.goes_on(error, 1)
            job.done.set_exception(error)
            return
        self._outage.is_over()
        if job.makes_changes:
            self._tell(result)
        job.done.set_result(result)

    def _commit(self, batch: list[Request]) -> list[Outcome]:
        try:
            with self.database.writing() as connection:
                books: dict[str, Book] = {}
                outcomes = [self._make(connection, request, books) for request in batch]
                for book in books.values():
                    book.close()
        except OperationalError as error:
            # Locked, full or broken: the next change would meet the same, and each would wait for its own time-out.
            self._outage.goes_on(error, len(batch))
            return [Outcome(request, refused=Refused("not_saved")) for request in batch]
        except Exception:
            if len(batch) == 1:
                log.exception("a change could not be written")
                return [Outcome(batch[0], refused=Refused("not_saved"))]
            # One of them breaks: alone, each shows which, and that one is logged.
            return [outcome for request in batch for outcome in self._commit([request])]
        self._outage.is_over()
        return outcomes

    def _make(self, connection: Connection, request: Request, books: dict[str, Book]) -> Outcome:
        """Make one change; a refusal has written nothing."""
        try:
            book = books.get(request.workshop)
            if book is None:
                book = books[request.workshop] = Book(connection, request.workshop, self.now())
            committed = book.make(request.id, request.change, request.actor, request.picture, request.proofs)
            if request.also and committed.record is not None:
                request.also(connection)
            return Outcome(request, committed)
        except Refused as refused:  # an answer, not a failure: who asked gets the reason
            return Outcome(request, refused=refused)

    def _tell(self, outcomes: list[Outcome]) -> None:
        for listener in self._listeners:
            try:
                listener(outcomes)
            except Exception:
                log.exception("a listener of the ledger failed")
        for outcome in outcomes:
            if outcome.request.done:
                outcome.request.done.set_result(outcome)


def _awaited(done: Future[T]) -> T:
    """What a piece of writing gave; a database that fails is for its asker what it is for a change."""
    try:
        return done.result()
    except OperationalError as error:
        raise Refused("not_saved") from error
