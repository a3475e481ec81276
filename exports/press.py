"""The process that makes reports: sessions come in, Word files go out, until its input closes.

It is a program of its own rather than one of `multiprocessing`, which would load the server's own start script,
Streamlit included, into it. It ends when its input does, and so with its parent, whatever happens to that.
"""

import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from typing import IO

from stepstones.workshop import Session

READY = "ready"
"""What the process says when everything is loaded, before its first answer."""


def main() -> None:
    """Warm up, say so, and serve."""
    # Ctrl+C reaches both processes; this one ends when the server closes its input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What any library prints must not end up between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    from exports.making import make, warm

    warm()
    gc.freeze()
    _send(READY, answers)
    serve(sys.stdin.buffer, answers, make)


def serve(stdin: IO[bytes], stdout: IO[bytes], make: Callable[[Session, datetime], bytes]) -> None:
    """Answer every (session, moment) on `stdin` with (bytes, "") or (None, what went wrong), until it closes."""
    while True:
        try:
            session, moment = pickle.load(stdin)
        except EOFError:
            return
        _send(_answer(session, moment, make), stdout)


def _answer(session: Session, moment: datetime, make: Callable[[Session, datetime], bytes]) -> tuple[bytes | None, str]:
    try:
        return make(session, moment), ""
    # Whatever it is, the answer must come: the one who asked waits for it.
    except Exception as error:
        return None, f"{type(error).__name__}: {error}"


def _send(answer: object, stdout: IO[bytes]) -> None:
    pickle.dump(answer, stdout, pickle.HIGHEST_PROTOCOL)
    stdout.flush()


if __name__ == "__main__":
    main()
