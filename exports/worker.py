"""Does jobs in a warm process, so that the server never loads what they need nor waits for them; see `jobs.py`."""

import logging
import os
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

from exports.errors import JobFailed
from stepstones.workshop import Session

PATIENCE = 30.0
"""Seconds after which a job, or the start of the process, is taken to hang; the largest report takes a tenth of it."""
_ROOT = Path(__file__).resolve().parent.parent
_HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows a new process would open a console."""
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""Numerical libraries take every core where nobody says so; the sockets need theirs."""
_BROKEN = (EOFError, OSError, pickle.UnpicklingError)
log = logging.getLogger(__name__)


class Worker:
    """Does jobs one after the other; its process is started again when it breaks, and killed when it hangs."""

    def __init__(self, program: str = "exports.press", patience: float = PATIENCE) -> None:
        self._program = program
        self._patience = patience
        self._line = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")
        self._process: subprocess.Popen[bytes] | None = None
        self._warming: Future[None] | None = None

    def start(self) -> None:
        """Warm up in the background; a job asked for meanwhile waits for it."""
        self._warming = self._line.submit(self._warm)

    @property
    def warming(self) -> bool:
        """Would a job have to wait for the first start of the process?"""
        return self._warming is not None and not self._warming.done()

    def report(self, session: Session, moment: datetime) -> Future[bytes]:
        """Return the future bytes of the Word file; it raises JobFailed when the worker could not make it."""
        return self.do("report", session, moment)

    def do(self, job: str, *arguments: Any) -> Future[Any]:
        """Return the future result of a job; it raises JobFailed when the worker could not do it."""
        return self._line.submit(self._ask, job, arguments)

    def stop(self) -> None:
        """End the process after the job it is at; what still waits is cancelled."""
        self._line.shutdown(wait=True, cancel_futures=True)
        self._end()

    def _warm(self) -> None:
        try:
            self._running()
        except (JobFailed, *_BROKEN) as error:
            self._end()
            log.error("the worker process did not start, the first job tries again: %r", error)

    def _ask(self, job: str, arguments: tuple[Any, ...]) -> Any:
        for _attempt in range(2):
            try:
                return self._exchange(job, arguments)
            except _BROKEN:
                self._end()
        raise JobFailed(f"the worker ended twice at this {job}; see its last lines in the log")

    def _exchange(self, job: str, arguments: tuple[Any, ...]) -> Any:
        process = self._running()
        with self._patiently(process):
            stdin = cast(IO[bytes], process.stdin)
            pickle.dump((job, arguments), stdin, pickle.HIGHEST_PROTOCOL)
            stdin.flush()
            made, trouble = _heard(process)
        if trouble:
            raise JobFailed(trouble)
        return made

    def _running(self) -> subprocess.Popen[bytes]:
        """The process, when it has said that it is ready."""
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(
                [sys.executable, "-m", self._program],
                cwd=_ROOT,
                env={**os.environ, **_ONE_THREAD},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                creationflags=_HIDDEN,
            )
            with self._patiently(self._process):
                _heard(self._process)
        return self._process

    @contextmanager
    def _patiently(self, process: subprocess.Popen[bytes]) -> Iterator[None]:
        """Kill the process when it takes too long, which ends every wait for it; raises JobFailed then."""
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
            raise JobFailed(f"the worker took longer than {self._patience} s and was ended") from error
        finally:
            alarm.cancel()

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def _heard(process: subprocess.Popen[bytes]) -> Any:
    return pickle.load(cast(IO[bytes], process.stdout))
