"""A real server in a process of its own: its own port, database and log; it can be killed and started again."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar
from urllib.error import URLError
from urllib.request import urlopen

from sqlalchemy import Connection

from canvas.board.changes import WorkshopEdit
from canvas.board.messages import change
from exports import archive
from storage import founding
from storage.database import Database
from storage.founding import Founded
from storage.ledger import Ledger

ROOT = Path(__file__).resolve().parents[2]
HOST = "workshop.local"
"""Not localhost: on a network name a browser gives pages no secure context, as in a real workshop."""
PATIENCE = 40
"""Seconds; a busy machine starts slowly."""
T = TypeVar("T")


class Server:
    """The product as people run it, with everything it keeps in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, _free_port()
        self.base = f"http://{HOST}:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it says that it is ready."""
        with (self.folder / "server.log").open("ab") as log:
            command = [sys.executable, "app.py"]
            process = subprocess.Popen(command, cwd=ROOT, env=self._environment(), stdout=log, stderr=log)
        self._process = process
        end = time.monotonic() + PATIENCE
        while not self._answers():
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"the server did not start:\n{self.log()[-3000:]}")
            time.sleep(0.05)

    def kill(self) -> None:
        """End it at once, as a flat battery does."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def stop(self) -> None:
        """End it in order; where that takes too long, at once."""
        if self._process:
            self._process.terminate()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None

    def log(self) -> str:
        """What it printed."""
        return (self.folder / "server.log").read_text("utf-8", "replace")

    def found(self, title: str = "Relaties op orde") -> Founded:
        """A new workshop, made beside the running server as `manage.py new` does."""
        particulars = {"organisation": "Theater De Sluis", "relations": ["donors", "members"], "language": "nl"}
        asked = change(WorkshopEdit, title=title, **particulars)
        return self.write(lambda c, now: founding.found(c, asked, facilitator="Facilitator", now=now))

    def example(self) -> Founded:
        """A copy of the example."""
        session = archive.read(archive.EXAMPLE.read_bytes())
        return self.write(lambda c, now: founding.found_from(c, session, now, facilitator="Facilitator"))

    def read(self, work: Callable[[Connection], T]) -> T:
        """What its database says now."""
        with closing(Database(self._database)) as database, database.reading() as connection:
            return work(connection)

    def write(self, work: Callable[[Connection, int], T]) -> T:
        """Write into its database, of what no room of it knows yet."""
        with closing(Database(self._database)) as database, closing(Ledger(database)) as ledger:
            return ledger.write(lambda connection: work(connection, ledger.now()))

    @property
    def _database(self) -> str:
        return f"sqlite:///{(self.folder / 'workshops.sqlite3').as_posix()}"

    def _environment(self) -> dict[str, str]:
        own = {"DATABASE_URL": self._database, "STREAMLIT_SERVER_PORT": str(self.port), "PUBLIC_URL": self.base}
        return os.environ | own

    def _answers(self) -> bool:
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/api/healthz", timeout=5) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
