"""The process that makes what takes a while: jobs come in, what they made goes out, until its input closes.

It is a program of its own rather than one of `multiprocessing`, which would load the server's own start script,
Streamlit included, into it. It ends when its input does, and so with its parent, whatever happens to that.
"""

import gc
import os
import pickle
import signal
import sys
from collections.abc import Callable
from typing import IO, Any

READY = "ready"
"""What the process says when everything is loaded that a report needs, before its first answer."""


def main() -> None:
    """Warm up, say so, and serve."""
    # Ctrl+C reaches both processes; this one ends when the server closes its input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What any library prints must not end up between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    from exports.jobs import found
    from exports.making import warm

    warm()
    gc.freeze()
    _send(READY, answers)
    serve(sys.stdin.buffer, answers, found)


def serve(stdin: IO[bytes], stdout: IO[bytes], found: Callable[[str], Callable[..., Any]]) -> None:
    """Answer every (job, arguments) on `stdin` with (made, "") or (None, what went wrong), until it closes."""
    while True:
        try:
            job, arguments = pickle.load(stdin)
        except EOFError:
            return
        _send(_answer(job, arguments, found), stdout)


def _answer(job: str, arguments: tuple[Any, ...], found: Callable[[str], Callable[..., Any]]) -> tuple[Any, str]:
    try:
        return found(job)(*arguments), ""
    # Whatever it is, the answer must come: the one who asked waits for it.
    except Exception as error:
        return None, f"{type(error).__name__}: {error}"


def _send(answer: object, stdout: IO[bytes]) -> None:
    pickle.dump(answer, stdout, pickle.HIGHEST_PROTOCOL)
    stdout.flush()


if __name__ == "__main__":
    main()
