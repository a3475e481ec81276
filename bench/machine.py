"""What processes use, and whether the machine is quiet enough to measure."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil


@dataclass(frozen=True)
class Usage:
    """What a process and its children have used: seconds of a core, and megabytes now and at most."""

    cpu: float = 0
    mb: float = 0
    peak_mb: float = 0

    @classmethod
    def of(cls, pid: int) -> "Usage":
        """The usage of process `pid`; nothing when it is gone."""
        try:
            parent = psutil.Process(pid)
            parts = [_one(process) for process in (parent, *parent.children(recursive=True))]
        except psutil.Error:
            return cls()
        return cls(*(round(sum(part), 1) for part in zip(*parts, strict=True)))


def pss_mb(pid: int) -> float | None:
    """Megabytes of process `pid` and its children, what they share counted once; only Linux tells."""
    try:
        parent = psutil.Process(pid)
        parts = [process.memory_full_info() for process in (parent, *parent.children(recursive=True))]
        return float(round(sum(part.pss for part in parts) / 2**20, 1))
    except (psutil.Error, AttributeError):
        return None


def wait_for_quiet(limit: float = 0.4, patience: float = 8) -> None:
    """Wait until the machine uses less than `limit` of a core, `patience` seconds at most."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        before = busy_seconds(psutil.cpu_times())
        time.sleep(0.7)
        if (busy_seconds(psutil.cpu_times()) - before) / 0.7 < limit:
            return


def busy_seconds(times: Any) -> float:
    """The seconds in which a core did something, of psutil's times."""
    idle = times.idle + getattr(times, "iowait", 0)
    twice = getattr(times, "guest", 0) + getattr(times, "guest_nice", 0)
    return float(sum(times) - idle - twice)


def _one(process: Any) -> tuple[float, float, float]:
    try:
        times, mb = process.cpu_times(), process.memory_info().rss / 2**20
    except psutil.Error:
        return 0, 0, 0
    return times.user + times.system, mb, max(mb, _peak_mb(process.pid))


def _peak_mb(pid: int) -> float:
    """Only Linux tells; elsewhere 0."""
    status = Path(f"/proc/{pid}/status")
    lines = status.read_text("utf-8").splitlines() if status.exists() else []
    return sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
