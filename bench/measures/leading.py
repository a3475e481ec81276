"""Fifty members are in, and a facilitator leads: how soon all are where they were called, and see what was hidden.

The members are in as browsers are, each with a cookie, a Streamlit session on the page of the room and a socket. The
facilitator is a real browser; what leads goes out over a socket of its page, with its cookie. The time runs from there
to the arrival at each member; all share the clock of the machine.
"""

from itertools import count

from playwright.sync_api import Page

from bench.browser import chromium, led
from bench.filling import PEOPLE, Program, note
from bench.machine import wait_for_quiet
from bench.members import Members
from bench.peers import EMPTY, manage, product
from bench.results import Row
from bench.server import folder, running
from bench.tally import share

PORT, MEMBERS, MOVES, NOTES = 8719, 50, 20, 300
MILLISECONDS_TO_CALL, MILLISECONDS_TO_REVEAL = 500, 1000
AT_ONCE = 30
HIDING = ("segment", "teams", "market")
"""A stone for each time that notes are revealed."""
LINE = """workshop => new Promise((resolve) => {
  const line = new WebSocket(`${location.origin.replace("http", "ws")}/ws/workshops/${workshop}`);
  line.onopen = () => line.send(JSON.stringify({ type: "hello" }));
  line.onmessage = () => resolve();
  window.askFor = (id, change) => {
    line.send(JSON.stringify({ type: "change", id, do: change }));
    return performance.timeOrigin + performance.now();
  };
})"""
_ids = count()


def measure() -> list[Row]:
    """The p95 of all calls at all members, and the slowest reveal at the last of them."""
    with folder() as data:
        command = product(PORT, data)
        workshop = manage(EMPTY, command.environment)
        address, key, code = f"127.0.0.1:{PORT}", workshop["facilitator"].rpartition("/")[2], workshop["code"]
        with running(command, data), chromium() as browser:
            leader = led(browser, f"http://{address}/f/{key}")
            leader.evaluate(LINE, workshop["workshop"])
            with Members(address, code, MEMBERS) as members:
                wait_for_quiet()
                calls = [delay for move in range(MOVES) for delay in called(leader, members, move)]
                reveals = [revealed(leader, members, stone, address, code) for stone in HIDING]
    return [row_of_calls(calls), row_of_reveals(reveals)]


def called(leader: Page, members: Members, move: int) -> list[float]:
    """Everybody comes to the next stone: how long that took at each member."""
    stone = HIDING[move % len(HIDING)]
    return asked(leader, members, {"kind": "room.move", "stone": stone, "question": None, "together": move % 2 == 0})


def revealed(leader: Page, members: Members, stone: str, address: str, code: str) -> float:
    """Notes that were written unseen come into sight: how long until the last member had them."""
    asked(leader, members, {"kind": "stone.edit", "stone": stone, "writing": "private"})
    writers = [Program(address, code, f"{stone} {number}") for number in range(PEOPLE)]
    for start in range(0, NOTES, AT_ONCE):
        new = [note(f"{stone}-{number}", number) for number in range(start, start + AT_ONCE)]
        writers[start // AT_ONCE % PEOPLE].ask({"kind": "notes.add", "stone": stone, "notes": new})
    for writer in writers:
        writer.close()
    wait_for_quiet()
    return max(asked(leader, members, {"kind": "notes.reveal", "stone": stone}))


def asked(leader: Page, members: Members, change: dict[str, object]) -> list[float]:
    """The facilitator makes a change: how long it took to each member, in milliseconds."""
    id = f"leading-{next(_ids)}"
    members.watch(id)
    sent = leader.evaluate("([id, change]) => askFor(id, change)", [id, change])
    return [at - sent for at in members.arrivals()]


def row_of_calls(delays: list[float]) -> Row:
    """Of all members at all moves."""
    nanoseconds = sorted(round(delay * 1e6) for delay in delays)
    p50, p95, worst = (share(nanoseconds, part) for part in (0.5, 0.95, 1))
    remark = f"p50 {p50}, worst {worst} ms, {len(delays)} arrivals"
    return Row(f"everyone here, at {MEMBERS} members, p95", p95, "ms", MILLISECONDS_TO_CALL, remark)


def row_of_reveals(delays: list[float]) -> Row:
    """The slowest counts."""
    remark = f"best {min(delays):.0f} ms, {len(delays)} reveals"
    what = f"{NOTES} hidden notes revealed, at the last of {MEMBERS} members"
    return Row(what, round(max(delays), 1), "ms", MILLISECONDS_TO_REVEAL, remark)
