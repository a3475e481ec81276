"""Who is measured: the floors and the product, each with its port and how it is started."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bench.server import ROOT, Command


@dataclass(frozen=True)
class Peer:
    """A server to measure; `adapter` is how members speak to it, `stored` how many changes are in its folder."""

    port: int
    adapter: str
    command: Callable[[int, Path], Command]
    stored: Callable[[Path], int | None]


EMPTY = ("new", "--title", "Bench", "--organisation", "Bench", "--relations", "members", "--lang", "nl", "--json")
EXAMPLE = ("example", "--json")


def product(port: int, folder: Path, begin: tuple[str, ...] = EMPTY) -> Command:
    """The workshop as people run it, with a database of its own and one workshop in it, made by `manage.py begin`."""
    environment = {
        "DATABASE_URL": f"sqlite:///{(folder / 'workshop.db').as_posix()}",
        "STREAMLIT_SERVER_PORT": str(port),
    }
    code = manage(begin, environment)["code"]
    return Command([sys.executable, "app.py"], environment, f"http://127.0.0.1:{port}/api/healthz", code)


def manage(words: tuple[str, ...], environment: dict[str, str]) -> dict[str, str]:
    """What `manage.py` says in JSON: of a new workshop its `workshop`, `code`, `join` and `facilitator`."""
    command, environment = [sys.executable, "manage.py", *words], os.environ | environment
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"manage.py {words[0]} did not work: {done.stderr[-1000:]}")
    return dict(json.loads(done.stdout))


def floor(mode: str) -> Callable[[int, Path], Command]:
    """A floor that stores as `mode` says."""

    def command(port: int, folder: Path) -> Command:
        arguments = [sys.executable, "bench/servers/floor.py", mode, str(port), str(folder / "changes.db")]
        return Command(arguments, {}, f"http://127.0.0.1:{port}/ws")

    return command


def counted(file: str, query: str) -> Callable[[Path], int]:
    """Asks the database of a server that has ended."""

    def stored(folder: Path) -> int:
        with closing(sqlite3.connect(folder / file)) as database:
            return int(database.execute(query).fetchone()[0])

    return stored


in_floor = counted("changes.db", "select count(*) from changes")
in_product = counted("workshop.db", "select count(*) from changes where id like '~op=%'")
PEERS = {
    "floor": Peer(8711, "floor", floor("none"), lambda _folder: None),
    "floor-full": Peer(8713, "floor", floor("full"), in_floor),
    "floor-group": Peer(8714, "floor", floor("group"), in_floor),
    "product": Peer(8715, "product", product, in_product),
}
