"""Starts a server for a while, in a folder of its own, and ends exactly what it started."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psutil

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Command:
    """How a server is started, the address that answers when it is ready, and the room to enter."""

    arguments: list[str]
    environment: dict[str, str]
    ready: str
    room: str = "bench"


@dataclass(frozen=True)
class Running:
    """A server that is ready; `started_in` is how many seconds that took."""

    pid: int
    room: str
    folder: Path
    started_in: float


@contextmanager
def folder() -> Iterator[Path]:
    """A folder for one server's data, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as path:
        yield Path(path)


@contextmanager
def running(command: Command, data: Path, patience: float = 30) -> Iterator[Running]:
    """The server of `command`, ready to be used."""
    begin = time.monotonic()
    with (data / "server.log").open("w+") as log:
        process = psutil.Popen(
            command.arguments, cwd=ROOT, env=os.environ | command.environment, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            while not _answers(command.ready):
                if process.poll() is not None or time.monotonic() - begin > patience:
                    raise RuntimeError(f"the server did not start: {(data / 'server.log').read_text()[-2000:]}")
                time.sleep(0.02)
            yield Running(process.pid, command.room, data, time.monotonic() - begin)
        finally:
            _end(process)


def _answers(address: str) -> bool:
    """An answer of any kind is a server; one in the 200s is what `ready` asks for."""
    try:
        with urlopen(address, timeout=2) as answer:
            return bool(answer.status < 300)
    except URLError as error:
        return "/ws" in address and hasattr(error, "code")
    except OSError:
        return False


def _end(process: psutil.Popen) -> None:
    try:
        family = [*process.children(recursive=True), process]
    except psutil.NoSuchProcess:
        return
    for member in family:
        member.terminate()
    for member in psutil.wait_procs(family, timeout=5)[1]:
        member.kill()
