"""Makes reports in a warm process, so that the server never loads matplotlib nor waits for a file."""

import logging
import pickle
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Event, Timer
from typing import IO, Any, cast

from exports.errors import ReportFailed
from stepstones.workshop import Session

PATIENCE = 30.0
"""Seconds after which a report, or the start of the process, is taken to hang; the largest takes a tenth of it."""
_ROOT = Path(__file__).resolve().parent.parent
_HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows a new process would open a console."""
_BROKEN = (EOFError, OSError, pickle.UnpicklingError)
log = logging.getLogger(__name__)


class Worker:
    """Makes reports one after the other; its process is started again when it breaks, and killed when it hangs."""

    def __init__(self, program: str = "exports.press", patience: float = PATIENCE) -> None:
        self._program = program
        self._patience = patience
        self._line = ThreadPoolExecutor(max_workers=1, thread_name_prefix="report")
        self._process: subprocess.Popen[bytes] | None = None
        self._warming: Future[None] | None = None

    def start(self) -> None:
        """Warm up in the background; a report asked for meanwhile waits for it."""
        self._warming = self._line.submit(self._warm)

    @property
    def warming(self) -> bool:
        """Would a report have to wait for the first start of the process?"""
        return self._warming is not None and not self._warming.done()

    def report(self, session: Session, moment: datetime) -> Future[bytes]:
        """Return the future bytes of the Word file; it raises ReportFailed when the worker could not make it."""
        return self._line.submit(self._ask, session, moment)

    def stop(self) -> None:
        """End the process after the report it is at; what still waits is cancelled."""
        self._line.shutdown(wait=True, cancel_futures=True)
        self._end()

    def _warm(self) -> None:
        try:
            self._running()
        except (ReportFailed, *_BROKEN) as error:
            self._end()
            log.error("the process for reports did not start, the first report tries again: %r", error)

    def _ask(self, session: Session, moment: datetime) -> bytes:
        for _attempt in range(2):
            try:
                return self._exchange(session, moment)
            except _BROKEN:
                self._end()
        raise ReportFailed("the worker ended twice while it made this report; see its last lines in the log")

    def _exchange(self, session: Session, moment: datetime) -> bytes:
        process = self._running()
        with self._patiently(process):
            stdin = cast(IO[bytes], process.stdin)
            pickle.dump((session, moment), stdin, pickle.HIGHEST_PROTOCOL)
            stdin.flush()
            made, trouble = _heard(process)
        if trouble:
            raise ReportFailed(trouble)
        return cast(bytes, made)

    def _running(self) -> subprocess.Popen[bytes]:
        """The process, when it has said that it is ready."""
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(
                [sys.executable, "-m", self._program],
                cwd=_ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                creationflags=_HIDDEN,
            )
            with self._patiently(self._process):
                _heard(self._process)
        return self._process

    @contextmanager
    def _patiently(self, process: subprocess.Popen[bytes]) -> Iterator[None]:
        """Kill the process when it takes too long, which ends every wait for it; raises ReportFailed then."""
        late = Event()

        def kill() -> None:
            late.set()
            process.kill()

        alarm = Timer(self._patience, kill)
        alarm.daemon = True
        alarm.start()
        try:
            yield
        except _BROKEN as error:
            if not late.is_set():
                raise
            self._end()
            raise ReportFailed(f"the worker took longer than {self._patience} s and was ended") from error
        finally:
            alarm.cancel()

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def _heard(process: subprocess.Popen[bytes]) -> Any:
    return pickle.load(cast(IO[bytes], process.stdout))
