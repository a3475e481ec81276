"""One sitting: peers measured in turn on the same machine in the same minutes, so that they may be compared.

python -m bench.sitting floor-full product -n 50,200 --rates 20,100    prints a JSON object for each case
"""

import argparse
import json
import statistics
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from bench.machine import wait_for_quiet
from bench.peers import PEERS
from bench.server import ROOT, folder, running

Case = dict[str, Any]


def medians(names: list[str], repeats: int = 3, **load: float) -> dict[str, Case]:
    """For each peer the case with the middle p95 of `repeats`, the peers in turn."""
    return in_turn({name: partial(case, name, **load) for name in names}, repeats)


def in_turn(plans: dict[str, Callable[[], Case]], repeats: int = 3) -> dict[str, Case]:
    """For each plan the case with the middle p95 of `repeats`, the plans in turn."""
    cases = {name: [] for name in plans}  # type: dict[str, list[Case]]
    for _ in range(repeats):
        for name, measured in plans.items():
            cases[name].append(measured())
    return {name: middle(found) for name, found in cases.items()}


def case(name: str, n: float = 50, rate: float = 20, secs: float = 15, draggers: float = 0) -> Case:
    """A fresh server and a fresh client process: `n` members, `rate` changes a second for `secs` seconds.

    Of the members who make no changes, `draggers` drag a note all the while.
    """
    peer = PEERS[name]
    with folder() as data:
        command = peer.command(peer.port, data)
        wait_for_quiet()
        with running(command, data) as server:
            options = {"name": name, "adapter": peer.adapter, "port": peer.port, "pid": server.pid, "room": server.room}
            options |= {"rate": rate, "secs": secs, "draggers": int(draggers)}
            words = [word for option, value in options.items() for word in (f"--{option}", str(value))]
            found = _client([*words, "-n", str(int(n))], patience=secs + n + 90)
        stored = peer.stored(data)
    not_stored = None if stored is None else found["sent"] - stored
    return found | {"not_stored": not_stored, "started_in": round(server.started_in, 2)}


def _client(words: list[str], patience: float) -> Case:
    command = [sys.executable, "-m", "bench.client", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=patience, check=False)
    if done.returncode or not done.stdout:
        raise RuntimeError(f"the members could not work: {done.stderr[-1000:]}")
    return dict(json.loads(done.stdout.splitlines()[-1]))


def middle(cases: list[Case]) -> Case:
    """The case with the middle p95; one loss in any repeat is a loss, and the most memory is that of all repeats."""
    p95 = statistics.median_low(sorted(found["p95"] or 0.0 for found in cases))
    totals = {name: sum(found[name] or 0 for found in cases) for name in ("sent", "lost", "not_stored", "dropped")}
    most = {name: max(found[name] or 0 for found in cases) for name in ("server_peak_mb", "server_pss_mb")}
    fewest = {"pages": min(found["pages"] for found in cases)}
    repeats = {"repeats": len(cases)}
    return next(found for found in cases if (found["p95"] or 0.0) == p95) | totals | most | fewest | repeats


def main() -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="+", choices=PEERS)
    parser.add_argument("-n", default="50")
    parser.add_argument("--rates", default="20")
    parser.add_argument("--secs", type=float, default=15)
    o = parser.parse_args()
    for rate in o.rates.split(","):
        for n in o.n.split(","):
            for name in o.names:
                print(json.dumps(case(name, float(n), float(rate), o.secs)), flush=True)


if __name__ == "__main__":
    main()
