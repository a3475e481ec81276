"""Fifty members are in, and a facilitator leads: how soon all are where they were called, and see what was hidden.

The members are in as browsers are, each with a cookie, a Streamlit session on the page of the room and a socket. The
facilitator is a real browser; what leads goes out over a socket of its page, with its cookie. The time runs from there
to the arrival at each member, and in one more real browser to the second animation frame after it stands there: the
question of the stone where all were called, the last of the notes. All share the clock of the machine.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count

from playwright.sync_api import Page

from bench.browser import chromium, joined, led
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
WATCH = """(room, [what, count]) => void (window.painted = new Promise((resolve) => {
  const stands = () => {
    if (room.querySelectorAll(what).length !== count) return;
    watch.disconnect();
    const now = () => performance.timeOrigin + performance.now();
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(now())));
  };
  const watch = new MutationObserver(stands);
  watch.observe(room, { childList: true, subtree: true, attributes: true });
}))"""
_ids = count()


@dataclass(frozen=True)
class Room:
    """Who leads, who hears of it, and a browser that shows it."""

    leader: Page
    members: Members
    follower: Page


@dataclass(frozen=True)
class Delays:
    """Of one change, in milliseconds: to each member, and to the frame of the browser that shows it."""

    heard: list[float]
    painted: float


def measure() -> list[Row]:
    """The p95 of all calls, and the slowest reveal: at the members, and painted."""
    with folder() as data:
        command = product(PORT, data)
        workshop = manage(EMPTY, command.environment)
        address, key, code = f"127.0.0.1:{PORT}", workshop["facilitator"].rpartition("/")[2], workshop["code"]
        with running(command, data), chromium() as browser:
            leader, follower = led(browser, f"http://{address}/f/{key}"), joined(browser, f"http://{address}/j/{code}")
            leader.evaluate(LINE, workshop["workshop"])
            with Members(address, code, MEMBERS) as members:
                room = Room(leader, members, follower)
                wait_for_quiet()
                calls = [called(room, HIDING[move % len(HIDING)], together=move % 2 == 0) for move in range(MOVES)]
                reveals = [revealed(room, stone, address, code) for stone in HIDING]
    return [*rows_of_calls(calls), *rows_of_reveals(reveals)]


def called(room: Room, stone: str, *, together: bool = True) -> Delays:
    """Everybody comes to a stone."""
    change = {"kind": "room.move", "stone": stone, "question": None, "together": together}
    return asked(room, change, f"li[data-stone={stone}] [aria-current=step]", 1)


def revealed(room: Room, stone: str, address: str, code: str) -> Delays:
    """Notes that were written unseen come into sight."""
    heard(room, {"kind": "stone.edit", "stone": stone, "writing": "private"})
    called(room, stone)
    writers = [Program(address, code, f"{stone} {number}") for number in range(PEOPLE)]
    for start in range(0, NOTES, AT_ONCE):
        new = [note(f"{stone}-{number}", number) for number in range(start, start + AT_ONCE)]
        writers[start // AT_ONCE % PEOPLE].ask({"kind": "notes.add", "stone": stone, "notes": new})
    for writer in writers:
        writer.close()
    wait_for_quiet()
    return asked(room, {"kind": "notes.reveal", "stone": stone}, ".board .note", NOTES)


def asked(room: Room, change: Mapping[str, object], what: str, times: int) -> Delays:
    """The facilitator makes a change, after which so many of `what` stand in the follower's browser."""
    room.follower.locator(".room").evaluate(WATCH, [what, times])
    sent, arrivals = heard(room, change)
    return Delays([at - sent for at in arrivals], room.follower.evaluate("window.painted") - sent)


def heard(room: Room, change: Mapping[str, object]) -> tuple[float, list[float]]:
    """The facilitator makes a change: when, and when each member heard of it."""
    id = f"leading-{next(_ids)}"
    room.members.watch(id)
    sent: float = room.leader.evaluate("([id, change]) => askFor(id, change)", [id, change])
    return sent, room.members.arrivals()


def rows_of_calls(calls: list[Delays]) -> list[Row]:
    """Of all members at all moves."""
    heard, painted = [delay for call in calls for delay in call.heard], [call.painted for call in calls]
    what = f"everyone here, at {MEMBERS} members"
    return [
        row_of_p95(f"{what}, p95", heard, "arrivals"),
        row_of_p95(f"{what}, painted in one more, p95", painted, "moves"),
    ]


def row_of_p95(what: str, delays: list[float], of: str) -> Row:
    """One delay in twenty may be longer."""
    nanoseconds = sorted(round(delay * 1e6) for delay in delays)
    p50, p95, worst = (share(nanoseconds, part) for part in (0.5, 0.95, 1))
    return Row(what, p95, "ms", MILLISECONDS_TO_CALL, f"p50 {p50}, worst {worst} ms, {len(delays)} {of}")


def rows_of_reveals(reveals: list[Delays]) -> list[Row]:
    """The slowest counts."""
    what = f"{NOTES} hidden notes revealed"
    last, painted = [max(reveal.heard) for reveal in reveals], [reveal.painted for reveal in reveals]
    return [
        row_of_slowest(f"{what}, at the last of {MEMBERS} members", last),
        row_of_slowest(f"{what}, painted in one more", painted),
    ]


def row_of_slowest(what: str, delays: list[float]) -> Row:
    """None may be longer."""
    remark = f"best {min(delays):.0f} ms, {len(delays)} reveals"
    return Row(what, round(max(delays), 1), "ms", MILLISECONDS_TO_REVEAL, remark)
