"""How soon the Word report of the example is there, asked for by a program."""

import time
from statistics import median
from urllib.request import Request, urlopen

from bench.adapters import Product
from bench.peers import EXAMPLE, product
from bench.results import Row
from bench.server import folder, running

PORT, REPEATS, SECONDS = 8716, 5, 1


def measure() -> list[Row]:
    """The first report after a start, and the middle of some more."""
    with folder() as data, running(product(PORT, data, EXAMPLE), data) as server:
        member = Product(f"127.0.0.1:{PORT}", server.room)
        workshop = member.url(0).rpartition("/")[2]
        first, *more = [_seconds(workshop, member.tokens[0]) for _ in range(REPEATS + 1)]
    return [
        Row("product: the first Word report of the example", round(first, 2), "s", SECONDS),
        Row("product: the Word report of the example", round(median(more), 2), "s", SECONDS, f"worst {max(more):.2f}"),
    ]


def _seconds(workshop: str, token: str) -> float:
    address = f"http://127.0.0.1:{PORT}/api/workshops/{workshop}/report.docx"
    begin = time.perf_counter()
    with urlopen(Request(address, headers={"Authorization": f"Bearer {token}"}), timeout=60) as answer:
        answer.read()
    return time.perf_counter() - begin
