"""The members of one room in one process and clock: python -m bench.client, prints what they saw as one JSON object.

The load is open and paced: change j is due at (j + a little chance) / rate, senders in turn, whether or not the server
keeps up. A delay runs from send() to the arrival at every other member.
"""

import argparse
import asyncio
import gc
import itertools
import json
import os
import random
import resource
import time
from array import array
from typing import Any

import psutil
import uvloop
from picows import WSFrame, WSListener, WSMsgType, WSTransport, ws_connect

from bench.adapters import ADAPTERS, MARK, Adapter
from bench.machine import Usage, busy_seconds, pss_mb
from bench.tally import Tally, share
from canvas.board.limits import PRESENCE_PER_SECOND

now = time.perf_counter_ns


async def measured(o: argparse.Namespace) -> dict[str, Any]:
    """Everything about one case: connect, warm up, load, wait for the last arrivals."""
    tally = Tally(int(o.rate * (o.warm + o.secs)), int(o.rate * o.warm))
    adapter = ADAPTERS[o.adapter](f"127.0.0.1:{o.port}", o.room)
    senders = min(o.senders, o.n - o.draggers)
    members = [await connected(tally, adapter, member) for member in range(o.n)]
    await asyncio.sleep(o.settle)
    gc.collect()
    gc.freeze()
    gc.disable()
    lags: array[int] = array("q")
    draggers = members[senders : senders + o.draggers]
    beside = [asyncio.create_task(task) for task in (watch_own_loop(lags), *(drag_on(adapter, m) for m in draggers))]
    before = await load(tally, adapter, members[:senders], o)
    await until_all_arrived(tally, o.n, o.drain)
    for task in beside:
        task.cancel()
    after = Reading(o.pid)
    own = {"peer": o.name, "n": o.n, "rate": o.rate, "dropped": sum(member.gone for member in members)}
    own |= {"pages": adapter.pages(), "server_pss_mb": pss_mb(o.pid)}
    return own | tally.summary(o.n) | after.since(before) | {"client_lag_p99": share(sorted(lags), 0.99)}


async def connected(tally: Tally, adapter: Adapter, number: int) -> "Member":
    """A member that is in, with changes flowing."""
    door = await adapter.door(number)
    member: Member
    _, member = await ws_connect(
        lambda: Member(tally, number),
        door.url,
        extra_headers=door.headers,
        websocket_handshake_timeout=15,
        enable_auto_pong=False,
    )
    await adapter.get_in(member)
    member.seen = bytearray(tally.total)
    return member


async def load(tally: Tally, adapter: Adapter, senders: list["Member"], o: argparse.Namespace) -> "Reading":
    """Send every change when it is due; what the machine had used when the warming up was over."""
    chance, start, before = random.Random(7), now(), Reading(o.pid)
    for op in range(tally.total):
        if op == tally.warm:
            before = Reading(o.pid)
        due = start + int((op + chance.random()) / o.rate * 1e9)
        await asyncio.sleep(max(0, due - now()) / 1e9)
        turn, number = divmod(op, len(senders))
        frame = adapter.change(number, op, turn)
        tally.sent(op, number, now())
        senders[number].send(frame)
    return before


async def drag_on(adapter: Adapter, member: "Member") -> None:
    """Drag a note for as long as the load lasts, as often as a browser tells the others."""
    for step in itertools.count():
        member.send(adapter.drag(member.number, step))
        await asyncio.sleep(0.5 if step == 0 else 1 / PRESENCE_PER_SECOND)


async def until_all_arrived(tally: Tally, members: int, patience: float) -> None:
    """Wait for the last arrivals, `patience` seconds at most."""
    end = time.monotonic() + patience
    while tally.missing(members) and time.monotonic() < end:
        await asyncio.sleep(0.01)


async def watch_own_loop(lags: "array[int]") -> None:
    """Note how late this process itself is: far above 2 ms, it measures itself."""
    while True:
        begin = now()
        await asyncio.sleep(0.02)
        lags.append(now() - begin - 20_000_000)


class Member(WSListener):
    """One connection: before `seen` is there frames are kept for who waits, after that they are searched for marks."""

    def __init__(self, tally: Tally, number: int) -> None:
        self.tally, self.number, self.gone = tally, number, False
        self.seen: bytearray | None = None
        self.frames: asyncio.Queue[bytes] = asyncio.Queue()

    def on_ws_connected(self, transport: WSTransport) -> None:
        """Called by picows."""
        self.transport = transport

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        """Called by picows."""
        self.gone = True
        self.frames.put_nowait(b'"bye": the connection was closed')

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        """Called by picows."""
        if frame.msg_type == WSMsgType.TEXT:
            self.take(frame.get_payload_as_bytes(), now())
        elif frame.msg_type == WSMsgType.PING:
            transport.send_pong(frame.get_payload_as_bytes())
        elif frame.msg_type == WSMsgType.CLOSE:
            transport.disconnect()

    def take(self, data: bytes, at: int) -> None:
        """A text frame; it may hold several changes."""
        if self.seen is None:
            self.frames.put_nowait(data)
            return
        self.tally.drags += b'"drag":{' in data
        place = data.find(MARK)
        while place >= 0:
            op = int(data[place + 4 : place + 10])
            if self.seen[op]:
                self.tally.twice += 1
            else:
                self.seen[op] = 1
                self.tally.saw(op, self.number, at)
            place = data.find(MARK, place + 11)

    def send(self, text: str) -> None:
        """Send one frame."""
        self.transport.send(WSMsgType.TEXT, text.encode())

    async def receive(self) -> bytes:
        """The next frame, while getting in."""
        return await asyncio.wait_for(self.frames.get(), 15)


class Reading:
    """What server, this process and the whole machine have used up to now."""

    def __init__(self, pid: int) -> None:
        self.at, self.server, self.machine = time.monotonic(), Usage.of(pid), busy_seconds(psutil.cpu_times())
        self.own = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])

    def since(self, before: "Reading") -> dict[str, Any]:
        """In per cent of one core; what others used disturbed the case."""
        wall, server, own = self.at - before.at, self.server.cpu - before.server.cpu, self.own - before.own
        others = self.machine - before.machine - server - own
        percent = {"server_cpu": server, "client_cpu": own, "other_cpu": others}
        memory = {"server_mb": self.server.mb, "server_peak_mb": self.server.peak_mb}
        return {f"{name}_pct": round(100 * seconds / wall) for name, seconds in percent.items()} | memory


def options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--name", required=True)
    parser.add_argument("--adapter", choices=ADAPTERS, required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--pid", type=int, required=True, help="of the server")
    parser.add_argument("--room", default="bench")
    parser.add_argument("-n", type=int, default=50)
    parser.add_argument("--rate", type=float, default=20)
    parser.add_argument("--senders", type=int, default=10)
    parser.add_argument("--draggers", type=int, default=0, help="of the others, who drag a note all the while")
    for name, default in {"secs": 15.0, "warm": 2.0, "settle": 0.5, "drain": 5.0}.items():
        parser.add_argument(f"--{name}", type=float, default=default)
    return parser.parse_args()


if __name__ == "__main__":
    print(json.dumps(uvloop.run(measured(options()))), flush=True)
    os._exit(0)  # no closing handshakes: the server is thrown away
