"""A warm process that makes reports, so that the server never loads matplotlib nor waits for a file.

It is a process of its own program rather than one of `multiprocessing`, which would load the server's own start script,
Streamlit included, into the worker. It ends when its input does, and so with its parent, whatever happens to that.
"""

import pickle
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import IO, cast

from exports.errors import ReportFailed
from stepstones.workshop import Session

_ROOT = Path(__file__).resolve().parent.parent
_HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows a new process would open a console."""


class Worker:
    """Makes reports one after the other, in a process that is started again once when it breaks."""

    def __init__(self, program: str = "exports.worker") -> None:
        self._program = program
        self._line = ThreadPoolExecutor(max_workers=1, thread_name_prefix="report")
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Warm up in the background; a report asked for meanwhile waits for it."""
        self._line.submit(self._running)

    def report(self, session: Session, moment: datetime) -> Future[bytes]:
        """Return the future bytes of the Word file; it raises ReportFailed when the worker could not make it."""
        return self._line.submit(self._ask, session, moment)

    def stop(self) -> None:
        """End the process after the report it is at; what still waits is cancelled."""
        self._line.shutdown(wait=True, cancel_futures=True)
        self._end()

    def _ask(self, session: Session, moment: datetime) -> bytes:
        for _attempt in range(2):
            try:
                return self._exchange(session, moment)
            except (EOFError, OSError, pickle.UnpicklingError):
                self._end()
        raise ReportFailed("the worker ended twice while it made this report; see its last lines in the log")

    def _exchange(self, session: Session, moment: datetime) -> bytes:
        stdin, stdout = self._running()
        pickle.dump((session, moment), stdin, pickle.HIGHEST_PROTOCOL)
        stdin.flush()
        made, trouble = pickle.load(stdout)
        if trouble:
            raise ReportFailed(trouble)
        return cast(bytes, made)

    def _running(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(
                [sys.executable, "-m", self._program],
                cwd=_ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                creationflags=_HIDDEN,
            )
        return cast(IO[bytes], self._process.stdin), cast(IO[bytes], self._process.stdout)

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def serve(stdin: IO[bytes], stdout: IO[bytes], make: Callable[[Session, datetime], bytes]) -> None:
    """Answer every (session, moment) on `stdin` with (bytes, "") or (None, what went wrong), until it closes."""
    while True:
        try:
            session, moment = pickle.load(stdin)
        except EOFError:
            return
        pickle.dump(_answer(session, moment, make), stdout, pickle.HIGHEST_PROTOCOL)
        stdout.flush()


def _answer(session: Session, moment: datetime, make: Callable[[Session, datetime], bytes]) -> tuple[bytes | None, str]:
    try:
        return make(session, moment), ""
    # Whatever it is, the answer must come: the one who asked waits for it.
    except Exception as error:
        return None, f"{type(error).__name__}: {error}"


def _main() -> None:
    import gc
    import os
    import signal

    # Ctrl+C reaches both processes; this one ends when the server closes its input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What any library prints must not end up between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    from exports.making import make, warm

    warm()
    gc.freeze()
    serve(sys.stdin.buffer, answers, make)


if __name__ == "__main__":
    _main()
