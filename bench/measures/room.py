"""Fifty members, twenty changes a second: how soon a note is on disk and with everyone else, beside the floors."""

from bench.results import Row
from bench.sitting import Case, medians

MEMBERS, RATE = 50, 20
ABOVE_THE_FLOOR = 8
"""Milliseconds, at p95."""
MEGABYTES = 400


def measure() -> list[Row]:
    """Delays of the floors and of the product in one sitting, and what the product lost and used meanwhile."""
    cases = medians(["floor-full", "floor-group", "product"], n=MEMBERS, rate=RATE)
    floor, product = cases["floor-full"], cases["product"]
    share = f"floor-full {floor['server_cpu_pct']} %"
    return [
        delay("floor-full", floor),
        delay("floor-group", cases["floor-group"]),
        delay("product", product, round(floor["p95"] + ABOVE_THE_FLOOR, 1)),
        Row("product: changes lost", product["lost"], "", 0),
        Row(f"product: most memory with {MEMBERS} in", product["server_peak_mb"], "MB", MEGABYTES),
        Row("product: share of one core", product["server_cpu_pct"], "%", None, share),
    ]


def delay(name: str, case: Case, limit: float | None = None) -> Row:
    """The delay that counts; beside it the others, and how busy other programs kept the machine meanwhile."""
    remark = f"p50 {case['p50']}, p99 {case['p99']} ms; others used {case['other_cpu_pct']} % of a core"
    return Row(f"{name}: a change at all others, p95", case["p95"], "ms", limit, remark)
