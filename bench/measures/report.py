"""How soon the Word report of the example is there, asked for by a program."""

import json
import time
from statistics import median
from urllib.request import Request, urlopen

from bench.peers import EXAMPLE, product
from bench.results import Row
from bench.server import folder, running

PORT, REPEATS, SECONDS = 8716, 5, 1


def measure() -> list[Row]:
    """The first report after a start, and the middle of some more."""
    with folder() as data, running(product(PORT, data, EXAMPLE), data) as server:
        workshop, token = _joined(server.room)
        first, *more = [_seconds(workshop, token) for _ in range(REPEATS + 1)]
    return [
        Row("product: the first Word report of the example", round(first, 2), "s", SECONDS),
        Row("product: the Word report of the example", round(median(more), 2), "s", SECONDS, f"worst {max(more):.2f}"),
    ]


def _joined(code: str) -> tuple[str, str]:
    """A workshop and the token of a program in it."""
    body = json.dumps({"code": code, "name": "Reporter"}).encode()
    request = Request(f"http://127.0.0.1:{PORT}/api/join", body, {"Content-Type": "application/json"})
    with urlopen(request, timeout=15) as answer:
        joined = json.load(answer)
    return joined["workshop"], joined["token"]


def _seconds(workshop: str, token: str) -> float:
    address = f"http://127.0.0.1:{PORT}/api/workshops/{workshop}/report.docx"
    begin = time.perf_counter()
    with urlopen(Request(address, headers={"Authorization": f"Bearer {token}"}), timeout=60) as answer:
        answer.read()
    return time.perf_counter() - begin
