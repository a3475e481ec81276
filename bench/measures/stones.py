"""Fifty members, twenty changes a second, and a facilitator who goes from stone to stone: how soon it is painted.

Two browsers watch: the facilitator's own, and a follower's, for whom the server lies in between. The time runs from the
click in the facilitator's page to the second animation frame after the name of the new stone is there, which is when
the frame with it has been handed over to the screen. Both pages run on one machine and share its clock.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from bench.browser import chromium, joined, led
from bench.peers import EXAMPLE, manage, product
from bench.results import Row
from bench.server import ROOT, Running, folder, running
from bench.tally import share
from stepstones.stones import STONES

PORT, MEMBERS, RATE, MOVES, MILLISECONDS = 8717, 50, 20, 40, 300
LOAD_SECONDS = 120
CLOCK = "const now = () => performance.timeOrigin + performance.now();"
WATCH = f"""name => {{
  {CLOCK}
  window.painted = [];
  const note = () => requestAnimationFrame(() => requestAnimationFrame(() => window.painted.push(now())));
  new MutationObserver(note).observe(name, {{ childList: true, characterData: true, subtree: true }});
}}"""
GO = f"""button => {{
  {CLOCK}
  const clicked = now();
  button.click();
  return clicked;
}}"""


def measure() -> list[Row]:
    """The p95 of the moves in both browsers."""
    with folder() as data:
        command = product(PORT, data)
        workshop = manage(EXAMPLE, command.environment)
        with running(command, data) as server, chromium() as browser:
            base = f"http://127.0.0.1:{PORT}"
            key, code = workshop["facilitator"].rpartition("/")[2], workshop["code"]
            leader, follower = led(browser, f"{base}/f/{key}"), joined(browser, f"{base}/j/{code}")
            with load(server, code):
                leader.locator(".people-button .figure", has_text=str(MEMBERS + 2)).wait_for()
                delays = moves(leader, follower)
    return [row("the facilitator's own browser", delays[0]), row("a follower's browser", delays[1])]


def moves(leader: Page, follower: Page) -> tuple[list[float], list[float]]:
    """How long each move took, in milliseconds, at the facilitator and at the follower."""
    path = [leader.locator(f"li[data-stone={stone}] .stone") for stone in STONES]
    path[-1].click()
    for page in (leader, follower):
        page.locator(".question h1", has_text="Doelen").evaluate(WATCH)
    clicks = []
    for move in range(MOVES):
        clicks.append(path[move % len(path)].evaluate(GO))
        for page in (leader, follower):
            page.wait_for_function("count => window.painted.length === count", arg=move + 1)
    painted = [page.evaluate("window.painted") for page in (leader, follower)]
    own, others = ([at - clicked for at, clicked in zip(times, clicks, strict=True)] for times in painted)
    return own, others


@contextmanager
def load(server: Running, code: str) -> Iterator[None]:
    """Members who make changes all the while."""
    options = {"name": "product", "adapter": "product", "port": PORT, "pid": server.pid, "room": code}
    options |= {"rate": RATE, "secs": LOAD_SECONDS}
    words = [word for option, value in options.items() for word in (f"--{option}", str(value))]
    command = [sys.executable, "-m", "bench.client", *words, "-n", str(MEMBERS)]
    members = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        yield
        if members.poll() is not None:
            raise RuntimeError("the members stopped before the last move: raise LOAD_SECONDS")
    finally:
        members.kill()
        members.wait()


def row(where: str, delays: list[float]) -> Row:
    """The p95 of one browser; beside it the middle and the worst."""
    nanoseconds = sorted(round(delay * 1e6) for delay in delays)
    p50, p95, worst = (share(nanoseconds, part) for part in (0.5, 0.95, 1))
    remark = f"p50 {p50}, worst {worst} ms, {len(delays)} moves"
    return Row(f"product: the next stone painted in {where}, p95", p95, "ms", MILLISECONDS, remark)
