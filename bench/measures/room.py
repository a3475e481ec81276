"""Fifty members, twenty changes a second: how soon a note is on disk and with everyone else, beside the floors."""

from bench.results import Row
from bench.sitting import medians

MEMBERS, RATE = 50, 20
ABOVE_THE_FLOOR = 8
"""Milliseconds, at p95."""
MEGABYTES = 400


def measure() -> list[Row]:
    """Delays of the floors and of the product in one sitting, and what the product lost and used meanwhile."""
    cases = medians(["floor-full", "floor-group", "product"], n=MEMBERS, rate=RATE)
    product = cases["product"]
    limit = {"product": round(cases["floor-full"]["p95"] + ABOVE_THE_FLOOR, 1)}
    delays = [
        Row(
            f"{name}: a change at all others, p95",
            case["p95"],
            "ms",
            limit.get(name),
            f"p50 {case['p50']}, p99 {case['p99']}",
        )
        for name, case in cases.items()
    ]
    return [
        *delays,
        Row("product: changes lost", product["lost"], "", 0),
        Row("product: memory at most, all in by program", product["server_peak_mb"], "MB", MEGABYTES),
        Row(
            "product: of one core",
            product["server_cpu_pct"],
            "%",
            None,
            f"floor-full {cases['floor-full']['server_cpu_pct']} %",
        ),
    ]
