"""How soon the server is ready, from the command to the answer of its health check."""

from statistics import median

from bench.peers import PEERS
from bench.results import Row
from bench.server import folder, running

REPEATS, SECONDS = 3, 5


def measure() -> list[Row]:
    """The middle of some starts."""
    peer, starts = PEERS["product"], []
    for _ in range(REPEATS):
        with folder() as data, running(peer.command(peer.port, data), data) as server:
            starts.append(server.started_in)
    return [Row("product: ready after the start", round(median(starts), 2), "s", SECONDS, f"worst {max(starts):.2f}")]
